from django.urls import path

from pantry.views import home

app_name = "pantry"
urlpatterns = [
    path("", home.show, name="home"),
]
