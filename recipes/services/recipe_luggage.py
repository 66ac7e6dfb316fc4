"""What comes along with imported recipes: stars, hearts, remarks, collections and the days they were cooked."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from uuid import uuid5

from accounts.models import Household, User
from pantry.catalogue import name_key
from recipes.importers import Draft
from recipes.models import (
    CollectionEntry,
    Recipe,
    RecipeCollection,
    RecipeComment,
    RecipeCooking,
    RecipeFavourite,
    RecipeReview,
)
from recipes.services.recipe_bulk import noon

LONGEST = 2000
Pairs = list[tuple[Recipe, Draft]]


def unpack(household: Household, arrived: Iterable[tuple[Recipe, Draft]], *, by: User) -> None:
    """All of it as the person's who imports, in a locked household: a few statements, however many recipes."""
    pairs = list(arrived)
    RecipeReview.objects.bulk_create(_reviews(household, pairs, by))
    RecipeFavourite.objects.bulk_create(
        RecipeFavourite(household=household, person=by, recipe=recipe) for recipe, draft in pairs if draft.favourite
    )
    _comment(household, pairs, by)
    RecipeCooking.objects.bulk_create(_cookings(household, pairs, by))
    _collect(household, pairs)


def _reviews(household: Household, pairs: Pairs, by: User) -> list[RecipeReview]:
    return [
        RecipeReview(household=household, recipe=recipe, person=by, stars=stars)
        for recipe, draft in pairs
        if draft.rating and (stars := int(draft.rating.quantize(Decimal(1), ROUND_HALF_UP))) > 0
    ]


def _comment(household: Household, pairs: Pairs, by: User) -> None:
    """With the name of who said it elsewhere, and the day, which the model would set to now."""
    said = [(recipe, one) for recipe, draft in pairs for one in draft.comments]
    comments = [
        RecipeComment(
            household=household,
            recipe=recipe,
            author=None if one.author else by,
            said_by=one.author[:80],
            text=one.text[:LONGEST],
        )
        for recipe, one in said
    ]
    RecipeComment.objects.bulk_create(comments)
    dated = [(comment, one.day) for comment, (_recipe, one) in zip(comments, said, strict=True) if one.day]
    for comment, day in dated:
        comment.created_at = noon(day)
    RecipeComment.objects.bulk_update([comment for comment, _day in dated], ["created_at"])


def _cookings(household: Household, pairs: Pairs, by: User) -> list[RecipeCooking]:
    return [
        RecipeCooking(
            household=household,
            recipe=recipe,
            operation=uuid5(recipe.pk, f"cooked {at}"),
            cooked_at=noon(one.day),
            by=by,
            servings=one.servings,
            note=one.note[:LONGEST],
        )
        for recipe, draft in pairs
        for at, one in enumerate(draft.cooked)
    ]


def _collect(household: Household, pairs: Pairs) -> None:
    """Into the collections of these names; those that are not here yet are begun."""
    names = {name_key(name)[:80]: name[:80] for _recipe, draft in pairs for name in draft.collections}
    names.pop("", None)
    if not names:
        return
    here = RecipeCollection.objects.filter(household=household, deleted_at=None, name_key__in=names)
    known = {one.name_key: one for one in here}
    for key, name in names.items():
        if key not in known:
            known[key] = RecipeCollection.objects.create(household=household, name=name, name_key=key)
    CollectionEntry.objects.bulk_create(
        CollectionEntry(household=household, collection=known[key], recipe=recipe)
        for recipe, draft in pairs
        for key in dict.fromkeys(name_key(name)[:80] for name in draft.collections)
        if key
    )
