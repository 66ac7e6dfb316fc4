"""What /style/ shows: one side a theme, with made-up food and forms in every state."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, CodeInput, DateInput, DecimalInput, Form, ManyChips, Switch

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONG = _("Chicken thighs, free range, boneless, with the skin on, from the farm shop behind the old railway station")
SWATCHES = [
    *("enamel", "plate", "well", "line", "edge", "ink", "ink-soft"),
    *("rim", "rim-wash", "fresh", "soon", "late", "wrong"),
]
CODE, CURRENCY, LINK = "k7mp 2xqa", "EUR", "http://localhost:8000/join/k7mp2xqa/"
LOTS = [
    ("late", "🥬", _("Spinach"), _("Fridge · opened Thursday"), _("200 g"), _("today")),
    ("soon", "🥛", _("Single cream"), _("Fridge"), _("150 ml"), _("tomorrow")),
    ("soon", "🍗", LONG, _("Fridge · thawed this morning"), _("800 g"), _("2 days")),
    ("fresh", "🥔", _("Potatoes"), _("Cellar"), _("2.5 kg"), _("3 weeks")),
]
DISHES = [
    ("fresh", "🥬", _("Spinach and chickpea curry"), 9, 9, _("Uses the spinach and half the cream")),
    ("soon", "🍳", _("Leek and feta omelette"), 6, 7, _("Uses two leeks · missing feta")),
]
ITEMS = [
    (_("Oat milk"), _("from quick add"), _("2 l"), "B", 2, ""),
    (_("Coriander"), _("added just now"), "1", "A", 1, "new"),
    (_("Bananas"), _("in the basket"), "6", "B", 2, "done"),
]
FEED = [
    ("B", 2, _("Bob used 300 g rice"), "18:40", False),
    ("A", 1, _("Alice put two leeks on the list"), "17:05", True),
    ("C", 4, LONG, "08:12", False),
]
FACTS = [(_("Rating"), "4.6"), (_("Energy"), _("430 kcal")), (_("Protein"), _("17 g")), (_("Per person"), "€ 1.35")]
STEPS = [_("Household"), _("People"), _("First things")]
BUTTONS = [
    ("primary", _("Do it")),
    ("", _("Change")),
    ("quiet", _("No")),
    ("danger", _("Delete")),
    ("danger-quiet", _("Remove")),
]
PLACES = [("fridge", _("Fridge")), ("freezer", _("Freezer")), ("cupboard", _("Cupboard"))]


def symbols() -> list[str]:
    """Names of all icons, in the order of the sprite."""
    sprite = Path(str(finders.find("icons/sprite.svg"))).read_text(encoding="utf-8")
    return re.findall(r'<symbol id="([\w-]+)"', sprite)


class SampleForm(Form):
    name = forms.CharField(label=_("Name"), help_text=_("As people at the table say it."))
    email = forms.EmailField(label=_("Email"), required=False)
    secret = forms.CharField(label=_("Password"), widget=forms.PasswordInput())
    code = forms.CharField(label=_("Code"), widget=CodeInput(), required=False)
    amount = forms.DecimalField(label=_("Amount"), widget=DecimalInput(), required=False)
    until = forms.DateField(label=_("Use by"), widget=DateInput(), required=False)
    place = forms.ChoiceField(label=_("Place"), choices=PLACES)
    theme = forms.ChoiceField(label=_("Kept"), choices=PLACES, widget=ChoiceChips())
    tags = forms.MultipleChoiceField(label=_("Also in"), choices=PLACES, widget=ManyChips(), required=False)
    way = forms.ChoiceField(label=_("Opened"), choices=PLACES, widget=forms.RadioSelect())
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    picture = forms.FileField(label=_("Picture"), required=False)
    keep = forms.BooleanField(label=_("Keep me signed in on this device"), required=False)
    tell = forms.BooleanField(label=_("Tell me in the morning what must be eaten"), widget=Switch(), required=False)


@dataclass(frozen=True)
class Side:
    """One theme of the sampler; `theme` also begins every id on it."""

    theme: str
    form: Form
    refused: Form
    many: list[int] = field(default_factory=lambda: list(range(1, 41)))

    @property
    def name(self) -> "StrOrPromise":
        return _("Night") if self.theme == "dark" else _("Day")

    @property
    def page(self) -> Page[int]:
        return Paginator(range(60), 20).page(2)


def side(theme: str) -> Side:
    given = {"name": "Alice", "theme": "freezer", "tags": ["fridge", "cupboard"], "tell": True, "way": "fridge"}
    blank = SampleForm(initial=given, auto_id=f"{theme}_%s")
    refused = SampleForm({"email": "alice@", "amount": "much", "theme": "x"}, auto_id=f"{theme}_refused_%s")
    refused.refuse(DomainError(_("This household already has somebody called Alice."), field="name"))
    refused.refuse(DomainError(_("Two things in this form do not go together.")))
    return Side(theme, blank, refused)
