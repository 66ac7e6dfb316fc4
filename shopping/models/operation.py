from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from shopping.models.item import ShoppingListItem
from shopping.models.link import ListLink
from shopping.models.shopping_list import ShoppingList


class OperationKind(models.TextChoices):
    """The first six are what a person does to an item; the others follow from something done to a whole list."""

    ADD = "add", _("put on the list")
    TICK = "tick", _("ticked")
    UNTICK = "untick", _("taken out of the basket")
    EDIT = "edit", _("changed")
    REMOVE = "remove", _("taken off")
    RESTORE = "restore", _("put back")
    PUT_AWAY = "put_away", _("put away")
    TAKE_BACK = "take_back", _("undone")
    FIRST = "first", _("as it was when this was begun to be kept")


class ListOperation(models.Model):
    """One change of one item, added and never changed: the lists are what their operations say, in their order.

    `number` is the list's own count, without gaps, null for what was refused (`why` says the reason). `operation` is
    the id that the device gave it: what arrives twice is applied once. `item` is what it was applied to, `asked` the
    id that the device knew it by, where the thing was joined with one that was there. `before` and `after` are the
    item as `shopping.records` tells it; `before` is null for what is new.
    """

    # Without UPDATE: operations are only ever added. DELETE goes with the household.
    tenancy = tenancy.household(rights=("SELECT", "INSERT", "DELETE"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    shopping_list = models.ForeignKey(ShoppingList, on_delete=models.CASCADE, related_name="operations")
    item = models.ForeignKey(ShoppingListItem, on_delete=models.CASCADE, null=True, related_name="operations")
    operation = models.UUIDField()
    asked = models.UUIDField(null=True)
    number = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=10, choices=OperationKind)
    # Who is erased is taken out by the owner's function; an update by a door would be refused.
    by = models.ForeignKey(User, on_delete=models.DO_NOTHING, null=True, related_name="+")
    link = models.ForeignKey(ListLink, on_delete=models.CASCADE, null=True, related_name="+")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    why = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("operation"), _("operations")
        ordering = ["shopping_list_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "operation", "item"],
                name="shopping_listoperation_once",
                violation_error_message=_("This has been done already."),
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["household", "shopping_list", "number"],
                name="shopping_listoperation_in_order",
                violation_error_message=_("Each operation of a list has its own number."),
            ),
        ]
        indexes = [
            models.Index(fields=["household", "item", "number"], name="shopping_operation_of_item"),
            models.Index(
                fields=["household", "asked"],
                name="shopping_operation_asked",
                condition=models.Q(asked__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"
