from django.apps import AppConfig


class KitchenConfig(AppConfig):
    name = "kitchen"
    verbose_name = "Kitchen"

    def ready(self) -> None:
        from kitchen.wiring import wire

        wire()
