"""The fields of a recipe's form, as they are made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, DecimalInput
from recipes.content import MOST_SERVINGS
from recipes.models import Difficulty
from recipes.models.recipe import MOST_MINUTES

LONGEST_BOX = 60_000
EMOJI = tuple("🍲🍝🍛🥗🍜🥘🍕🥪🌮🍳🥞🍰🍪🥧🍞🍚🐟🍗🥩🥤")
NUMBER = {"inputmode": "numeric", "autocomplete": "off"}
DIFFICULTIES = [("", _("not said")), *((str(value), label) for value, label in Difficulty.choices)]


class BoxField(forms.CharField):
    """Lines of text, whose ends are the same however a browser sends them."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


def line(label: Any, most: int, **options: Any) -> LineField:
    return LineField(label=label, max_length=most, required=False, **options)


def offered(label: Any, most: int, among: str) -> LineField:
    """A line with what the household has said there before, as a list of the browser's."""
    return line(label, most, widget=forms.TextInput(attrs={"list": among, "autocomplete": "off"}))


def minutes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST_MINUTES, required=False, widget=forms.TextInput(attrs=NUMBER)
    )


def how_many(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        max_value=MOST_SERVINGS,
        max_digits=6,
        decimal_places=2,
        required=False,
        widget=DecimalInput,
        localize=False,
    )


def box(label: Any, help_text: Any = "", placeholder: Any = "", *, rows: int, most: int = LONGEST_BOX) -> BoxField:
    attrs = {"rows": rows, "placeholder": placeholder, "autocapitalize": "sentences"}
    return BoxField(
        label=label, help_text=help_text, max_length=most, required=False, widget=forms.Textarea(attrs=attrs)
    )


def how_hard(label: Any) -> forms.TypedChoiceField:
    """From 1 to 5, None where nothing is said."""
    return forms.TypedChoiceField(
        label=label, choices=DIFFICULTIES, coerce=int, empty_value=None, required=False, widget=ChoiceChips
    )


def link(label: Any) -> forms.URLField:
    return forms.URLField(
        label=label,
        max_length=1000,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
