from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShoppingConfig(AppConfig):
    name = "shopping"
    verbose_name = _("shopping")

    def ready(self) -> None:
        from shopping.wiring import wire

        wire()
