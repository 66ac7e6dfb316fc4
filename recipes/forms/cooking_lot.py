from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError
from kitchen.forms import Form
from kitchen.units import Quantity, unit_name
from pantry.forms.stock import AmountField
from pantry.services.ledger import amount_to_take
from pantry.services.stock_made import Use
from recipes.queries.cooking_plan import PlannedLine, PlannedLot

SAY_HOW_MUCH = _("Say how much of it went, or untick it.")


class CookingLotForm(Form):
    """One lot that an ingredient may come from: whether it goes, and how much of it. `there` says that it was shown."""

    there = forms.CharField(widget=forms.HiddenInput, required=False)
    take = forms.BooleanField(required=False)
    amount = AmountField(label=_("How much"), required=False)

    def __init__(self, data: QueryDict | None, line: PlannedLine, planned: PlannedLot) -> None:
        self.planned, self.item = planned, planned.item
        self.measure = planned.share.unit if planned.share else planned.item.unit
        prefix = f"{line.ingredient.pk.hex}-{self.item.pk.hex}"
        share = planned.share
        now = {
            "there": "1",
            "take": line.is_taken and share is not None,
            "amount": f"{share.amount.normalize():f}" if share else "",
        }
        super().__init__(data if data and f"{prefix}-there" in data else None, prefix=prefix, initial=now)
        if planned.is_rough:
            del self.fields["amount"]
        else:
            self.fields["amount"].widget.attrs |= {"aria-label": _("How much of %(name)s") % {"name": self.item.name}}

    @property
    def unit(self) -> str:
        return "" if self.measure == "piece" else unit_name(self.measure, 2)

    @property
    def use(self) -> Use | None:
        """None where nothing of it goes."""
        if not self.is_bound or not self.cleaned_data.get("take"):
            return None
        return Use(self.item.pk, self._quantity())

    def _quantity(self) -> Quantity | None:
        """None is all of it."""
        given = self.cleaned_data.get("amount")
        if not given:
            return None
        amount, unit = given[0], given[1] or self.measure
        return None if (amount, unit) == (self.item.amount, self.item.unit) else Quantity(amount, unit)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("take") or self.planned.is_rough or "amount" in self.errors:
            return given
        if not given.get("amount"):
            self.add_error("amount", SAY_HOW_MUCH)
            return given
        try:
            amount_to_take(self.item, self._quantity())
        except DomainError as refusal:
            self.add_error("amount", refusal.as_validation())
        return given
