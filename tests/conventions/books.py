"""What belongs to the recipes of the cast beside what they say: pictures, versions, doubles."""

from collections.abc import Sequence
from typing import Any

from accounts.models import Household
from recipes.content import RecipeContent, content_of
from recipes.importers import Section
from recipes.models import Recipe, VersionWhy
from recipes.pictures import Shown
from recipes.services.picture import keep_picture
from recipes.services.version import add_versions
from tests.database import as_owner

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
WORD = "Vortle"


def cast_books(household: Household, dishes: Sequence[Recipe], many: int) -> dict[str, Any]:
    """As many pictures and versions of the first dish as of everything; the names of all are the same."""
    first = dishes[0]
    other = RecipeContent(WORD, [Section(WORD, [WORD])], [Section("", [WORD])], tags=[WORD])
    with as_owner():
        pictures = [keep_picture(first, shown(number), alt=WORD) for number in range(min(many, 30))]
        for _ in range(many):
            add_versions(household, {first.pk: other}, by=first.added_by, why=VersionWhy.CHANGED)
            add_versions(household, {first.pk: content_of(first)}, by=None, why=VersionWhy.RESTORED)
        double = Recipe.objects.create(household=household, name=WORD, name_key=first.name_key, notes=WORD)
    return {
        "recipes:picture": pictures[0].pk,
        "recipes:picture:recipe": first.pk,
        "recipes:version": first.pk,
        "recipes:version:number": 1,
        "recipes:duplicate": first.pk,
        "recipes:duplicate:other": double.pk,
    }


def shown(number: int) -> Shown:
    """Bytes that are no picture: nothing opens them here."""
    return Shown(b"large %d" % number, b"small %d" % number, 16, 9)
