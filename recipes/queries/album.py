"""The pictures of a recipe."""

from django.db.models import QuerySet

from recipes.models import Recipe, RecipePicture


def pictures_of(recipe: Recipe) -> QuerySet[RecipePicture]:
    """In their order: the first is what the dish is shown by."""
    found = RecipePicture.objects.filter(household_id=recipe.household_id, recipe=recipe)
    return found.order_by("position", "pk")
