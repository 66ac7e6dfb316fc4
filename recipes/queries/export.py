"""What the tables of recipes hold about a person, for the download of one's data."""

from accounts.exports import exports
from accounts.queries.export import rows_in_households
from recipes.models import Recipe
from recipes.queries.history import RecipeEvent

HISTORY = ("pgh_created_at", "pgh_label", "name")


def register_exports() -> None:
    recipes = rows_in_households("recipes", lambda user: Recipe.objects.filter(added_by=user).values())
    history = rows_in_households(
        "history-of-recipes",
        lambda user: RecipeEvent.objects.filter(added_by_id=user.pk).order_by("pgh_id").values(*HISTORY),
    )
    exports.register("recipes.Recipe", recipes)
    exports.register("recipes.RecipeEvent", history)
