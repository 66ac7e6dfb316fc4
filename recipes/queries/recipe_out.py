"""Recipes with all that belongs to them, to be taken along: one, or all of a household as a stream."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from accounts.models import Household, User
from accounts.services.stored_file import read_file
from recipes.content import RecipeContent, gathered
from recipes.exporters import CommentOut, CookedOut, PictureOut, RecipeOut
from recipes.models import (
    CollectionEntry,
    Recipe,
    RecipeComment,
    RecipeCooking,
    RecipeFavourite,
    RecipeIngredient,
    RecipePicture,
    RecipeReview,
    RecipeStep,
)
from recipes.queries.finding import recipes_of

A_BATCH = 200
COLUMNS = tuple(RecipeContent("").columns)
Rows = dict[UUID, list[Any]]


def recipe_out(recipe: Recipe, person: User) -> RecipeOut:
    return next(_gathered(recipe.household, [recipe.pk], person))


def library_out(household: Household, person: User) -> Iterator[RecipeOut]:
    """By name. The same few queries for each two hundred; pictures are read when they are written."""
    ids = list(recipes_of(household).order_by("name_key", "pk").values_list("pk", flat=True))
    for at in range(0, len(ids), A_BATCH):
        yield from _gathered(household, ids[at : at + A_BATCH], person)


def _gathered(household: Household, ids: Sequence[UUID], person: User) -> Iterator[RecipeOut]:
    every = Recipe.objects.filter(household=household).select_related("standing").in_bulk(ids)
    parts: dict[type[Model], Rows] = {
        kind: _by_recipe(kind.objects.filter(household=household, recipe__in=ids))
        for kind in (RecipeIngredient, RecipeStep)
    }
    parts |= {kind: _by_recipe(rows) for kind, rows in _added(household, ids, person).items()}
    for id in ids:
        if recipe := every.get(id):
            yield _out(recipe, {kind: rows.get(id, []) for kind, rows in parts.items()})


def _added(household: Household, ids: Sequence[UUID], person: User) -> dict[type[Model], QuerySet[Any]]:
    """What people added to the recipes: of stars and hearts only the person's own."""
    mine = {"household": household, "recipe__in": ids}
    entries = CollectionEntry.objects.filter(**mine, collection__deleted_at=None)
    return {
        RecipePicture: RecipePicture.objects.filter(**mine).select_related("file").order_by("position", "pk"),
        RecipeReview: RecipeReview.objects.filter(**mine, person=person),
        RecipeFavourite: RecipeFavourite.objects.filter(**mine, person=person),
        RecipeComment: RecipeComment.objects.filter(**mine, deleted_at=None).select_related("author"),
        RecipeCooking: RecipeCooking.objects.filter(**mine, undone_at=None).order_by("cooked_at", "pk"),
        CollectionEntry: entries.select_related("collection").order_by("collection__name_key", "pk"),
    }


def _by_recipe(rows: QuerySet[Any]) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[row.recipe_id].append(row)
    return found


def _out(recipe: Recipe, rows: dict[type[Model], list[Any]]) -> RecipeOut:
    standing = getattr(recipe, "standing", None)
    return RecipeOut(
        content=RecipeContent(
            **{name: getattr(recipe, name) for name in COLUMNS},
            ingredients=gathered((row.section, row.original) for row in rows[RecipeIngredient]),
            steps=gathered((row.section, row.text) for row in rows[RecipeStep]),
        ),
        id=recipe.pk,
        pictures=[
            PictureOut(partial(read_file, row.file), row.file.media_type, row.alt) for row in rows[RecipePicture]
        ],
        stars=next((Decimal(row.stars) for row in rows[RecipeReview]), None),
        average=standing.rating_average if standing else None,
        reviews=standing.rating_count if standing else 0,
        favourite=bool(rows[RecipeFavourite]),
        collections=[row.collection.name for row in rows[CollectionEntry]],
        comments=[_comment(row) for row in rows[RecipeComment]],
        cooked=[CookedOut(row.cooked_at.date(), row.servings, row.note) for row in rows[RecipeCooking]],
        created=recipe.created_at.date(),
    )


def _comment(row: RecipeComment) -> CommentOut:
    return CommentOut(row.said_by or (row.author.called if row.author else ""), row.text, row.created_at.date())
