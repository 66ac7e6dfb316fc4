"""What the household has said before, to be offered where it is asked again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import Household
from recipes.queries.finding import recipes_of

# Looked up in so many of the newest dishes; what is said in none of them is offered no more.
NEWEST, MOST = 400, 60


@dataclass(frozen=True)
class Suggestions:
    """Most frequent first."""

    tags: list[str]
    equipment: list[str]
    cuisines: list[str]
    categories: list[str]
    servings_of: list[str]


def suggestions_for(household: Household) -> Suggestions:
    columns = ("tags", "equipment", "cuisine", "category", "servings_of")
    rows = list(recipes_of(household).order_by("-id").values_list(*columns)[:NEWEST])
    return Suggestions(
        tags=frequent(tag for row in rows for tag in row[0]),
        equipment=frequent(thing for row in rows for thing in row[1]),
        cuisines=frequent(row[2] for row in rows),
        categories=frequent(row[3] for row in rows),
        servings_of=frequent(row[4] for row in rows),
    )


def frequent(words: Iterable[str]) -> list[str]:
    counted = Counter(filter(None, words))
    return [word for word, _count in counted.most_common(MOST)]
