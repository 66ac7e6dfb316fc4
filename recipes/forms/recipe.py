from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from recipes.content import LINES, MINUTES, TEXTS, RecipeContent, content_of
from recipes.forms.picture import PicturesField
from recipes.forms.recipe_fields import EMOJI, box, how_hard, how_many, line, link, minutes, offered
from recipes.models import Recipe, RecipeDraft
from recipes.queries.card import PLATE
from recipes.sections import read_ingredients, read_steps, write_ingredients, write_steps
from recipes.services.recipe import ChangedMeanwhile, WrittenAlready

INGREDIENTS = _("One a line, as you would say it. “For the sauce:” on a line of its own begins a part.")
STEPS = _("One a line, or with an empty line between them. They are numbered by themselves.")
EXAMPLE_LINES = _("200 g spinach\n1 onion, sliced\n2 tbsp olive oil\nsalt")
EXAMPLE_STEPS = _("Soften the onion in the oil.\nFold in the spinach by the handful.")
MORE = ("emoji", "description", "equipment", "yields", "source_name", "author", "source_url", "notes")
# What belongs to one showing of the form, and not to what somebody types into it.
OF_THE_FORM = {"id", "seen", "pictures", "pasted"}


class RecipeForm(Form):
    """A whole recipe. `id` makes a second sending of a new one the same; `seen` is when it had last been changed.

    Ingredients and steps are one box of text each; rows are another view of the same text.
    """

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    pasted = box(_("Paste a whole recipe"), rows=5)
    name = LineField(
        label=_("What is it called?"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give the dish a name.")},
    )
    pictures = PicturesField(required=False)
    servings = how_many(_("For how many"))
    servings_of = offered(_("Of what"), 40, "servings-of")
    prep_minutes = minutes(_("Preparing"))
    cook_minutes = minutes(_("Cooking"))
    rest_minutes = minutes(_("Waiting"))
    ingredients = box(_("Ingredients"), INGREDIENTS, EXAMPLE_LINES, rows=10)
    steps = box(_("What to do"), STEPS, EXAMPLE_STEPS, rows=10)
    difficulty = how_hard(_("How hard is it?"))
    category = offered(_("Course"), 60, "categories")
    cuisine = offered(_("Cuisine"), 60, "cuisines")
    tags = line(_("Tags"), 800, help_text=_("With commas between them: quick, soup, for guests."))
    equipment = line(_("What it takes"), 3200, help_text=_("Pots and tools, with commas between them: wok, blender."))
    description = box(_("In a few words"), rows=3, most=2000)
    emoji = forms.ChoiceField(
        label=_("Picture on the plate"),
        choices=[],
        required=False,
        widget=ChoiceChips,
        help_text=_("Shown while there is no photo. The empty plate is for the picture of the main food."),
    )
    yields = line(_("Makes"), 80, help_text=_("What comes out, in words: one loaf, two jars."))
    source_name = line(_("Where it is from"), 160, help_text=_("A person, a book, a page."))
    author = line(_("Whose recipe it is"), 160)
    source_url = link(_("Link"))
    notes = box(_("Notes"), rows=3, most=10_000)

    def __init__(
        self, data: Any = None, files: Any = None, *, recipe: Recipe | None = None, typed: dict[str, Any] | None = None
    ) -> None:
        """`typed` is what stands in an unbound one instead of what is kept."""
        self.recipe, self.before = recipe, content_of(recipe) if recipe else None
        self.meanwhile = False
        initial = _shown(recipe, self.before) if recipe and self.before else {}
        super().__init__(data, files, initial=initial | (typed or {}))
        if recipe:
            del self.fields["pictures"], self.fields["pasted"]
        chosen = self.initial.get("emoji", "")
        pictures = dict.fromkeys((*((chosen,) if chosen else ()), *EMOJI))
        emoji: Any = self.fields["emoji"]
        emoji.choices = [("", PLATE), *((one, one) for one in pictures)]

    @property
    def has_more(self) -> bool:
        """Whether something stands, or is wrong, in the part that is folded away."""
        return any(self[name].value() or self[name].errors for name in MORE)

    @property
    def is_touched(self) -> bool:
        """Whether somebody has typed what is not kept yet."""
        return bool(set(self.changed_data) - OF_THE_FORM)

    @property
    def typed(self) -> dict[str, str]:
        """What a draft keeps of it: as it was typed, right or wrong."""
        names = [name for name in self.fields if name not in OF_THE_FORM - {"seen"}]
        return {name: str(self[name].value() or "").replace("\r\n", "\n") for name in names}

    def content(self) -> RecipeContent:
        """What was typed; what this form does not ask for stays as it was."""
        given = self.cleaned_data
        names = (*LINES, *TEXTS, *MINUTES, "servings", "difficulty")
        return replace(
            self.before or RecipeContent(""),
            **{name: given[name] for name in names},
            tags=given["tags"].split(","),
            equipment=given["equipment"].split(","),
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
            self.meanwhile = True
            self.data = {**self.data.dict(), "seen": self.recipe.changed_at.isoformat()}  # type: ignore[attr-defined]
        elif isinstance(error, WrittenAlready):
            self.data = {**self.data.dict(), "id": str(new_id())}  # type: ignore[attr-defined]


class CopyForm(Form):
    """`id` is that of the copy: the form sent twice makes one."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


def _shown(recipe: Recipe, content: RecipeContent) -> dict[str, Any]:
    return {**shown_fields(content), "id": recipe.pk, "seen": recipe.changed_at.isoformat()}


def shown_fields(content: RecipeContent) -> dict[str, Any]:
    """A content as the form's fields show it."""
    return {
        **content.columns,
        "difficulty": str(content.difficulty or ""),
        "servings": Decimal(f"{content.servings.normalize():f}") if content.servings else None,
        "tags": ", ".join(content.tags),
        "equipment": ", ".join(content.equipment),
        "ingredients": write_ingredients(content.ingredients),
        "steps": write_steps(content.steps),
    }


def typed_in(draft: RecipeDraft | None) -> dict[str, Any] | None:
    """What a draft keeps, for a form that goes on with it."""
    return {**draft.fields, "id": draft.form} if draft else None
