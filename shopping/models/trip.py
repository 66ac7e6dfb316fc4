from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from shopping.models.shopping_list import ShoppingList
from shopping.models.store import Store


class ShoppingTrip(models.Model):
    """Somebody is in a shop with a list, from `started_at` to `ended_at`. One at a time for each person."""

    tenancy = tenancy.household()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="trips")
    shopping_list = models.ForeignKey(ShoppingList, on_delete=models.CASCADE, related_name="trips")
    store = models.ForeignKey(Store, on_delete=models.CASCADE, null=True, blank=True, related_name="trips")
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("shopping trip"), _("shopping trips")
        ordering = ["-started_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "by"],
                condition=models.Q(ended_at=None),
                name="shopping_shoppingtrip_one_open",
                violation_error_message=_("You are shopping already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.by_id} {self.started_at:%F}"
