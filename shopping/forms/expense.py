"""A bill as it is typed: who paid, and the way to split it, of which the others are left as they were."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from kitchen.money import smallest, tell_money
from shopping.forms.expense_parts import ItemRow, PersonRow, item_rows
from shopping.forms.money import MoneyField
from shopping.forms.people import choices_of
from shopping.models import SplitMode
from shopping.splitting import Money, Split, by_amounts, by_items, by_percent, by_shares, equally, payer_first

# A number that no currency's digits hold: what the page puts amounts in the place of.
SAMPLE = Decimal(1)
WAYS = [
    (SplitMode.EQUAL, _("Equally")),
    (SplitMode.EXACT, _("Amounts")),
    (SplitMode.PERCENT, _("Percent")),
    (SplitMode.SHARES, _("Shares")),
    (SplitMode.ITEMS, _("Thing by thing")),
]


class ExpenseForm(Form):
    """`id` makes a second sending of a new one the same; `seen` says which bill was on the page."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    title = LineField(
        label=_("What for"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "next"}),
    )
    total = MoneyField(label=_("How much in all"))
    paid_by = forms.ChoiceField(label=_("Who paid"))
    mode = forms.ChoiceField(label=_("Split"), choices=WAYS, initial=SplitMode.EQUAL, widget=ChoiceChips)

    def __init__(  # noqa: PLR0913  (a page that is full of people)
        self,
        data: Any = None,
        *,
        household: Household,
        people: Sequence[User],
        reader: User,
        currency: str = "",
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.currency, self.people = currency or household.currency, {str(one.pk): one for one in people}
        total: Any = self.fields["total"]
        total.in_currency(self.currency)
        named = choices_of(people, reader)
        self.fields["paid_by"].choices = named  # type: ignore[attr-defined]
        self.fields["paid_by"].initial = str(reader.pk)
        self.rows = [PersonRow(data, person=one, currency=self.currency, told=initial) for one in people]
        for row, (_key, name) in zip(self.rows, named, strict=True):
            row.name = name
        self.item_rows = item_rows(data, named, self.currency, initial)
        self.blank_item = ItemRow(None, prefix="item-N", people=named, currency=self.currency)

    @property
    def pattern(self) -> str:
        """How the currency is written, for what the page reckons: "€ {amount}"."""
        plain = tell_money(SAMPLE, self.currency)
        digits = "".join(sign for sign in plain if sign.isdigit() or sign in ".,")
        return plain.replace(digits, "{amount}")

    @property
    def decimals(self) -> int:
        return 0 if smallest(self.currency) == 1 else 2

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if any(field.errors for field in self.hidden_fields()):
            self.add_error(None, translated("This could not be saved: open the form again."))
        mode = cleaned.get("mode")
        wanted: list[Form] = [*self.rows, *(self.item_rows if mode == SplitMode.ITEMS else [])]
        if [row for row in wanted if not row.is_valid()]:
            self.add_error(None, translated("Some of the amounts below are no numbers."))
        elif mode and cleaned.get("total") is not None and cleaned.get("paid_by"):
            try:
                cleaned["split"] = self._split(mode, cleaned)
            except DomainError as error:
                self.refuse(error)
        return cleaned

    def still(self) -> "ExpenseForm":
        """As it was typed, with nothing called wrong: it is not finished."""
        forms_of_it: Any = (self, *self.rows, *self.item_rows)
        for one in forms_of_it:
            one._errors = ErrorDict()
        return self

    def values(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in ("title", "total", "split")}
        return {**told, "paid_by": self.people[self.cleaned_data["paid_by"]]}

    def everything(self) -> tuple[object, ...]:
        """All that says another bill when it is typed otherwise, for `deed`."""
        return (*(row.typed for row in self.rows), *(row.typed for row in self.item_rows))

    def _split(self, mode: str, cleaned: dict[str, Any]) -> Split:
        payer = self.people[cleaned["paid_by"]]
        money = Money(cleaned["total"], self.currency, smallest(self.currency))
        ticked = payer_first([row.person for row in self.rows if row.cleaned_data["shares_it"]], payer)
        if mode == SplitMode.EQUAL:
            return equally(money, ticked)
        if mode == SplitMode.ITEMS:
            rows = [row for row in self.item_rows if not row.is_blank]
            return by_items(money, [row.item(self.people) for row in rows], ticked)
        ways = {SplitMode.EXACT: by_amounts, SplitMode.PERCENT: by_percent, SplitMode.SHARES: by_shares}
        said = {row.person: row.cleaned_data[mode] for row in self.rows if row.cleaned_data[mode]}
        return ways[SplitMode(mode)](money, [(one, said[one]) for one in payer_first(list(said), payer)])
