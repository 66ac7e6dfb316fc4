"""What people of the cast say of its dishes: stars, comments, favourites, collections, and a public link."""

from typing import Any
from uuid import UUID

from accounts.models import Household, User
from recipes.models import (
    CollectionEntry,
    Recipe,
    RecipeCollection,
    RecipeComment,
    RecipeFavourite,
    RecipeLink,
    RecipePicture,
    RecipeReview,
)
from tests.database import as_owner

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
WORD = "Vortle"


def cast_opinions(household: Household, owner: User, first: UUID, many: int) -> dict[str, Any]:
    """As many of everything about the first dish; all dishes are in the first collection."""
    of: dict[str, Any] = {"household": household, "recipe_id": first}
    with as_owner():
        dishes = list(Recipe.objects.filter(household=household).values_list("pk", flat=True))
        collections = [
            RecipeCollection.objects.create(household=household, name=f"{WORD} {at}", name_key=f"{WORD} {at}")
            for at in range(many)
        ]
        for position, dish in enumerate(dishes):
            CollectionEntry.objects.create(
                household=household, collection=collections[0], recipe_id=dish, position=position
            )
        for _ in range(many - 1):
            RecipeReview.objects.create(**of, stars=3, text=WORD)
        RecipeReview.objects.create(**of, person=owner, stars=4, text=WORD)
        comments = [RecipeComment.objects.create(**of, author=owner, text=WORD) for _ in range(many)]
        RecipeFavourite.objects.create(**of, person=owner, note=WORD)
        link = RecipeLink.objects.create(**of, created_by=owner)
        picture = RecipePicture.objects.filter(recipe_id=first).first()
    same = ("nutrition", "paper", "favourite", "review", "link", "comment:recipe", "collection:recipe")
    return {
        **{f"recipes:{name}": first for name in same},
        "recipes:comment": comments[0].pk,
        "recipes:collection": collections[0].pk,
        "recipes:public": picture.pk if picture else first,
        "recipes:public:token": link.token,
    }
