from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from shopping.models.store import Store

WALL = tenancy.household()


@audited(WALL, exclude=["number"])
class ShoppingList(models.Model):
    """An archived list is out of sight and keeps everything. `number` is that of its newest operation."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="shopping_lists")
    name = models.CharField(_("name"), max_length=60)
    emoji = models.CharField(_("picture"), max_length=8, default="🛒")
    position = models.PositiveSmallIntegerField(default=0)
    number = models.BigIntegerField(default=0, editable=False)
    budget = models.DecimalField(_("budget"), max_digits=12, decimal_places=2, null=True, blank=True)
    store = models.ForeignKey(Store, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("shopping list"), _("shopping lists")
        ordering = ["position", "created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="shopping_shoppinglist_name_given",
                violation_error_message=_("Give the list a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(budget__isnull=True) | models.Q(budget__gt=0),
                name="shopping_shoppinglist_budget_positive",
                violation_error_message=_("A budget is more than nothing."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
