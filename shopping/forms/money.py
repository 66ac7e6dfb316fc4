from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kitchen.forms import TypedMoneyField
from kitchen.money import smallest


class MoneyField(TypedMoneyField):
    """An amount that can be paid in a currency, which the form says; written with a point or a comma."""

    part = Decimal("0.01")

    def in_currency(self, currency: str) -> None:
        self.part = smallest(currency)
        example = "12" if self.part == 1 else "12.50"
        self.no_money = _("Give an amount that can be paid, such as %(example)s.") % {"example": example}

    def to_python(self, value: Any) -> Any:
        amount = super().to_python(value)
        if amount is not None and amount % self.part:
            raise forms.ValidationError(self.no_money)
        return amount
