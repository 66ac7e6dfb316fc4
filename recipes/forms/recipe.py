from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, DecimalInput, Form
from kitchen.ids import new_id
from recipes.content import LINES, MINUTES, MOST_SERVINGS, TEXTS, RecipeContent, content_of
from recipes.models import Recipe
from recipes.models.recipe import MOST_MINUTES
from recipes.queries.card import PLATE
from recipes.sections import read_ingredients, read_steps, write_ingredients, write_steps
from recipes.services.recipe import ChangedMeanwhile, WrittenAlready

LONGEST_BOX = 60_000
EMOJI = tuple("🍲🍝🍛🥗🍜🥘🍕🥪🌮🍳🥞🍰🍪🥧🍞🍚🐟🍗🥩🥤")
NUMBER = {"inputmode": "numeric", "autocomplete": "off"}
INGREDIENTS = _("One a line, as you would say it. “For the sauce:” on a line of its own begins a part.")
STEPS = _("One a line, or with an empty line between them. They are numbered by themselves.")
EXAMPLE_LINES = _("200 g spinach\n1 onion, sliced\n2 tbsp olive oil\nsalt")
EXAMPLE_STEPS = _("Soften the onion in the oil.\nFold in the spinach by the handful.")


def minutes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST_MINUTES, required=False, widget=forms.TextInput(attrs=NUMBER)
    )


def box(label: Any, help_text: Any, placeholder: Any, *, rows: int) -> forms.CharField:
    attrs = {"rows": rows, "placeholder": placeholder, "autocapitalize": "sentences"}
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST_BOX, required=False, widget=forms.Textarea(attrs=attrs)
    )


def line(label: Any, most: int, **options: Any) -> LineField:
    return LineField(label=label, max_length=most, required=False, **options)


MORE = ("emoji", "description", "yields", "source_name", "source_url", "notes")


class RecipeForm(Form):
    """A whole recipe. `id` makes a second sending of a new one the same; `seen` is when it had last been changed."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    name = LineField(
        label=_("What is it called?"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give the dish a name.")},
    )
    servings = forms.DecimalField(
        label=_("For how many"),
        max_value=MOST_SERVINGS,
        max_digits=6,
        decimal_places=2,
        required=False,
        widget=DecimalInput,
        localize=False,
    )
    prep_minutes = minutes(_("Preparation (min)"))
    cook_minutes = minutes(_("Cooking (min)"))
    rest_minutes = minutes(_("Waiting (min)"))
    ingredients = box(_("Ingredients"), INGREDIENTS, EXAMPLE_LINES, rows=10)
    steps = box(_("What to do"), STEPS, EXAMPLE_STEPS, rows=10)
    tags = line(_("Tags"), 800, help_text=_("With commas between them: quick, soup, for guests."))
    description = forms.CharField(
        label=_("In a few words"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    emoji = forms.ChoiceField(
        label=_("Picture on the plate"),
        choices=[],
        required=False,
        widget=ChoiceChips,
        help_text=_("The empty plate is for the picture of the main food."),
    )
    yields = line(_("Makes"), 80, help_text=_("Where it is not portions: 24 biscuits, one loaf."))
    source_name = line(_("Where it is from"), 160, help_text=_("A person, a book, a page."))
    source_url = forms.URLField(
        label=_("Link"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    notes = forms.CharField(
        label=_("Notes"), max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None, *, recipe: Recipe | None = None, **options: Any) -> None:
        self.recipe, self.before = recipe, content_of(recipe) if recipe else None
        super().__init__(data, initial=_shown(recipe, self.before) if recipe and self.before else None, **options)
        chosen = self.before.emoji if self.before else ""
        pictures = dict.fromkeys((*((chosen,) if chosen else ()), *EMOJI))
        emoji: Any = self.fields["emoji"]
        emoji.choices = [("", PLATE), *((one, one) for one in pictures)]

    @property
    def has_more(self) -> bool:
        """Whether something stands, or is wrong, in the part that is folded away."""
        return any(self[name].value() or self[name].errors for name in MORE)

    def content(self) -> RecipeContent:
        """What was typed; what this form does not ask for stays as it was."""
        given = self.cleaned_data
        asked = {name: given[name] for name in (*LINES, *TEXTS, *MINUTES, "servings") if name in given}
        return replace(
            self.before or RecipeContent(""),
            **asked,
            tags=given["tags"].split(","),
            ingredients=read_ingredients(given["ingredients"]),
            steps=read_steps(given["steps"]),
        )

    def clean_seen(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            return None

    def refuse(self, error: DomainError) -> None:
        """Who has been told that somebody else changed it may save over that; who wrote it twice, a second one."""
        super().refuse(error)
        if isinstance(error, ChangedMeanwhile) and self.recipe:
            self.data = {**self.data.dict(), "seen": self.recipe.changed_at.isoformat()}  # type: ignore[attr-defined]
        elif isinstance(error, WrittenAlready):
            self.data = {**self.data.dict(), "id": str(new_id())}  # type: ignore[attr-defined]


def _shown(recipe: Recipe, content: RecipeContent) -> dict[str, Any]:
    return {
        **content.columns,
        "id": recipe.pk,
        "seen": recipe.changed_at.isoformat(),
        "servings": f"{content.servings.normalize():f}" if content.servings else None,
        "tags": ", ".join(content.tags),
        "ingredients": write_ingredients(content.ingredients),
        "steps": write_steps(content.steps),
    }
