"""Finding a food by what somebody types: what a household knows first, then what imported collections have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.utils.translation import gettext as _

from pantry.catalogue import CATEGORIES, FoodFacts, name_key
from pantry.models import FoodId, ReferenceFood, ReferenceSource, food_text
from pantry.queries.foods import book, match

LONGEST, SHORTEST_REFERENCE, MOST_WORDS = 80, 3, 8
# Of what a collection has with these words, so many are looked at to find the nearest.
LOOKED_AT = 400
# How near a name is: all of it, its beginning, the beginning of a word of it, somewhere, another word for it.
SAME, BEGINS, WORD, INSIDE = 0, 1, 2, 3
NOT_THE_NAME = 0.5


@dataclass(frozen=True)
class FoodHit:
    """`also` is the word by which it was found where that is not its name; `own`: the household's own food."""

    ref: FoodId
    name: str
    emoji: str
    group: str
    also: str = ""
    own: bool = False
    changed: bool = False

    @property
    def key(self) -> str:
        return food_text(self.ref)


@dataclass(frozen=True)
class ReferenceHit:
    row: ReferenceFood

    @property
    def key(self) -> str:
        return f"reference:{self.row.pk}"

    @cached_property
    def where(self) -> str:
        """Whose it is, and of which collection."""
        parts = (self.row.brand, self.row.quantity, ReferenceSource(self.row.source).label)
        return " · ".join(str(part) for part in parts if part)


def find_foods(text: str, limit: int = 30) -> list[FoodHit]:
    """The nearest first; what only sounds like it last."""
    words = text[:LONGEST]
    key = name_key(words)
    if not key:
        return []
    near = sorted(_nearness(key), key=lambda found: (found[0], len(found[2].name), found[2].name))
    hits = {one.id: hit_of(one, said) for _distance, said, one in near[:limit]}
    known = match(words)
    for one in (known.food, *(other for other, _sure in known.alternatives)):
        if one is not None and len(hits) < limit:
            hits.setdefault(one.id, hit_of(one))
    return list(hits.values())


def find_reference(text: str, limit: int = 12) -> list[ReferenceHit]:
    """By the beginnings of all words typed; foods before products, short names first. One query, by an index."""
    words = [word for word in name_key(text[:LONGEST]).split() if word.isalnum()][:MOST_WORDS]
    if sum(map(len, words)) < SHORTEST_REFERENCE:
        return []
    wanted = SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")
    found = ReferenceFood.objects.annotate(words=SearchVector("name_key", config="simple")).filter(words=wanted)
    rows = list(found.order_by().defer("nutrition", "weights", "shelf_life")[:LOOKED_AT])
    begins = name_key(text)
    order = sorted(
        rows, key=lambda row: (not row.name_key.startswith(begins), row.source == ReferenceSource.OFF, len(row.name))
    )
    return [ReferenceHit(row) for row in order[:limit]]


def hit_of(one: FoodFacts, also: str = "") -> FoodHit:
    row, branch = book().row(one.id), CATEGORIES[one.group or one.category]
    own = row is not None and row.base_id is None
    return FoodHit(
        ref=one.id,
        name=one.name,
        emoji=one.emoji or branch.emoji,
        group=_(branch.name),
        also=also,
        own=own,
        changed=bool(row and row.said),
    )


def _nearness(key: str) -> Iterator[tuple[float, str, FoodFacts]]:
    for one in book().foods:
        found = [near for place, name in enumerate(one.names) if (near := _near(key, name, place)) is not None]
        if found:
            distance, said = min(found)
            yield distance, said, one


def _near(key: str, name: str, place: int) -> tuple[float, str] | None:
    known = name_key(name)
    if key not in known:
        return None
    if known == key:
        distance = SAME
    elif known.startswith(key):
        distance = BEGINS
    else:
        distance = WORD if f" {key}" in known else INSIDE
    aside = place > 1
    return distance + (NOT_THE_NAME if aside else 0), name if aside else ""
