from typing import Any

from django.utils.translation import gettext_lazy as _

from kitchen.forms import Form
from kitchen.money import smallest
from pantry.forms.stock_lot import PriceField
from shopping.models import ShoppingListItem


class PriceForm(Form):
    """What was paid for all of it; empty where nobody knows."""

    price = PriceField(
        label=_("Price"), required=False, help_text=_("For all of it, as it stood on the receipt. Empty: nobody knows.")
    )

    def __init__(self, data: Any = None, *, item: ShoppingListItem) -> None:
        now = item.price.quantize(smallest(item.household.currency)) if item.price is not None else ""
        super().__init__(data, initial={"price": now})
