from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited

WALL = tenancy.household()


class PuttingAway(models.TextChoices):
    ASK = "ask", _("Ask where each thing goes")
    AT_ONCE = "at_once", _("Put it away without asking, when the shopping is done")


@audited(WALL)
class ShoppingHabits(models.Model):
    """How the household wants its shopping done; without a row as the fields begin."""

    tenancy = WALL

    household = models.OneToOneField(
        Household, on_delete=models.CASCADE, primary_key=True, related_name="shopping_habits"
    )
    putting_away = models.CharField(
        _("when things have been bought"), max_length=8, choices=PuttingAway, default=PuttingAway.ASK
    )

    class Meta:
        verbose_name, verbose_name_plural = _("shopping habits"), _("shopping habits")

    def __str__(self) -> str:
        return self.putting_away
