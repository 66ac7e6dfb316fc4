from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import Form, ManyChips
from kitchen.ids import new_id
from recipes.models import RecipeCollection
from recipes.queries.recipe_collection import Choice

EMOJI = forms.TextInput(attrs={"autocomplete": "off", "size": 4})


class CollectionForm(Form):
    """`id` is the form's own: sent twice, it makes one."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(label=_("Name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    emoji = LineField(
        label=_("Picture"), max_length=8, required=False, widget=EMOJI, help_text=_("An emoji, if you like.")
    )

    def __init__(self, data: Any = None, *, collection: RecipeCollection | None = None) -> None:
        now = {"name": collection.name, "emoji": collection.emoji} if collection else {}
        super().__init__(data, initial=now)


class ChooseForm(Form):
    """In which collections a dish is; `name` begins another one with it."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    collections = forms.TypedMultipleChoiceField(label=_("It is in"), required=False, widget=ManyChips)
    name = LineField(
        label=_("A new collection"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, choices: list[Choice]) -> None:
        super().__init__(data, initial={"collections": [str(one.id) for one in choices if one.has]})
        field: Any = self.fields["collections"]
        field.choices = [(str(one.id), f"{one.emoji} {one.name}".strip()) for one in choices]


class PlaceForm(Form):
    """To which place of its collection a dish goes, from 1."""

    to = forms.IntegerField(min_value=1, max_value=10_000, widget=forms.HiddenInput)
