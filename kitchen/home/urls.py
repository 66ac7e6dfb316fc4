from django.urls import path

from kitchen.home.views import feed, search, today

app_name = "home"
urlpatterns = [
    path("", today.show, name="today"),
    path("search/", search.show, name="search"),
    path("feed/", feed.index, name="feed"),
    path("feed/<uuid:id>/undo/", feed.undo, name="feed.undo"),
]
