"""Reading recipes again from what was kept of them, after the readers have learned something."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from accounts.models import Household, StoredFile, User
from accounts.services.stored_file import open_file
from kitchen import tenancy
from recipes.importers import Draft, Failure, iter_recipes
from recipes.importers.mapped import iter_table
from recipes.importers.source import LARGEST_DATA
from recipes.models import RecipeOrigin
from recipes.services.reread import reread_recipe


def reparse_household(household: Household, by: User, *, dry_run: bool = False) -> Counter[str]:
    """How many were "changed", said the "same", could not be read again ("lost"), or were left because somebody has
    worked on them ("own"). Each file is read once, with no transaction open.
    """
    told: Counter[str] = Counter()
    with tenancy.scope(household=household.pk, person=by.pk, reads_only=True):
        origins = RecipeOrigin.objects.filter(household=household, recipe__deleted_at=None)
        every = list(origins.select_related("file").order_by("file", "member", "number"))
        files = {file: list(group) for file, group in groupby(every, key=lambda one: one.file)}
    for file, group in files.items():
        told += _of_file(household, by, file, group, dry_run=dry_run)
    return told


def _of_file(
    household: Household, by: User, file: StoredFile, group: list[RecipeOrigin], *, dry_run: bool
) -> Counter[str]:
    wanted = {(one.member, one.number): one for one in group}
    told: Counter[str] = Counter()
    for draft in _again(household, by, file, group[0]):
        origin = wanted.pop((draft.original.member, draft.original.number), None)
        if origin is None:
            continue
        draft.source_url = draft.source_url or origin.url
        with tenancy.scope(household=household.pk, person=by.pk):
            told[reread_recipe(household, origin.recipe_id, draft, by=by, dry_run=dry_run)] += 1
    told["lost"] += len(wanted)
    return told


def _again(household: Household, by: User, file: StoredFile, origin: RecipeOrigin) -> Iterator[Draft]:
    with tenancy.scope(household=household.pk, person=by.pk, reads_only=True):
        opened = open_file(file)
    with opened:
        found: Iterator[Draft | Failure]
        if origin.mapping:
            found = iter_table(opened.read(LARGEST_DATA + 1), origin.mapping, file.name)
        else:
            found = iter_recipes(opened, name=file.name, url=origin.url)
        for one in found:
            if isinstance(one, Draft):
                yield one
