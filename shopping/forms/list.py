from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from shopping.models import ShoppingList

EMOJI = ["🛒", "🧺", "🥕", "🥖", "🧀", "🍝", "🥩", "🧃", "🍰", "🎂", "🏕️", "🎄", "🧼", "💊", "🐈", "🌱"]


class ListForm(Form):
    """`id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(
        label=_("Name"),
        max_length=60,
        help_text=_("Where or when it is for: Saturday shop, the market, the party."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    emoji = forms.ChoiceField(label=_("Picture"), widget=ChoiceChips, initial=EMOJI[0])

    def __init__(self, data: Any = None, *, shopping_list: ShoppingList | None = None) -> None:
        now = {name: getattr(shopping_list, name) for name in ("id", "name", "emoji")} if shopping_list else None
        super().__init__(data, initial=now)
        first = now["emoji"] if now else EMOJI[0]
        field = self.fields["emoji"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in dict.fromkeys((first, *EMOJI))]
