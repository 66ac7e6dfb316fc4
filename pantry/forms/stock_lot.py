"""Everything that can be said of a lot, to be set right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, DateInput, TypedMoneyField
from kitchen.money import smallest
from kitchen.units import Quantity
from pantry.forms.food_choice import FoodChoiceField
from pantry.forms.stock import SAY_HOW_MUCH, AmountField, MoveForm
from pantry.models import DateKind, Place, Rough, StockItem
from pantry.queries.units import all_units
from pantry.services.lot import DEAREST
from pantry.services.new_lots import LONGEST_NAME

KINDS = [(kind, kind.label) for kind in (DateKind.USE_BY, DateKind.BEST_BEFORE)]


class PriceField(TypedMoneyField):
    """What something in a kitchen costs."""

    def __init__(self, **more: Any) -> None:
        super().__init__(most=DEAREST, **more)


class LotForm(MoveForm):
    """A rough amount goes before a number. What the package says stays apart from the date that counts."""

    name = LineField(label=_("What it is"), max_length=LONGEST_NAME)
    amount = AmountField(label=_("How much"), required=False)
    unit = forms.ChoiceField(label=_("Unit"))
    rough = forms.ChoiceField(
        label=_("Or roughly"), choices=[("", _("measured")), *Rough.choices], required=False, widget=ChoiceChips
    )
    printed_on = forms.DateField(label=_("Date on the package"), required=False, widget=DateInput)
    printed_kind = forms.ChoiceField(label=_("The package says"), choices=KINDS, required=False, widget=ChoiceChips)
    use_by = forms.DateField(
        label=_("To be eaten by"),
        required=False,
        widget=DateInput,
        help_text=_("Follows from the package, from opening and freezing. Change it only if you know better."),
    )
    price = PriceField(label=_("Price paid"), required=False)
    note = LineField(label=_("Note"), max_length=300, required=False)
    field_order = ("operation", "name", "food", "amount", "unit", "rough", "place", "printed_on", "printed_kind")

    def __init__(self, data: Any = None, *, lot: StockItem, places: list[Place], system: str = "metric") -> None:
        super().__init__(data, places=places)
        self.lot = lot
        self.fields["food"] = FoodChoiceField(
            lot.household,
            lot.name,
            initial=lot.food_ref,
            label=_("Counts as the food"),
            help_text=_("It decides how long this keeps, and which dishes it is found for."),
        )
        self.order_fields(self.field_order)
        units: Any = self.fields["unit"]
        units.choices = all_units(lot.unit, system)
        self.fields["place"].label = _("Where it is")
        names = ("name", "unit", "rough", "use_by", "printed_on", "printed_kind", "note")
        self.initial = {name: getattr(lot, name) for name in names}
        self.initial |= {
            "amount": "" if lot.amount is None else f"{lot.amount.normalize():f}",
            "place": str(lot.place_id),
            "price": self._price(),
        }

    def _price(self) -> str:
        if self.lot.price is None:
            return ""
        return str(self.lot.price.quantize(smallest(self.lot.household.currency)))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("amount") and not given.get("rough") and "amount" not in self.errors:
            self.add_error("amount", SAY_HOW_MUCH)
        return given

    def truth(self) -> dict[str, Any]:
        given = self.cleaned_data
        number, unit = given["amount"] or (None, "")
        quantity = Quantity(number, unit or given["unit"]) if number and not given["rough"] else None
        said = {
            name: given[name] for name in ("name", "rough", "use_by", "printed_on", "printed_kind", "price", "note")
        }
        return {**said, "quantity": quantity, "place": self.where(), **self._food()}

    def _food(self) -> dict[str, Any]:
        """Left alone while the name changes, the food follows the name."""
        given = self.cleaned_data
        renamed = given["name"] != self.lot.name and given["food"] == self.lot.food_ref
        return {} if renamed else {"food": given["food"]}
