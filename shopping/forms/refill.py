from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from kitchen.units import Quantity, suited
from shopping.forms.amount import AmountField
from shopping.forms.need import offer
from shopping.queries.refill import Refill, RefillPage
from shopping.wanted import Wanted


def amount_of(row: Refill) -> str:
    return translated("Amount of %(name)s") % {"name": row.name}


def as_told(row: Refill) -> Quantity | None:
    """300 g, not 0.3 kg."""
    return suited(row.amount) if row.amount else None


class RefillForm(Form):
    """What runs low: which of it goes on which list, and how much of each. `looked` says that it was seen."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    looked = forms.BooleanField(widget=forms.HiddenInput, initial=True)
    shopping_list = forms.ChoiceField(label=_("On which list"), required=False, widget=ChoiceChips)

    def __init__(self, data: Any = None, *, page: RefillPage) -> None:
        self.page = page
        super().__init__(data, initial={"shopping_list": str(page.lists[0].pk) if page.lists else ""})
        offer(self, "shopping_list", [(str(one.pk), f"{one.emoji} {one.name}") for one in page.lists])
        for row in page.rows:
            self.fields[f"keep-{row.key}"] = forms.BooleanField(label=row.name, required=False, initial=row.proposed)
            self.fields[f"amount-{row.key}"] = AmountField(label=amount_of(row), initial=as_told(row))

    def rows(self) -> Iterator[tuple[Refill, BoundField, BoundField]]:
        for row in self.page.rows:
            yield row, self[f"keep-{row.key}"], self[f"amount-{row.key}"]

    def wanted(self) -> list[Wanted]:
        given = self.cleaned_data
        return [row.wanted(given[f"amount-{row.key}"]) for row in self.page.rows if given[f"keep-{row.key}"]]
