from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, DateInput, Form
from kitchen.ids import new_id
from kitchen.money import smallest
from pantry.forms.stock_lot import PriceField
from pantry.models import Place
from shopping.forms.amount import AmountField
from shopping.queries.put_away import Shelves
from shopping.services.put_away import Line, Proposal

# More places than this are a list to choose from, not chips.
MOST_CHIPS = 6
STEPS = {"g": "50", "ml": "50", "kg": "0.25", "l": "0.25"}


class PutAwayForm(Form):
    """The operation that all lines belong to."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

    def look_at(self, lines: "list[LineForm]") -> None:
        """Each line is asked, so that each says what is wrong with it."""
        if self.is_bound and not all([line.is_valid() for line in lines]):  # noqa: C419
            self.add_error(None, lazy("Correct what is marked below."))

    def deed_of_all(self) -> UUID:
        """Of the lines as they were sent, whatever has become of them: others, from a page that was gone back to, are
        another thing to do.
        """
        return self.deed("id", *(f"{name}={value}" for name, value in sorted(self.data.items()) if "-" in name))


class LineForm(Form):
    """One thing that was bought, with what is proposed for it."""

    keep = forms.BooleanField(required=False, widget=forms.CheckboxInput({"class": "tick-box"}))
    amount = AmountField(label=lazy("Amount"))
    place = forms.ChoiceField(label=lazy("Place"), widget=ChoiceChips)
    use_by = forms.DateField(label=lazy("Eat by"), required=False, widget=DateInput)
    # Whether the date is a guess (the proposed one, "in a week") and not read off the package.
    guess = forms.BooleanField(required=False, widget=forms.HiddenInput)
    product = forms.ChoiceField(label=lazy("Product"), required=False)
    price = PriceField(label=lazy("Price"), required=False)
    note = LineField(label=lazy("Note"), max_length=300, required=False)

    def __init__(self, data: Any, proposal: Proposal, shelves: Shelves) -> None:
        self.proposal, self.places = proposal, {str(place.pk): place for place in shelves.places}
        prefix = proposal.item.pk.hex
        # What was ticked since the page was drawn is none of what was sent.
        sent = data if data and f"{prefix}-place" in data else None
        super().__init__(sent, prefix=prefix, initial=self._proposed(smallest(shelves.currency)))
        if len(shelves.places) > MOST_CHIPS:
            self.fields["place"].widget = forms.Select()
        self._offer("place", [(id, place.name) for id, place in self.places.items()])
        if products := getattr(proposal.item, "products", []):
            named = [
                (one["id"], f"{one['name']} ({one['brand']})" if one["brand"] else one["name"]) for one in products
            ]
            self._offer("product", [("", _("none in particular")), *named])
        else:
            del self.fields["product"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _proposed(self, money: Decimal) -> dict[str, Any]:
        proposal, item = self.proposal, self.proposal.item
        return {
            "keep": proposal.keep,
            "amount": proposal.quantity,
            "place": str(proposal.place.pk),
            "use_by": proposal.use_by,
            "guess": proposal.use_by is not None,
            "product": str(item.product_id or ""),
            "price": "" if item.price is None else str(item.price.quantize(money)),
            "note": item.note,
        }

    @property
    def step(self) -> str:
        """Of plus and minus."""
        quantity = self.proposal.quantity
        return STEPS.get(quantity.unit, "1") if quantity else "1"

    @property
    def place_name(self) -> str:
        chosen = self.places.get(str(self["place"].value()))
        return chosen.name if chosen else ""

    @property
    def use_by_day(self) -> date | None:
        """Where what stands in the field is a day."""
        value: Any = self["use_by"].value()
        if isinstance(value, str):
            value = None if "use_by" in self.errors else self.cleaned_data.get("use_by")
        return value if isinstance(value, date) else None

    def _day(self, place: Place) -> date | None:
        """A date that was left as it was proposed follows the place."""
        day: date | None = self.cleaned_data["use_by"]
        untouched = day == self.proposal.use_by and place.storage != self.proposal.place.storage
        return self.proposal.dates.get(place.storage, day) if untouched else day

    def decided(self) -> Line:
        given, place = self.cleaned_data, self.places[self.cleaned_data["place"]]
        product, day = given.get("product") or "", self._day(place)
        return Line(
            item=UUID(str(self.proposal.item.pk)),
            keep=given["keep"],
            quantity=given["amount"],
            place=place,
            use_by=day,
            estimated=given["guess"] or day in self.proposal.dates.values(),
            product=UUID(product) if product else None,
            price=given["price"],
            note=given["note"],
        )


def _named(product: dict[str, str]) -> tuple[str, str]:
    name, brand = product["name"], product["brand"]
    return product["id"], f"{name} ({brand})" if brand else name


def shortcuts(today: date) -> list[tuple[str, date]]:
    """Dates that are one tap away."""
    named = ((_("3 days"), 3), (_("1 week"), 7), (_("1 month"), 30), (_("1 year"), 365))
    return [(label, today + timedelta(days=count)) for label, count in named]


class EverythingForm(Form):
    """The number of the list that its page was drawn at: what was ticked later was not seen."""

    until = forms.IntegerField(min_value=0, max_value=2**63 - 1)
