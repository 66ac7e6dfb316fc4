from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from shopping.models import ShoppingList, Store

EMOJI = ["🏪", "🛒", "🥬", "🥖", "🥩", "🐟", "🧀", "🧴", "💊", "🌾", "🍷", "🏬"]


class StoreForm(Form):
    """`id` makes a second sending of a new one the same; `back` is the list from which somebody came."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    back = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = LineField(
        label=_("Name"),
        max_length=60,
        help_text=_("As you call it: the big one on the corner, Saturday market."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    emoji = forms.ChoiceField(label=_("Picture"), widget=ChoiceChips, initial=EMOJI[0])

    def __init__(self, data: Any = None, *, store: Store | None = None, back: str = "") -> None:
        now = {name: getattr(store, name) for name in ("id", "name", "emoji")} if store else {"back": back}
        super().__init__(data, initial=now)
        first = store.emoji if store else EMOJI[0]
        field = self.fields["emoji"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in dict.fromkeys((first, *EMOJI))]


class AisleForm(Form):
    """Which aisle goes where: "7:up", "7:down", or to a place counted from 0, "7:3"."""

    move = forms.RegexField(r"\A[0-9]{1,6}:(up|down|[0-9]{1,3})\Z")

    def read(self, order: list[int]) -> tuple[int, int]:
        """The aisle and its new place."""
        name, to = self.cleaned_data["move"].split(":")
        aisle = int(name)
        at = order.index(aisle) if aisle in order else 0
        return aisle, {"up": at - 1, "down": at + 1}[to] if to in {"up", "down"} else int(to)


class ChooseForm(Form):
    """The store of one person for one list; none is an answer too."""

    store = forms.ModelChoiceField(queryset=Store.objects.none(), required=False)

    def __init__(self, data: Any, *, shopping_list: ShoppingList) -> None:
        super().__init__(data)
        field = self.fields["store"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Store.objects.filter(household=shopping_list.household_id, removed_at=None)
