"""What is done to a lot or to a part of it: opening, freezing, thawing, moving, splitting, putting together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips
from kitchen.units import Quantity
from pantry.forms.stock import AmountField, OperationForm, TakeForm
from pantry.models import Place, StockItem
from pantry.queries.amount import how_much
from pantry.queries.units import units_for


class PlacedForm(TakeForm):
    """So much of a lot, and where it lies from then on; where there is one place only, nobody is asked."""

    place = forms.TypedChoiceField(label=_("Where does it go?"), widget=ChoiceChips, coerce=UUID)

    def __init__(
        self, data: Any = None, *, lot: StockItem, places: Sequence[Place], here: Place | None, system: str = "metric"
    ) -> None:
        super().__init__(data, lot=lot, system=system)
        self.places = {place.pk: place for place in places}
        field: Any = self.fields["place"]
        field.choices = [(str(place.pk), place.name) for place in places]
        field.required = False
        field.initial = str(here.pk) if here else None
        if len(self.places) <= 1:
            field.widget = forms.HiddenInput()

    def where(self) -> Place | None:
        """None leaves it to the service."""
        return self.places.get(self.cleaned_data["place"])


class CarryForm(PlacedForm):
    """To another place: all of it, unless an amount is given."""

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        fields: Any = self.fields
        fields["place"].required, fields["place"].widget = True, ChoiceChips(choices=fields["place"].choices)
        fields["amount"].required = fields["unit"].required = False
        fields["amount"].label = _("Only a part of it")

    def quantity(self) -> Quantity | None:
        if not self.cleaned_data.get("part") and not self.cleaned_data["amount"]:
            return None
        return super().quantity()


class SplitForm(OperationForm):
    amount = AmountField(label=_("How much is set apart"))
    unit = forms.ChoiceField(label=_("Unit"))

    def __init__(self, data: Any = None, *, lot: StockItem, system: str = "metric") -> None:
        super().__init__(data)
        self.lot = lot
        unit: Any = self.fields["unit"]
        unit.choices = units_for(lot, system)

    def quantity(self) -> Quantity:
        number, unit = self.cleaned_data["amount"]
        return Quantity(number, unit or self.cleaned_data["unit"])


class MergeForm(OperationForm):
    """Which others become one with a lot."""

    others = forms.MultipleChoiceField(
        label=_("Put together with"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one."),
            "invalid_choice": _("One of them is not there any more, or not to be put together with it: choose again."),
        },
    )

    def __init__(self, data: Any = None, *, others: Sequence[StockItem], system: str = "metric") -> None:
        super().__init__(data)
        self.lots = {str(lot.pk): lot for lot in others}
        field: Any = self.fields["others"]
        field.choices = [(id, f"{lot.name}, {how_much(lot, system)}") for id, lot in self.lots.items()]
        field.initial = list(self.lots)

    def chosen(self) -> list[StockItem]:
        return [self.lots[id] for id in self.cleaned_data["others"]]
