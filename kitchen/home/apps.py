from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kitchen.home"
    label = "home"

    def ready(self) -> None:
        from kitchen.home import drawings, finders

        drawings.register()
        finders.register()
