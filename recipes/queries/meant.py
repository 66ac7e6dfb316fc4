"""What was meant by words that stand in no recipe: a slip of the pen is compared with all words that do."""

from collections.abc import Sequence
from functools import lru_cache

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Sum
from django.db.models.functions import Length

from accounts.models import Household
from pantry.catalogue import foods
from recipes.models import RecipePosting, RecipeWord
from recipes.wordbook.question import AskedWord, as_meant
from recipes.wordbook.spelling import nearest
from recipes.wordbook.terms import terms

Corrected = tuple[tuple[str, str], ...]


def meant_words(
    household: Household, words: Sequence[AskedWord], unknown: Sequence[int]
) -> tuple[list[AskedWord], Corrected]:
    """The words with those at the places `unknown` put right, and which were; none where nothing is near."""
    known = vocabulary(household)
    near = {place: nearest(words[place].typed, known, begins=place == len(words) - 1) for place in unknown}
    usual = how_usual(household, [one for several in near.values() for one in several])
    meant, corrected = list(words), []
    for place, several in near.items():
        if several:
            chosen = max(several, key=lambda one: (usual.get(one, 0), -several.index(one)))
            meant[place] = as_meant(chosen, is_last=place == len(words) - 1)
            corrected.append((words[place].typed, chosen))
    return meant, tuple(corrected)


def vocabulary(household: Household) -> frozenset[str]:
    """All words of the household's recipes, and those by which food is called."""
    rows = RecipeWord.objects.filter(household=household)
    found = rows.aggregate(words=StringAgg("word", " "))["words"] or ""
    return names_of_food().union(found.split(" ")) - {""}


@lru_cache(maxsize=1)
def names_of_food() -> frozenset[str]:
    return frozenset(word for food in foods() for word in terms(food.name))


def how_usual(household: Household, words: Sequence[str]) -> dict[str, int]:
    """In how many recipes each stands, by the size of what is kept of it."""
    rows = RecipePosting.objects.filter(household=household, word__in=words)
    return dict(rows.values("word").annotate(size=Sum(Length("data"))).values_list("word", "size"))
