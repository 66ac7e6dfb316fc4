from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from kitchen.forms import DateInput, Form
from kitchen.ids import new_id
from shopping.forms.money import MoneyField
from shopping.forms.people import choices_of


class SettlementForm(Form):
    """`id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    currency = forms.ChoiceField(widget=forms.HiddenInput)
    conversation = forms.UUIDField(widget=forms.HiddenInput, required=False)
    payer = forms.ChoiceField(label=_("Who paid"))
    payee = forms.ChoiceField(label=_("Who got it"))
    amount = MoneyField(label=_("How much"))
    paid_on = forms.DateField(label=_("When"), widget=DateInput)

    def __init__(  # noqa: PLR0913  (a page that is full of people)
        self,
        data: Any = None,
        *,
        people: Sequence[User],
        reader: User,
        currencies: Sequence[str],
        today: date,
        initial: dict[str, Any] | None = None,
    ) -> None:
        asked = initial or {}
        others = [str(one.pk) for one in people if one != reader]
        first = {"currency": currencies[0], "paid_on": today, "payer": str(reader.pk), "payee": "".join(others[:1])}
        known = {name: value for name, value in asked.items() if value and name in self.base_fields}
        super().__init__(data, initial=first | known)
        self.today, self.people = today, {str(one.pk): one for one in people}
        named = choices_of(people, reader)
        for name in ("payer", "payee"):
            self.fields[name].choices = named  # type: ignore[attr-defined]
        self.fields["currency"].choices = [(one, one) for one in currencies]  # type: ignore[attr-defined]
        said = self["currency"].value()
        amount: Any = self.fields["amount"]
        amount.in_currency(said if said in currencies else currencies[0])

    def clean_paid_on(self) -> date:
        day: date = self.cleaned_data["paid_on"]
        if day > self.today:
            raise forms.ValidationError(translated("This day is still to come: note it when it was paid."))
        return day

    def clean(self) -> dict[str, Any]:
        if any(field.errors for field in self.hidden_fields()):
            self.add_error(None, translated("This could not be saved: open the form again."))
        return super().clean() or self.cleaned_data

    def values(self) -> dict[str, Any]:
        people = {name: self.people[self.cleaned_data[name]] for name in ("payer", "payee")}
        return {
            **people,
            **{name: self.cleaned_data[name] for name in ("amount", "currency", "paid_on", "conversation")},
        }
