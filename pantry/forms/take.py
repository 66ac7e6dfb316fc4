from decimal import Decimal
from typing import Any

from django import forms

from kitchen.units import UNITS, Quantity
from pantry.forms.stock import AmountField, OperationForm
from pantry.models import Rough, StockItem

HERE, GONE = "here", "gone"


class CountForm(OperationForm):
    """It is `here`, as much as the field says (left as it was: as much as is written), or it is `gone`."""

    say = forms.ChoiceField(choices=[(HERE, ""), (GONE, "")])
    amount = AmountField(required=False)
    rough = forms.ChoiceField(choices=[("", ""), *Rough.choices], required=False)

    def __init__(self, data: Any, *, lot: StockItem) -> None:
        super().__init__(data)
        self.lot = lot

    @property
    def typed(self) -> str:
        return str(self["amount"].value() or "")

    def found(self) -> dict[str, Any]:
        """What the service takes; nothing where all is as it is written."""
        given = self.cleaned_data
        if given["say"] == GONE:
            return {"quantity": Quantity(Decimal(0), self.lot.unit if self.lot.unit in UNITS else "piece")}
        if self.lot.amount is None and given["rough"]:
            return {} if given["rough"] == self.lot.rough else {"rough": given["rough"]}
        number, unit = given["amount"] or (self.lot.amount, "")
        if number is None or (number == self.lot.amount and unit in ("", self.lot.unit)):
            return {}
        return {"quantity": Quantity(number, unit or self.lot.unit)}
