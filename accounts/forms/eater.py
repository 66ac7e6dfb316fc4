from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import Allergen, Diet, Eater
from accounts.services.eater import Needs
from kitchen.forms import Form, ManyChips
from kitchen.ids import new_id


class NeedsForm(Form):
    """What somebody does not eat."""

    diets = forms.MultipleChoiceField(label=_("Eats"), choices=Diet, required=False, widget=ManyChips)
    allergens = forms.MultipleChoiceField(
        label=_("Must not eat, because of an allergy"), choices=Allergen, required=False, widget=ManyChips
    )
    dislikes = LineField(
        label=_("Does not like"), max_length=300, required=False, help_text=_("In your own words: olives, liver.")
    )

    def needs(self) -> Needs:
        given = self.cleaned_data
        return Needs(given["diets"], given["allergens"], given["dislikes"])


class EaterForm(NeedsForm):
    """Somebody at the table. `id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(label=_("Name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    field_order = ("id", "name", "diets", "allergens", "dislikes")

    def __init__(self, data: Any = None, *, eater: Eater | None = None, **options: Any) -> None:
        super().__init__(data, initial=_of(eater) if eater else None, **options)


def _of(eater: Eater) -> dict[str, Any]:
    return {name: getattr(eater, name) for name in ("id", "name", "diets", "allergens", "dislikes")}


def needs_of(eater: Eater | None) -> dict[str, Any]:
    """What a `NeedsForm` starts from."""
    return {name: getattr(eater, name) for name in ("diets", "allergens", "dislikes")} if eater else {}
