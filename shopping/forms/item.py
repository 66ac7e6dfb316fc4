from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField, TextField
from accounts.models import User
from kitchen.errors import DomainError
from kitchen.forms import DateInput, Form
from kitchen.ids import new_id
from kitchen.money import smallest
from pantry.catalogue import AISLES
from pantry.forms.stock_lot import PriceField
from pantry.models import Product, of_foods
from recipes.pictures import shrunk
from shopping.forms.amount import AmountField
from shopping.models import ShoppingList, ShoppingListItem
from shopping.queries.row import aisle_of_category
from shopping.wanted import amount_of

MOST_TYPED = 12_000
# The longest side of a picture of something to buy, in pixels: enough to read what is on a package.
SIDE = 960


class LineForm(Form):
    """The quick add line. `shopping_list` is the one that it is for, else the first; `id` is the operation."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    shopping_list = forms.UUIDField(widget=forms.HiddenInput, required=False)
    line = TextField(label=_("What to buy"), max_length=MOST_TYPED)

    def sentences(self) -> list[str]:
        """What is wrong with the line; what is wrong with what nobody typed is said in one sentence."""
        hidden = any(name in self.errors for name in ("id", "shopping_list"))
        odd = [translated("This could not be saved: open the page again.")] if hidden else []
        return [*self.errors.get("line", []), *odd]


class CostField(PriceField):
    """A price to the smallest coin of a currency."""

    coin = Decimal("0.01")

    def to_python(self, value: Any) -> Any:
        price = super().to_python(value)
        return None if price is None else price.quantize(self.coin, ROUND_HALF_UP)


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, person: User) -> str:
        return person.called


class ProductField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, product: Product) -> str:
        return " ".join(filter(None, (product.brand, product.name)))


class PictureField(forms.FileField):
    """A photo as it is kept, made small here, before anything is locked."""

    widget = forms.FileInput(attrs={"accept": "image/*"})

    def clean(self, data: Any, initial: Any = None) -> bytes | None:
        given = super().clean(data, initial)
        try:
            return shrunk(given.read(), SIDE) if given else None
        except DomainError as error:
            raise error.as_validation() from error


class ItemForm(Form):
    """Each field by itself gives what the service takes: devices send only those that were changed."""

    name = LineField(label=_("What to buy"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    amount = AmountField(label=_("Amount"), help_text=_("500 g, 2 tins, 3. Leave it empty if it does not matter."))
    note = LineField(label=_("Note"), max_length=300, required=False, help_text=_("Which brand, how ripe, for whom."))
    price = CostField(label=_("Price"), required=False, help_text=_("For all of it."))
    category = forms.TypedChoiceField(
        label=_("Where it stands in the shop"), coerce=int, empty_value=None, required=False
    )
    needed_on = forms.DateField(label=_("Needed on"), required=False, widget=DateInput)
    assigned_to = PersonField(
        label=_("Who gets it"), queryset=User.objects.none(), required=False, empty_label=_("Whoever is in the shop")
    )
    product = ProductField(label=_("Which one"), queryset=Product.objects.none(), required=False, empty_label=_("Any"))
    picture = PictureField(label=_("Picture"), required=False)
    without_picture = forms.BooleanField(label=_("Take the picture away"), required=False)

    def __init__(self, data: Any = None, files: Any = None, *, item: ShoppingListItem) -> None:
        self.item = item
        coin = smallest(item.household.currency)
        super().__init__(data, files, initial=_now(item, coin))
        fields: Any = self.fields
        fields["price"].coin = coin
        aisles = [(str(one.id), f"{one.emoji} {translated(one.name)}") for one in AISLES.values()]
        fields["category"].choices = [("", translated("Everything else")), *aisles]
        people = User.objects.filter(memberships__household=item.household, is_active=True)
        fields["assigned_to"].queryset = people.order_by("name", "pk")
        self._offer_products()
        if item.picture_id is None:
            del fields["without_picture"]

    def _offer_products(self) -> None:
        """Those of its food that the household knows; where there are none, nothing is to be chosen."""
        ours = Product.objects.filter(household=self.item.household, removed_at=None)
        fitting = ours.filter(of_foods([self.item.food_ref])) if self.item.food_ref else ours.none()
        if self.item.product_id or (self.item.food_ref and fitting.exists()):
            chosen = ours.filter(pk=self.item.product_id) if self.item.product_id else ours.none()
            self.fields["product"].queryset = fitting | chosen  # type: ignore[attr-defined]
        else:
            del self.fields["product"]

    def changes(self) -> dict[str, Any]:
        """What was changed of the item, but for the picture: an aisle that nobody touched follows the name."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.endswith("picture")}
        return {name: value for name, value in given.items() if value != self._was(name)}

    @property
    def more_is_said(self) -> bool:
        """Of what stands folded away."""
        said = (self.item.needed_on, self.item.assigned_to_id, self.item.product_id, self.item.picture_id)
        return any(said) or any(name in self.errors for name in ("needed_on", "assigned_to", "product", "picture"))

    def values(self) -> dict[str, Any]:
        pictures = {name: self.cleaned_data.get(name) for name in ("picture", "without_picture")}
        return {"changes": self.changes(), **pictures}

    def _was(self, name: str) -> Any:
        if name == "amount":
            return amount_of(self.item.quantity, self.item.unit)
        return _aisle(self.item) if name == "category" else getattr(self.item, name)


def _now(item: ShoppingListItem, coin: Decimal) -> dict[str, Any]:
    return {
        "name": item.name,
        "amount": amount_of(item.quantity, item.unit),
        "note": item.note,
        "price": str(item.price.quantize(coin)) if item.price is not None else "",
        "category": str(_aisle(item) or ""),
        "needed_on": item.needed_on,
        "assigned_to": item.assigned_to_id,
        "product": item.product_id,
    }


def _aisle(item: ShoppingListItem) -> int | None:
    """Of the part of an aisle that a food is in, the aisle."""
    known = AISLES.get(aisle_of_category(item.category_id))
    return known.id if known else None


class MoveForm(Form):
    """To which list; `id` is the operation."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.ModelChoiceField(queryset=ShoppingList.objects.none())

    def __init__(self, data: Any = None, *, item: ShoppingListItem) -> None:
        super().__init__(data)
        self.fields["to"].queryset = other_lists(item)  # type: ignore[attr-defined]


def other_lists(item: ShoppingListItem) -> QuerySet[ShoppingList]:
    open_ones = ShoppingList.objects.filter(household=item.household_id, archived_at=None)
    return open_ones.exclude(pk=item.shopping_list_id)
