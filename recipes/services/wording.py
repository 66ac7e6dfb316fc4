"""Keeping the words of recipes, for finding them."""

from collections.abc import Collection
from itertools import chain
from uuid import UUID

from django.db import connection

from accounts.models import Household
from recipes.models import RecipePosting, RecipeText, RecipeWord
from recipes.queries.wording import words_of_recipes
from recipes.wordbook.postings import packed

AT_ONCE = 500
NUMBER = """
INSERT INTO recipes_recipeindexhead AS head (household_id, version, numbered) VALUES (%s, 0, %s)
ON CONFLICT (household_id) DO UPDATE SET numbered = head.numbered + EXCLUDED.numbered RETURNING numbered
"""
# A recipe whose words are written again has a new number, so that what is kept of a word is only ever added to.
TEXTS = """
INSERT INTO recipes_recipetext (household_id, recipe_id, number) SELECT %s, * FROM unnest(%s::uuid[], %s::integer[])
ON CONFLICT (recipe_id) DO UPDATE SET number = EXCLUDED.number
"""
POSTINGS = """
INSERT INTO recipes_recipeposting AS posting (household_id, word, block, data)
SELECT %s, * FROM unnest(%s::varchar[], %s::integer[], %s::bytea[])
ON CONFLICT (household_id, word, block) DO UPDATE SET data = posting.data || EXCLUDED.data
"""
WORDS = """
INSERT INTO recipes_recipeword (household_id, word) SELECT %s, given.word FROM unnest(%s::varchar[]) AS given (word)
WHERE NOT EXISTS (SELECT FROM recipes_recipeword AS known WHERE known.household_id = %s AND known.word = given.word)
ON CONFLICT (household_id, word) DO NOTHING
"""


def word_recipes(household: Household, recipes: Collection[UUID]) -> None:
    """To be called by whoever has changed these recipes, in the same transaction; deleted ones lose their words."""
    ids = list(dict.fromkeys(recipes))
    for start in range(0, len(ids), AT_ONCE):
        _write(household, ids[start : start + AT_ONCE])


def _write(household: Household, ids: list[UUID]) -> None:
    """Eight statements, however many recipes. In the order of their words, so that of two at once one waits."""
    here = words_of_recipes(household, ids)
    if gone := [id for id in ids if id not in here]:
        RecipeText.objects.filter(household=household, recipe__in=gone).delete()
    if not here:
        return
    with connection.cursor() as cursor:
        cursor.execute(NUMBER, [household.pk, len(here)])
        last: int = cursor.fetchone()[0]
        numbers = range(last - len(here) + 1, last + 1)
        cursor.execute(TEXTS, [household.pk, list(here), list(numbers)])
        posted = sorted(packed(dict(zip(numbers, here.values(), strict=True))).items())
        words, blocks = [word for (word, _block), _data in posted], [block for (_word, block), _data in posted]
        cursor.execute(POSTINGS, [household.pk, words, blocks, [data for _place, data in posted]])
        cursor.execute(WORDS, [household.pk, sorted(set(chain.from_iterable(here.values()))), household.pk])


def forget_words(household: Household) -> None:
    """All words of a household, before they are written anew: what old numbers left behind goes with them."""
    for model in (RecipeText, RecipePosting, RecipeWord):
        model.objects.filter(household=household).delete()
