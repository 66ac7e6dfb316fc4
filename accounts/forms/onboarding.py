from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.eater import NeedsForm
from accounts.forms.line import LineField, TextField
from accounts.models import Allergen, Diet
from accounts.services.eater import Needs
from kitchen.forms import Form, ManyChips
from kitchen.ids import new_id

MOST_THINGS, LONGEST_THING = 100, 80

# What is in most kitchens, with the picture each wears.
FIRST_THINGS = (
    ("🌾", _("flour")), ("🍚", _("rice")), ("🍝", _("pasta")), ("🥔", _("potatoes")), ("🧅", _("onions")),
    ("🧄", _("garlic")), ("🥕", _("carrots")), ("🍅", _("tinned tomatoes")), ("🫘", _("beans")), ("🟤", _("lentils")),
    ("🥚", _("eggs")), ("🥛", _("milk")), ("🧈", _("butter")), ("🧀", _("cheese")), ("🍶", _("yoghurt")),
    ("🍞", _("bread")), ("🥣", _("oats")), ("🍎", _("apples")), ("🍌", _("bananas")), ("🍋", _("lemons")),
    ("🫒", _("olive oil")), ("🍾", _("vinegar")), ("🧂", _("salt")), ("🌶️", _("pepper")), ("🍬", _("sugar")),
    ("🍯", _("honey")), ("☕", _("coffee")), ("🍵", _("tea")), ("🐟", _("tinned fish")), ("🥜", _("nuts")),
)  # fmt: skip


class PeopleForm(NeedsForm):
    """What I do not eat, and somebody else who eats here: left empty, nobody is added."""

    other_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    other_name = LineField(
        label=_("Name"), max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    other_diets = forms.MultipleChoiceField(label=_("Eats"), choices=Diet, required=False, widget=ManyChips)
    other_allergens = forms.MultipleChoiceField(
        label=_("Must not eat, because of an allergy"), choices=Allergen, required=False, widget=ManyChips
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if (given.get("other_diets") or given.get("other_allergens")) and not given.get("other_name"):
            self.add_error("other_name", _("Whose are these? Give this person a name."))
        return given

    @property
    def other_open(self) -> bool:
        """Whether that part of the form has something to show: what was typed and refused."""
        return any(name.startswith("other_") for name in self.errors) or bool(self.data.get("other_name"))

    def other_needs(self) -> Needs:
        return Needs(self.cleaned_data["other_diets"], self.cleaned_data["other_allergens"])


class FirstThingsForm(Form):
    """What is in the kitchen: ticked from the usual, or typed a line each. `id` makes a second sending the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id, required=False)
    things = forms.MultipleChoiceField(label=_("Tick what you have"), required=False, widget=ManyChips)
    more = TextField(
        label=_("Anything else"),
        required=False,
        max_length=MOST_THINGS * LONGEST_THING,
        help_text=_("One thing a line, as you would say it: 2 jars of jam."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Any, kept: list[str]) -> None:
        usual = [str(name) for _emoji, name in FIRST_THINGS]
        ticked = [thing for thing in kept if thing in usual]
        typed = [thing for thing in kept if thing not in usual]
        super().__init__(data, initial={"things": ticked, "more": "\n".join(typed)})
        field = self.fields["things"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(name), f"{emoji} {name}") for emoji, name in FIRST_THINGS]

    def operation(self) -> UUID:
        return self.cleaned_data["id"] or new_id()

    def all_things(self) -> list[str]:
        """Each once, in order: at most MOST_THINGS of at most LONGEST_THING letters."""
        typed = (" ".join(line.split())[:LONGEST_THING] for line in self.cleaned_data["more"].splitlines())
        named = [*self.cleaned_data["things"], *(line for line in typed if line)]
        return list(dict.fromkeys(named))[:MOST_THINGS]
