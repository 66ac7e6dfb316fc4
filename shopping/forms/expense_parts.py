"""The rows of a bill: one for each person, one for each thing."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import User
from kitchen.forms import DecimalInput, Form, ManyChips
from kitchen.tones import tone_of
from shopping.forms.money import MoneyField
from shopping.splitting import MOST_ITEMS, MOST_WEIGHT, WEIGHT_PART, Item

BLANK_ROWS, LONGEST = 2, 10


class WeightField(forms.CharField):
    """A percent or a number of shares, to three places, with a point or a comma."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=DecimalInput({"maxlength": LONGEST}), **more)

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value)).strip().removesuffix("%").replace(",", ".").strip()
        if not text:
            return None
        plain = text.replace(".", "", 1).isdecimal() and text.isascii() and len(text) <= LONGEST
        if not plain or not Decimal(text) <= MOST_WEIGHT or Decimal(text) % WEIGHT_PART:
            raise forms.ValidationError(translated("Give a plain number, such as 2 or 33.3."))
        return Decimal(text)


class PersonRow(Form):
    """One person's part, in each way to split."""

    shares_it = forms.BooleanField(label=_("Shares the bill"), required=False)
    exact = MoneyField(label=_("Amount"), required=False)
    percent = WeightField(label=_("Percent"))
    shares = WeightField(label=_("Shares"))

    def __init__(self, data: Any, *, person: User, currency: str, told: dict[str, Any] | None) -> None:
        key = str(person.pk)
        known = (told or {}).get("parts")
        first: dict[str, Any] = {"shares_it": True, "shares": "1"}
        super().__init__(data, prefix=key, initial=first if known is None else known.get(key, {}))
        self.person, self.name = person, person.called
        exact: Any = self.fields["exact"]
        exact.in_currency(currency)

    @property
    def initial_letter(self) -> str:
        return self.person.called[:1].upper()

    @property
    def tone(self) -> int:
        return tone_of(self.person.pk)

    @property
    def typed(self) -> tuple[object, ...]:
        return tuple(self[name].value() for name in self.fields)


class ItemRow(Form):
    """One thing of the bill; a row without a name and an amount is none. Nobody chosen: everybody of the bill."""

    name = LineField(label=_("Thing"), required=False, max_length=120)
    amount = MoneyField(label=_("Amount"), required=False)
    people = forms.MultipleChoiceField(label=_("Whose was it?"), required=False, widget=ManyChips)

    def __init__(
        self,
        data: Any,
        *,
        prefix: str,
        people: Sequence[tuple[str, str]],
        currency: str,
        told: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, prefix=prefix, initial=told)
        choices: Any = self.fields["people"]
        choices.choices = people
        amount: Any = self.fields["amount"]
        amount.in_currency(currency)

    @property
    def is_blank(self) -> bool:
        return not self.cleaned_data.get("name") and not self.cleaned_data.get("amount")

    @property
    def typed(self) -> tuple[object, ...]:
        return tuple(self[name].value() for name in self.fields)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("name") and not cleaned.get("amount") and "amount" not in self.errors:
            self.add_error("amount", translated("Say what it cost."))
        if cleaned.get("amount") and not cleaned.get("people"):
            self.add_error("people", translated("Say whose it was."))
        return cleaned

    def item(self, people: dict[str, User]) -> Item:
        chosen = tuple(people[key] for key in self.cleaned_data["people"])
        return Item(self.cleaned_data["name"] or translated("Thing"), self.cleaned_data["amount"], chosen)


def item_rows(
    data: Any, people: Sequence[tuple[str, str]], currency: str, initial: dict[str, Any] | None
) -> list[ItemRow]:
    """As many as were sent and two more when more are asked for; else those of the bill and two blank ones."""
    told = (initial or {}).get("items", [])
    count = _sent(data) if data is not None else len(told) + BLANK_ROWS
    return [
        ItemRow(data, prefix=f"item-{at}", people=people, currency=currency, told=told[at] if at < len(told) else None)
        for at in range(min(count, MOST_ITEMS))
    ]


def _sent(data: Any) -> int:
    """The highest number of a row that was sent, so that rows taken out on the page leave no hole that ends it."""
    numbers = [key.split("-")[1] for key in data if key.startswith("item-") and key.count("-") == 2]  # noqa: PLR2004
    sent = max((int(one) + 1 for one in numbers if one.isdecimal() and len(one) < 4), default=0)  # noqa: PLR2004
    return sent + (BLANK_ROWS if "more" in data else 0)
