from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kitchen.home"
    label = "home"

    def ready(self) -> None:
        from kitchen.home import demo_accounts, drawings, finders

        demo_accounts.register()
        drawings.register()
        finders.register()
