"""A row of every table of recipes."""

from typing import Any

from accounts.models import StoredFile, StoredPart, User
from kitchen.ids import new_id
from recipes.models import (
    CollectionEntry,
    ImportBatch,
    ImportLine,
    ImportOutcome,
    ImportSource,
    ImportWay,
    Recipe,
    RecipeCollection,
    RecipeComment,
    RecipeCooking,
    RecipeDraft,
    RecipeFavourite,
    RecipeIndex,
    RecipeIndexHead,
    RecipeIngredient,
    RecipeLink,
    RecipeOrigin,
    RecipePicture,
    RecipePosting,
    RecipeReview,
    RecipeStep,
    RecipeText,
    RecipeVersion,
    RecipeWord,
    SavedSearch,
    VersionWhy,
)


def lay_out_recipes(here: dict[str, Any], user: User, n: int = 0) -> Recipe:
    kept = Recipe.objects.create(**here, name="Broth", name_key="broth")
    recipe = Recipe.objects.create(**here, name="Soup", name_key="soup", merged_into=kept)
    of: dict[str, Any] = {**here, "recipe": recipe}
    RecipeIngredient.objects.create(**of, position=1, original="salt", name="salt", name_key="salt")
    RecipeStep.objects.create(**of, position=1, text="Stir.")
    RecipeReview.objects.create(**of, person=user, stars=4)
    RecipeCooking.objects.create(**of, operation=new_id(), by=user)
    RecipeComment.objects.create(**of, author=user, text="Good.")
    RecipeVersion.objects.create(**of, number=1, why=VersionWhy.WRITTEN, content={"name": "Rice"}, by=user)
    RecipeLink.objects.create(**of, created_by=user)
    collection = RecipeCollection.objects.create(**here, name=f"Sundays {n}", name_key=f"sunday {n}")
    CollectionEntry.objects.create(**of, collection=collection)
    own: dict[str, Any] = {**here, "person": user}
    RecipeFavourite.objects.create(**own, recipe=recipe)
    RecipeDraft.objects.create(**own, recipe=recipe, form=new_id())
    SavedSearch.objects.create(**own, name="Quick", query="max_minutes=30")
    _lay_out_files(here, of, user, n)
    RecipeIndexHead.objects.get_or_create(**here, defaults={"version": 1})
    RecipeIndex.objects.create(**of, version=1, packed=b"")
    RecipeText.objects.create(**of, number=n)
    RecipePosting.objects.create(**here, word="soup", block=n, data=b"")
    RecipeWord.objects.create(**here, word=f"soup{n}")
    return recipe


def _lay_out_files(here: dict[str, Any], of: dict[str, Any], user: User, n: int) -> None:
    file = StoredFile.objects.create(**here, sha256=f"{n:064}", media_type="image/webp", size=1)
    StoredPart.objects.create(**here, file=file, number=0, data=b"x")
    RecipePicture.objects.create(**of, position=0, file=file, thumb=file, width=1, height=1)
    batch = ImportBatch.objects.create(**here, by=user, way=ImportWay.TEXT)
    source = ImportSource.objects.create(**here, batch=batch, number=1, file=file)
    ImportLine.objects.create(**of, batch=batch, source=source, number=1, name="Soup", outcome=ImportOutcome.IMPORTED)
    RecipeOrigin.objects.create(**of, file=file)
