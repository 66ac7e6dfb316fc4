from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PantryConfig(AppConfig):
    name = "pantry"
    verbose_name = _("pantry")

    def ready(self) -> None:
        from pantry.wiring import wire

        wire()
