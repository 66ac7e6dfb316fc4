from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import OfFood, Product
from shopping.models.item import ShoppingListItem
from shopping.models.store import Store


class PriceRecord(OfFood):
    """What something cost: `price` for `quantity` in `unit` (both empty where nobody said for how much), in which
    store, on which day. A price of an item on a list is kept once and follows the item.
    """

    tenancy = tenancy.household()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, null=True, related_name="+")
    store = models.ForeignKey(Store, on_delete=models.CASCADE, null=True, related_name="+")
    item = models.ForeignKey(ShoppingListItem, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    quantity = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=12, blank=True)
    price = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, validators=[RegexValidator(r"^[A-Z]{3}$", _("Use a code like EUR."))])
    paid_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("price"), _("prices")
        ordering = ["-paid_on", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(price__gte=0),
                name="shopping_pricerecord_not_negative",
                violation_error_message=_("A price is not below zero."),
            ),
            models.UniqueConstraint(
                fields=["household", "item"],
                name="shopping_pricerecord_once",
                violation_error_message=_("This price is kept already."),
            ),
        ]
        indexes = [models.Index(fields=["household", "name_key", "paid_on"], name="shopping_price_of_name")]

    def __str__(self) -> str:
        return f"{self.name} {self.price}"
