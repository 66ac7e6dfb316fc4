from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from pantry.models import Place, Storage

KINDS = {
    Storage.FRIDGE: _("a fridge"),
    Storage.FREEZER: _("a freezer"),
    Storage.PANTRY: _("a cupboard or cellar"),
}


class PlaceForm(Form):
    """`id` makes a second sending of a new place the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(label=_("Name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    storage = forms.ChoiceField(
        label=_("It keeps food like"),
        choices=list(KINDS.items()),
        widget=ChoiceChips,
        help_text=_("From this, Kitchen estimates how long things last there."),
    )

    def __init__(self, data: Any = None, *, place: Place | None = None) -> None:
        initial = {"id": place.pk, "name": place.name, "storage": place.storage} if place else None
        super().__init__(data, initial=initial)
