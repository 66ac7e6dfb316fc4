from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import TextField
from kitchen.forms import ChoiceChips, DecimalInput, Form
from kitchen.ids import new_id
from kitchen.units import Quantity, read_number, read_unit
from pantry.models import Place, StockItem, WasteReason
from pantry.queries.amount import one_of
from pantry.queries.units import units_for

LONGEST_TEXT, LONGEST_AMOUNT = 20_000, 40
SAY_HOW_MUCH = _("Say how much, as a number: 200, 1.5 or ½.")


class OperationForm(Form):
    """`operation` makes a second sending the same; a page sends one for all of its lots: they are told apart."""

    operation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

    def deed(self, key: str = "operation", *also: object) -> UUID:
        return super().deed(key, *also)

    def deed_on(self, lot: StockItem) -> UUID:
        return self.deed("operation", lot.pk)


class AddForm(OperationForm):
    line = TextField(
        label=_("What is there"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "One thing a line, or between commas. Amount, place and day may stand with it: 2 l milk fridge friday."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Write what there is.")},
    )


class AmountField(forms.CharField):
    """A number as people write it, and the unit where they write one too: "1 1/2", "200 g"."""

    widget = DecimalInput

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return _read(text) if text else None


def _read(text: str) -> tuple[Decimal, str]:
    found = read_number(text) if len(text) <= LONGEST_AMOUNT else None
    rest = text[found[1] :].strip() if found else ""
    unit = read_unit(rest) if rest else None
    if found is None or found[0] <= 0 or (rest and (unit is None or unit[1] < len(rest))):
        raise forms.ValidationError(SAY_HOW_MUCH)
    return found[0], unit[0].code if unit else ""


class TakeForm(OperationForm):
    """How much of a lot goes: `part` (its buttons) is all, half or one of it, else an amount in a unit."""

    part = forms.ChoiceField(choices=[("all", ""), ("half", ""), ("one", "")], required=False, widget=forms.HiddenInput)
    amount = AmountField(label=_("How much"), error_messages={"required": SAY_HOW_MUCH})
    unit = forms.ChoiceField(label=_("Unit"))

    def __init__(self, data: Any = None, *, lot: StockItem, system: str = "metric") -> None:
        super().__init__(data)
        self.lot, self.one = lot, one_of(lot)
        unit: Any = self.fields["unit"]
        unit.choices = units_for(lot, system)
        if data and data.get("part"):
            unit.required = self.fields["amount"].required = False

    def quantity(self) -> Quantity | None:
        """None is all of it."""
        given = self.cleaned_data
        if given.get("part") == "half" and self.lot.amount:
            return Quantity(self.lot.amount / 2, self.lot.unit)
        if given.get("part") == "one" and self.one:
            return self.one
        if given.get("part"):
            return None
        number, unit = given["amount"]
        return Quantity(number, unit or given["unit"] or self.lot.unit)


class WasteForm(TakeForm):
    reason = forms.ChoiceField(label=_("Why"), choices=WasteReason, widget=ChoiceChips)

    def __init__(self, data: Any = None, *, lot: StockItem, system: str = "metric", late: bool = False) -> None:
        super().__init__(data, lot=lot, system=system)
        self.fields["reason"].initial = WasteReason.PAST_DATE if late else WasteReason.SPOILED


class MoveForm(OperationForm):
    place = forms.TypedChoiceField(label=_("Where to"), widget=ChoiceChips, coerce=UUID)

    def __init__(self, data: Any = None, *, places: list[Place]) -> None:
        super().__init__(data)
        self.places = {place.pk: place for place in places}
        field: Any = self.fields["place"]
        field.choices = [(str(place.pk), place.name) for place in places]

    def where(self) -> Place:
        return self.places[self.cleaned_data["place"]]
