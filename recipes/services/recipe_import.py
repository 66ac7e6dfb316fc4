"""Taking in what an importer read: once each, however often it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.content import LONGEST_STEP, MOST_TAGS, RecipeContent
from recipes.importers import Draft, Section
from recipes.lines import Prepared, prepared
from recipes.models import Recipe, VersionWhy
from recipes.models.recipe import MOST_MINUTES
from recipes.services.recipe import insert_recipe
from recipes.sources import host_of, source_key

# So many in one request; an archive of years takes several.
MOST = 50
LONGEST_URL = 1000


@dataclass(frozen=True)
class Imported:
    """`recipe` is the one that came in, or was here `already`; without it, `why` says what is wrong with `name`."""

    name: str
    recipe: Recipe | None = None
    already: bool = False
    why: str = ""


def import_draft(household: Household, draft: Draft, *, by: User) -> Imported:
    return import_drafts(household, [draft], by=by)[0]


@transaction.atomic
def import_drafts(household: Household, drafts: Sequence[Draft], *, by: User) -> list[Imported]:
    """What became of each, in their order: one line of the feed for all that are new."""
    require_role(household, by, TABLE)
    if len(drafts) > MOST:
        sentence = _("These are %(count)s recipes; at most %(most)s come in at once. Bring them in smaller parts.")
        raise DomainError(sentence % {"count": len(drafts), "most": MOST})
    ready = [prepare(draft) for draft in drafts]
    lock_household(household)
    here = _here(household, [one.source_key for one in ready if isinstance(one, Prepared)])
    done = [one if isinstance(one, Imported) else _take_in(household, one, here, by) for one in ready]
    _tell(household, [one.recipe for one in done if one.recipe and not one.already], by)
    return done


def prepare(draft: Draft) -> Prepared | Imported:
    try:
        ready = prepared(content_of_draft(draft))
    except DomainError as error:
        return Imported(draft.title or draft.source_file, why=str(error))
    return replace(ready, source_key=source_key(ready.content))


def _here(household: Household, keys: list[str]) -> dict[str, Recipe]:
    found = Recipe.objects.filter(household=household, source_key__in=keys, deleted_at=None)
    return {recipe.source_key: recipe for recipe in found}


def _take_in(household: Household, one: Prepared, here: dict[str, Recipe], by: User) -> Imported:
    """`here` also gathers what this import brings, so that a file with a dish in it twice gives one."""
    if known := here.get(one.source_key):
        return Imported(known.name, known, already=True)
    recipe, _new = insert_recipe(household, one, by=by, why=VersionWhy.IMPORTED)
    here[one.source_key] = recipe
    return Imported(recipe.name, recipe)


def _tell(household: Household, recipes: list[Recipe], by: User) -> None:
    if not recipes:
        return
    if len(recipes) == 1:
        recipe = recipes[0]
        record(household, "recipe.imported", by=by, subject=recipe.pk, facts={"name": recipe.name})
    else:
        facts: dict[str, Any] = {"count": len(recipes), "ids": [str(recipe.pk) for recipe in recipes]}
        record(household, "recipe.collected", by=by, subject=recipes[0].pk, facts=facts)
    for recipe in recipes:
        announce(household, "recipe", recipe.pk)


def content_of_draft(draft: Draft) -> RecipeContent:
    """A draft within the lengths of what is kept: a long remark is cut, an ingredient or a step never."""
    prep, cook, rest = minutes_of(draft)
    return RecipeContent(
        name=draft.title[:160],
        ingredients=draft.ingredients,
        steps=[Section(one.name, [part for line in one.lines for part in pieces(line)]) for one in draft.steps],
        servings=draft.servings if draft.servings and 0 < draft.servings <= MOST_MINUTES else None,
        yields="" if draft.servings else draft.servings_words[:80],
        prep_minutes=prep,
        cook_minutes=cook,
        rest_minutes=rest,
        description=draft.description[:2000],
        cuisine=draft.cuisine[:60],
        category=draft.category[:60],
        tags=[tag[:40] for tag in draft.tags[:MOST_TAGS]],
        notes=draft.notes[:10_000],
        source_url=draft.source_url if host_of(draft.source_url) and len(draft.source_url) <= LONGEST_URL else "",
        source_name=draft.source_name[:160],
        author=draft.author[:160],
    )


def minutes_of(draft: Draft) -> tuple[int | None, int | None, int | None]:
    """Preparation, cooking and waiting; a total that says more than the other two together is waiting."""
    prep, cook, total = (
        given if given and 0 < given <= MOST_MINUTES else None
        for given in (draft.prep_minutes, draft.cook_minutes, draft.total_minutes)
    )
    if total is None:
        return prep, cook, None
    if prep is None and cook is None:
        return None, total, None
    rest = total - (prep or 0) - (cook or 0)
    return prep, cook, rest if rest > 0 else None


def pieces(step: str) -> list[str]:
    """A step of several paragraphs as several steps; one beyond all bounds in parts."""
    return [
        part[at : at + LONGEST_STEP] for part in step.splitlines() for at in range(0, len(part.strip()), LONGEST_STEP)
    ]
