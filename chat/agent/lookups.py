"""Finds what somebody means among what is there, also with a slip of the keyboard; never guesses between two."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from chat.agent.deps import Kitchen
from kitchen.errors import DomainError
from pantry.matching import name_key
from pantry.models import Place, StockItem
from pantry.queries.foods import match
from pantry.queries.stock import find_lots, on_hand
from pantry.services.place import places_of
from recipes.models import Recipe
from recipes.queries.finding import recipe_here, recipes_of
from recipes.queries.text_search import find_recipes

T = TypeVar("T")
# How alike two names are (0 to 100) that are taken for one with a slip, and for a near one to be named.
SAME, NEAR = 84, 62
MOST_NAMED = 4


@dataclass(frozen=True)
class Found(Generic[T]):
    """`things` is what was meant, or, not `exact`, what has the words in its name only ("milk" and oat milk).

    `near` are names of what is a little like it, for a question.
    """

    things: list[T]
    near: tuple[str, ...] = ()
    confidence: float | None = None
    exact: bool = True


def alike(words: str, things: Sequence[T], name_of: Callable[[T], str], *, least: int = SAME) -> list[T]:
    """The things whose names are nearly `words`, all of the one best name."""
    names = list(dict.fromkeys(name_key(name_of(thing)) for thing in things))
    best = process.extractOne(name_key(words), names, scorer=fuzz.ratio, score_cutoff=least)
    return [thing for thing in things if best and name_key(name_of(thing)) == best[0]]


def near(words: str, names: Iterable[str]) -> tuple[str, ...]:
    by_key = {name_key(name): name for name in names}
    found = process.extract(name_key(words), list(by_key), scorer=fuzz.WRatio, score_cutoff=NEAR, limit=MOST_NAMED)
    return tuple(by_key[key] for key, _score, _at in found)


def lots_called(kitchen: Kitchen, words: str) -> Found[StockItem]:
    """Lots, most urgent first."""
    known = match(words)
    if items := find_lots(kitchen.household, words):
        key, food = name_key(words), known.food.id if known.food else None
        exact = any(item.name_key == key or (food is not None and item.food_ref == food) for item in items)
        return Found(items, confidence=known.confidence if food and exact else None, exact=exact)
    everything = on_hand(kitchen.household)
    if items := alike(words, everything, lambda item: item.name):
        return Found(items)
    return Found([], near(words, (item.name for item in everything)))


def lot_by_id(kitchen: Kitchen, id: str) -> StockItem:
    return by_id(id, on_hand(kitchen.household), _("This is not in the pantry any more."))


def recipes_called(kitchen: Kitchen, words: str) -> Found[Recipe]:
    """By words of name, tags and ingredients; by a nearly equal name otherwise."""
    if found := find_recipes(kitchen.household, words):
        return Found(found)
    everything = list(
        recipes_of(kitchen.household).only("id", "name", "name_key", "emoji", "servings", "total_minutes")
    )
    if found := alike(words, everything, lambda recipe: recipe.name):
        return Found(found)
    return Found([], near(words, (recipe.name for recipe in everything)))


def recipe_called(kitchen: Kitchen, recipe: str) -> Recipe:
    """The one that an id or a name means; refuses with the choices where it may be several."""
    if id := as_id(recipe):
        if here := recipe_here(kitchen.household, id):
            return here
        raise DomainError(_("This recipe is not there any more."))
    found = recipes_called(kitchen, recipe)
    if not found.things:
        raise DomainError(none_called(recipe, found.near, _("among the recipes")))
    key = name_key(recipe)
    exact = [one for one in found.things if one.name_key == key]
    named = exact or [one for one in found.things if f" {key}" in f" {one.name_key}"] or found.things
    if len(named) > 1:
        names = ", ".join(one.name for one in named[:MOST_NAMED])
        raise DomainError(_("Several recipes could be meant: %(names)s.") % {"names": names})
    return named[0]


def place_called(kitchen: Kitchen, words: str) -> Place:
    """A place by its name, or the first of the storage that the words name."""
    places = places_of(kitchen.household)
    key = name_key(words)
    exact = [place for place in places if place.name_key == key or place.storage == words.casefold()]
    if found := exact or alike(words, places, lambda place: place.name):
        return found[0]
    raise DomainError(_("There is no place “%(name)s” here.") % {"name": words})


def by_id(id: str, things: Iterable[T], gone: str) -> T:
    """The one with this id, as text; refuses with `gone`."""
    for thing in things:
        if str(getattr(thing, "pk", getattr(thing, "id", ""))) == id:
            return thing
    raise DomainError(gone)


def as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def none_called(words: str, near_names: Sequence[str], where: Any) -> str:
    """The sentence for what is not there, with what is nearly called so."""
    if not near_names:
        return _("There is no “%(name)s” %(where)s.") % {"name": words, "where": where}
    return _("There is no “%(name)s” %(where)s. Nearest to it: %(near)s.") % {
        "name": words,
        "where": where,
        "near": ", ".join(near_names),
    }
