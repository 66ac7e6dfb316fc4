"""Taking in what an importer read: once each, however often it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Household, StoredFile, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.draft_content import content_of_draft
from recipes.importers import Draft
from recipes.lines import Prepared, prepared
from recipes.models import Recipe
from recipes.services.recipe_bulk import Arrival, insert_recipes
from recipes.services.recipe_luggage import unpack
from recipes.sources import source_key

# So many at once where nothing is kept of the whole; a library comes in piece by piece.
MOST = 50


@dataclass(frozen=True)
class Imported:
    """`recipe` is the one that came in, or was here `already`; without it, `why` says what is wrong with `name`."""

    name: str
    recipe: Recipe | None = None
    already: bool = False
    why: str = ""


@dataclass(frozen=True)
class Whence:
    """Where the originals of recipes lie: the file that is kept of them, the address, how its columns were read."""

    file: StoredFile | None = None
    url: str = ""
    mapping: dict[str, int] | None = None


def import_draft(household: Household, draft: Draft, *, by: User) -> Imported:
    return import_drafts(household, [draft], by=by)[0]


@transaction.atomic
def import_drafts(household: Household, drafts: Sequence[Draft], *, by: User) -> list[Imported]:
    """What became of each, in their order: one line of the feed for all that are new."""
    require_role(household, by, TABLE)
    if len(drafts) > MOST:
        sentence = _("These are %(count)s recipes; at most %(most)s come in at once. Bring them in smaller parts.")
        raise DomainError(sentence % {"count": len(drafts), "most": MOST})
    ready = [(draft, prepare(draft)) for draft in drafts]
    done = take_in(lock_household(household), ready, by=by)
    new = [one.recipe for one in done if one.recipe and not one.already]
    if new:
        tell_import(household, new, by=by)
    return done


def prepare(draft: Draft) -> Prepared | Imported:
    """What a draft means, worked out before anything is locked; why not, where it cannot be kept."""
    try:
        ready = prepared(content_of_draft(draft))
    except DomainError as error:
        return Imported(draft.title or draft.source_file, why=str(error))
    return replace(ready, source_key=source_key(ready.content))


def take_in(
    household: Household,
    ready: Sequence[tuple[Draft, Prepared | Imported]],
    *,
    by: User,
    whence: Whence | None = None,
) -> list[Imported]:
    """What became of each, in a locked household. Of a dish that comes twice, the first is kept."""
    here = _here(household, [one.source_key for _draft, one in ready if isinstance(one, Prepared)])
    new: dict[str, tuple[Draft, Prepared]] = {}
    for draft, one in ready:
        if isinstance(one, Prepared) and one.source_key not in here:
            new.setdefault(one.source_key, (draft, one))
    arrivals = [_arrival(draft, one, whence or Whence()) for draft, one in new.values()]
    recipes = insert_recipes(household, arrivals, by=by)
    unpack(household, zip(recipes, (draft for draft, _one in new.values()), strict=True), by=by)
    came = dict(zip(new, recipes, strict=True))
    return [one if isinstance(one, Imported) else _became(one, here, came) for _draft, one in ready]


def _here(household: Household, keys: list[str]) -> dict[str, Recipe]:
    """By their sources; one that was merged is the recipe that it went into."""
    found = Recipe.objects.filter(household=household, source_key__in=keys)
    merged = found.filter(merged_into__isnull=False, merged_into__deleted_at=None).select_related("merged_into")
    kept = {recipe.source_key: recipe.merged_into for recipe in merged if recipe.merged_into}
    return kept | {recipe.source_key: recipe for recipe in found.filter(deleted_at=None)}


def _arrival(draft: Draft, ready: Prepared, whence: Whence) -> Arrival:
    return Arrival(
        ready,
        created=draft.created,
        file=whence.file,
        member=draft.original.member,
        number=draft.original.number,
        url=whence.url,
        mapping=whence.mapping,
    )


def _became(one: Prepared, here: dict[str, Recipe], came: dict[str, Recipe]) -> Imported:
    """New for the first of its key; that one stands for those after it."""
    known = here.get(one.source_key)
    if known is None:
        recipe = here[one.source_key] = came[one.source_key]
        return Imported(recipe.name, recipe)
    return Imported(known.name, known, already=True)


def tell_import(household: Household, recipes: Sequence[Recipe], *, by: User) -> None:
    """The line of the feed for what came in together."""
    if len(recipes) == 1:
        recipe = recipes[0]
        record(household, "recipe.imported", by=by, subject=recipe.pk, facts={"name": recipe.name})
    else:
        facts: dict[str, Any] = {"count": len(recipes), "ids": [str(recipe.pk) for recipe in recipes]}
        record(household, "recipe.collected", by=by, subject=recipes[0].pk, facts=facts)
    for recipe in recipes:
        announce(household, "recipe", recipe.pk)
