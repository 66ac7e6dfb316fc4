from django.urls import path

from shopping.views import home

app_name = "shopping"
urlpatterns = [
    path("", home.show, name="home"),
]
