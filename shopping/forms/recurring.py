from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import Household
from kitchen.forms import DateInput, Form
from kitchen.ids import new_id
from shopping.forms.amount import AmountField
from shopping.models import Period, RecurringItem, ShoppingList
from shopping.wanted import amount_of

MOST_EVERY = 365


class RecurringForm(Form):
    """`id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(label=_("What to buy"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    amount = AmountField(label=_("Amount"), help_text=_("500 g, 2 tins, 3. Leave it empty if it does not matter."))
    every = forms.IntegerField(
        label=_("Every"),
        min_value=1,
        max_value=MOST_EVERY,
        initial=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    period = forms.ChoiceField(label=_("Days, weeks or months"), choices=Period.choices, initial=Period.WEEK)
    next_on = forms.DateField(label=_("Next on"), widget=DateInput, help_text=_("It is on the list that morning."))
    shopping_list = forms.ModelChoiceField(
        label=_("On which list"), queryset=ShoppingList.objects.none(), empty_label=None
    )
    note = LineField(label=_("Note"), max_length=300, required=False, help_text=_("Which brand, how ripe, for whom."))

    def __init__(
        self, data: Any = None, *, household: Household, today: date, recurring: RecurringItem | None = None
    ) -> None:
        self.today, self.was = today, recurring.next_on if recurring else None
        lists = ShoppingList.objects.filter(household=household, archived_at=None)
        if recurring:
            lists = lists | ShoppingList.objects.filter(household=household, pk=recurring.shopping_list_id)
        super().__init__(data, initial=_now(recurring) if recurring else {"next_on": today})
        if lists:
            self.fields["shopping_list"].queryset = lists  # type: ignore[attr-defined]
        else:
            del self.fields["shopping_list"]

    def clean_next_on(self) -> date:
        day: date = self.cleaned_data["next_on"]
        if day < self.today and day != self.was:
            raise forms.ValidationError(translated("This day is over: choose today or a later one."))
        return day

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "id"}


def _now(row: RecurringItem) -> dict[str, Any]:
    same = ("name", "every", "period", "next_on", "note")
    return {
        **{name: getattr(row, name) for name in same},
        "id": row.pk,
        "amount": amount_of(row.quantity, row.unit),
        "shopping_list": row.shopping_list_id,
    }
