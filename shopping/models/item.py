from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, StoredFile, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models import Category, OfFood, Product
from recipes.models import Recipe
from shopping.models.shopping_list import ShoppingList
from shopping.models.store import Store
from shopping.models.trip import ShoppingTrip

WALL = tenancy.household()


class ItemState(models.TextChoices):
    """`put_away` is what was bought and is on the shelves, or was said not to go there; `removed` can come back."""

    OPEN = "open", _("to buy")
    TICKED = "ticked", _("in the basket")
    PUT_AWAY = "put_away", _("put away")
    REMOVED = "removed", _("taken off")


@audited(WALL, exclude=["number"])
class ShoppingListItem(OfFood):
    """Something to buy. Its id may come from the client; `quantity` is null where nobody said how much.

    `number` is that of its newest operation. `price` is for all of it, in the household's currency. What was ticked is
    a purchase: when, by whom, in which store stays with it. `removed_by` stays too when somebody who did not know of
    the removal brings it back, so that both are told.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="shopping_items")
    shopping_list = models.ForeignKey(ShoppingList, on_delete=models.CASCADE, related_name="items")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("what to buy"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    quantity = models.DecimalField(_("amount"), max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=12, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.OPEN)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ticked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    ticked_at = models.DateTimeField(null=True, blank=True)
    product = models.ForeignKey(Product, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=2, null=True, blank=True)
    assigned_to = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    needed_on = models.DateField(_("needed on"), null=True, blank=True)
    picture = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    store = models.ForeignKey(Store, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    trip = models.ForeignKey(ShoppingTrip, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    changed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    removed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    number = models.BigIntegerField(default=0, editable=False)

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("list item"), _("list items")
        ordering = ["created_at", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="shopping_shoppinglistitem_name_given",
                violation_error_message=_("Say what to buy."),
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gt=0),
                name="shopping_shoppinglistitem_positive",
                violation_error_message=_("Buy more than nothing."),
            ),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0),
                name="shopping_shoppinglistitem_price",
                violation_error_message=_("A price is not below zero."),
            ),
        ]
        indexes = [
            models.Index(fields=["household", "shopping_list", "state"], name="shopping_item_by_state"),
            models.Index(fields=["household", "name_key", "ticked_at"], name="shopping_item_bought"),
        ]

    def __str__(self) -> str:
        return self.name


class ItemReason(models.Model):
    """Why something is on the list: the dish it is for, and how much of it that dish needs."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(ShoppingListItem, on_delete=models.CASCADE, related_name="reasons")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="+")
    quantity = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("reason"), _("reasons")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "item", "recipe"],
                name="shopping_itemreason_once",
                violation_error_message=_("This dish is a reason already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.recipe_id}"
