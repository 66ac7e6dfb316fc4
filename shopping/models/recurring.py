from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models import OfFood
from shopping.models.shopping_list import ShoppingList

WALL = tenancy.household()


class Period(models.TextChoices):
    DAY = "day", _("days")
    WEEK = "week", _("weeks")
    MONTH = "month", _("months")


@audited(WALL)
class RecurringItem(OfFood):
    """Something that goes on a list by itself, `every` so many `period`s; next on `next_on`, a day of the household."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    shopping_list = models.ForeignKey(ShoppingList, on_delete=models.CASCADE, related_name="recurring")
    name = models.CharField(_("what to buy"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    quantity = models.DecimalField(_("amount"), max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=12, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    every = models.PositiveSmallIntegerField(_("every"), default=1)
    period = models.CharField(max_length=5, choices=Period, default=Period.WEEK)
    next_on = models.DateField(_("next on"))
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("recurring item"), _("recurring items")
        ordering = ["next_on", "name_key", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="shopping_recurringitem_name_given",
                violation_error_message=_("Say what to buy."),
            ),
            models.CheckConstraint(
                condition=models.Q(every__gte=1),
                name="shopping_recurringitem_every",
                violation_error_message=_("It comes back after a day at the earliest."),
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gt=0),
                name="shopping_recurringitem_positive",
                violation_error_message=_("Buy more than nothing."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
