from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kitchen.home"
    label = "home"
