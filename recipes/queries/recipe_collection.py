"""Collections of a household, and what is in one of them."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from accounts.models import Household
from recipes.models import CollectionEntry, Recipe, RecipeCollection, RecipePicture
from recipes.queries.card import PLATE
from recipes.queries.times import how_long

SHOWN = 4


@dataclass(frozen=True)
class Shelved:
    """A collection as it is drawn; `faces` are the pictures, or the emoji, of its first dishes."""

    id: UUID
    name: str
    emoji: str
    count: int
    faces: list[str]


@dataclass(frozen=True)
class Collected:
    """A dish in a collection. `place` is from 1; `picture` is the id of its first picture."""

    id: UUID
    name: str
    emoji: str
    time: str
    picture: UUID | None
    place: int


@dataclass(frozen=True)
class Choice:
    id: UUID
    name: str
    emoji: str
    has: bool


def collections_of(household: Household) -> QuerySet[RecipeCollection]:
    return RecipeCollection.objects.filter(household=household, deleted_at=None)


def shelved(household: Household) -> list[Shelved]:
    """By name: one query."""
    there = Q(entries__recipe__deleted_at=None)
    first = CollectionEntry.objects.filter(collection=OuterRef("pk"), recipe__deleted_at=None).order_by("position")
    rows = collections_of(household).annotate(
        dishes=Count("entries", filter=there), faces=ArraySubquery(first.values("recipe__emoji")[:SHOWN])
    )
    return [
        Shelved(row.pk, row.name, row.emoji, row.dishes, [face or PLATE for face in row.faces])
        for row in rows.order_by("name_key", "id")
    ]


def collected(collection: RecipeCollection) -> list[Collected]:
    """Its dishes in its order: one query."""
    cover = RecipePicture.objects.filter(recipe=OuterRef("recipe")).order_by("position", "id").values("pk")[:1]
    entries = CollectionEntry.objects.filter(
        household_id=collection.household_id, collection=collection, recipe__deleted_at=None
    )
    rows = entries.order_by("position", "id").values_list(
        "recipe_id", "recipe__name", "recipe__emoji", "recipe__total_minutes", Subquery(cover)
    )
    return [
        Collected(id, name, emoji or PLATE, how_long(minutes), picture, place)
        for place, (id, name, emoji, minutes, picture) in enumerate(rows, start=1)
    ]


def choices_for(recipe: Recipe) -> list[Choice]:
    """All collections, and whether the dish is in each: one query."""
    inside = CollectionEntry.objects.filter(collection=OuterRef("pk"), recipe=recipe)
    rows = collections_of(recipe.household).annotate(has=Exists(inside))
    return [Choice(row.pk, row.name, row.emoji, row.has) for row in rows.order_by("name_key", "id")]
