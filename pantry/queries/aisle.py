"""In which aisle of the shop a lot's food is, as the database can tell it."""

from collections import defaultdict

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from pantry.catalogue import AISLES
from pantry.models import FoodId, StockItem, of_foods
from pantry.queries.asked import UNKNOWN
from pantry.queries.foods import book, food

BY_ID = {aisle.id: slug for slug, aisle in AISLES.items()}


def with_aisles(lots: QuerySet[StockItem]) -> QuerySet[StockItem]:
    """`aisle` is the number of the category, null where nobody knows. What the household says itself goes first."""
    whens = [When(of_foods(refs), then=Value(number)) for number, refs in sorted(said_here().items())]
    told = F("food__category_id")
    return lots.annotate(aisle=Case(*whens, default=told, output_field=IntegerField()) if whens else told)


def said_here() -> dict[int, list[FoodId]]:
    """The foods that the household has added, changed or merged, by their aisle."""
    found: dict[int, list[FoodId]] = defaultdict(list)
    for row in book().rows.values():
        known = food(row.pk)
        if known and known.category in AISLES:
            found[AISLES[known.category].id] += [row.pk, *([row.base_id] if row.base_id is not None else [])]
    return found


def in_aisle(slug: str) -> Q:
    """The condition on lots that have their aisles."""
    return Q(aisle__isnull=True) if slug == UNKNOWN else Q(aisle=AISLES[slug].id)


def aisle_named(number: int | None) -> str:
    return BY_ID.get(number, UNKNOWN) if number is not None else UNKNOWN
