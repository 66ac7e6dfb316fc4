from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import Household
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from kitchen.money import smallest
from pantry.forms.stock_lot import PriceField
from shopping.models import ShoppingList, Store
from shopping.queries.copied import Extent, extents

EMOJI = ["🛒", "🧺", "🥕", "🥖", "🧀", "🍝", "🥩", "🧃", "🍰", "🎂", "🏕️", "🎄", "🧼", "💊", "🐈", "🌱"]


class NamedListForm(Form):
    """`id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(
        label=_("Name"),
        max_length=60,
        help_text=_("Where or when it is for: Saturday shop, the market, the party."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    emoji = forms.ChoiceField(label=_("Picture"), widget=ChoiceChips, initial=EMOJI[0])

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        first = (initial or {}).get("emoji", EMOJI[0])
        field = self.fields["emoji"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in dict.fromkeys((first, *EMOJI))]


class ListForm(NamedListForm):
    """A new list, or what is said of one. Without a store in the household there is none to choose."""

    budget = PriceField(
        label=_("Budget"),
        required=False,
        help_text=_("What this shop may cost. Leave it empty for as much as it takes."),
    )
    store = forms.ModelChoiceField(
        label=_("Where it is bought, usually"), queryset=Store.objects.none(), required=False, empty_label=_("Anywhere")
    )

    def __init__(self, data: Any = None, *, household: Household, shopping_list: ShoppingList | None = None) -> None:
        self.currency = household.currency
        super().__init__(data, initial=self._now(shopping_list) if shopping_list else None)
        stores = Store.objects.filter(household=household, removed_at=None)
        if stores:
            self.fields["store"].queryset = stores  # type: ignore[attr-defined]
        else:
            del self.fields["store"]

    def _now(self, kept: ShoppingList) -> dict[str, Any]:
        budget = str(kept.budget.quantize(smallest(self.currency))) if kept.budget is not None else ""
        return {"id": kept.pk, "name": kept.name, "emoji": kept.emoji, "budget": budget, "store": kept.store_id}

    def clean_budget(self) -> Any:
        budget = self.cleaned_data["budget"]
        if budget is not None and budget <= 0:
            raise forms.ValidationError(_("A budget is more than nothing."))
        return budget

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in ("name", "emoji", "budget", "store")}


class CopyForm(NamedListForm):
    extent = forms.ChoiceField(label=_("What goes on the new list"), widget=forms.RadioSelect)
    field_order = ("id", "extent", "name", "emoji")

    def __init__(self, data: Any = None, *, shopping_list: ShoppingList) -> None:
        super().__init__(data, initial={"name": shopping_list.name, "emoji": shopping_list.emoji})
        counts = extents(shopping_list)
        field = self.fields["extent"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, f"{one.label} ({counts[one]})") for one in Extent]
        self.initial["extent"] = Extent.OPEN if counts[Extent.OPEN] else Extent.ALL

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"name": given["name"], "emoji": given["emoji"], "extent": Extent(given["extent"])}
