from django.urls import path

from kitchen.home.views import feed, search, today, tonight

app_name = "home"
urlpatterns = [
    path("", today.show, name="today"),
    path("tonight/", tonight.show, name="tonight"),
    path("search/", search.show, name="search"),
    path("feed/", feed.index, name="feed"),
    path("feed/<uuid:id>/undo/", feed.undo, name="feed.undo"),
]
