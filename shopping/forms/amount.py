from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import DecimalInput
from kitchen.units import Quantity, find_unit, read_number, rounded, unit_name
from shopping.wanted import MOST

HARD_TO_READ = _("Write an amount such as 500 g, 2 tins or 3.")
LONGEST = 40
TOO_MUCH = _("Give an amount above nothing that a kitchen can hold.")


class AmountField(forms.Field):
    """An amount with its unit, typed as people write it; empty is None. A number alone counts pieces."""

    def __init__(self, **options: Any) -> None:
        widget = DecimalInput({"inputmode": "text", "maxlength": LONGEST})
        super().__init__(**{"required": False, "widget": widget, **options})

    def to_python(self, value: Any) -> Quantity | None:
        text = str(value or "").strip()
        if len(text) > LONGEST:
            raise forms.ValidationError(HARD_TO_READ)
        return read_amount(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Quantity) else value


def read_amount(text: str) -> Quantity:
    number = read_number(text)
    if number is None:
        raise forms.ValidationError(HARD_TO_READ)
    amount, end = number
    rest = text[end:].strip()
    unit = find_unit(rest) if rest else find_unit("piece")
    if unit is None:
        raise forms.ValidationError(HARD_TO_READ)
    if not 0 < rounded(amount) < MOST:
        raise forms.ValidationError(TOO_MUCH)
    return Quantity(rounded(amount), unit.code)


def written(quantity: Quantity) -> str:
    """As it may be typed again: exact, with the word of its unit."""
    number = f"{quantity.amount.normalize():f}"
    return number if quantity.unit == "piece" else f"{number} {unit_name(quantity.unit, int(quantity.amount) or 1)}"
