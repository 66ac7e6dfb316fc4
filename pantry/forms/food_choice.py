"""Which food is this? A field that offers the likely ones, and finds the others as somebody types."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.models import Household
from pantry.models import FoodId, read_food_ref
from pantry.queries.food_search import LONGEST, FoodHit, find_foods, hit_of
from pantry.queries.foods import book, food, match

OFFERED, SURE = 8, 0.9


class FoodChoiceWidget(forms.Widget):
    """Radio buttons of the likely foods; a search above them asks `pantry:food.choose` for others.

    The words that were typed come along as `<name>_words`, so that it works without scripts too.
    """

    template_name = "pantry/food/choice.html"
    look = "food"

    def __init__(self, household: Household, text: str = "", *, none: bool = True, but: FoodId | None = None) -> None:
        super().__init__()
        self.household, self.text, self.none, self.but = household, text, none, but

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 - Django's
        return data.get(name), data.get(f"{name}_words", "")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        chosen, words = value if isinstance(value, tuple) else (value, "")
        ref = chosen if not isinstance(chosen, str) else read_food_ref(chosen)
        context: dict[str, Any] = super().get_context(name, "", attrs)
        url = reverse("pantry:food.choose", kwargs={"code": self.household.code})
        url += f"?field={name}" + ("" if self.none else "&need=1")
        hits = [hit for hit in offered(words or self.text, ref) if hit.ref != self.but]
        told = {"field_name": name, "words": words, "url": url, "hits": hits, "none": self.none, "chosen": ref}
        return context | told


class FoodChoiceField(forms.Field):
    """Cleans to the id of a food, None for none of them. `text` is what is to be understood: the name of a lot."""

    widget: Any

    def __init__(
        self, household: Household, text: str = "", *, required: bool = False, but: FoodId | None = None, **more: Any
    ) -> None:
        more.setdefault("label", lazy("Which food is this?"))
        widget = FoodChoiceWidget(household, text, none=not required, but=but)
        super().__init__(required=required, widget=widget, **more)

    def clean(self, value: Any) -> FoodId | None:
        chosen, words = value if isinstance(value, tuple) else (value, "")
        ref = read_food_ref(chosen)
        if ref is None and chosen:
            words = str(chosen)
        if words.strip() and ref in (None, self.initial):
            return self._meant(words)
        known = food(ref)
        if ref is not None and known is None:
            raise forms.ValidationError(_("This food is not there any more: choose another."))
        if known is None and self.required:
            raise forms.ValidationError(_("Choose a food."))
        return known.id if known else None

    def _meant(self, words: str) -> FoodId:
        """What was typed while nothing else was chosen: taken if it means a food, else to be chosen from."""
        found = match(words)
        if found.food is None or found.confidence < SURE:
            raise forms.ValidationError(_("No food is known by this name: %(name)s.") % {"name": words[:LONGEST]})
        return found.food.id


def offered(text: str, chosen: FoodId | None = None, limit: int = OFFERED) -> list[FoodHit]:
    """The chosen one first, then what the words may mean."""
    known = food(chosen)
    first = [hit_of(known)] if known else []
    found = [] if not text else [hit for hit in likely(text[:LONGEST], limit) if known is None or hit.ref != known.id]
    return [*first, *found][:limit]


def likely(text: str, limit: int = OFFERED) -> list[FoodHit]:
    """By what a name means, then by its letters; a long name ("organic milk 1 l") is looked for by its meaning."""
    understood = match(text)
    meant = [understood.food, *(one for one, _sure in understood.alternatives)]
    hits = {one.id: hit_of(one) for one in meant if one is not None and not book().is_out(one.id)}
    for hit in find_foods(text, limit):
        hits.setdefault(hit.ref, hit)
    return list(hits.values())[:limit]
