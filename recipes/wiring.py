"""What recipes put into the registries of others."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.digest.sections import sections
from accounts.verbs import Verb, verbs
from kitchen.reference import references
from kitchen.search import Provider, providers
from kitchen.tenancy.functions import public_door
from pantry.food_rows import FoodRows, food_rows
from recipes import transfer, undoing
from recipes.cook_verb import COOKED
from recipes.digest import tell_cookable
from recipes.merging import Following, followings
from recipes.models import (
    CollectionEntry,
    RecipeComment,
    RecipeCooking,
    RecipeIngredient,
    RecipePicture,
    RecipeReview,
)
from recipes.opinion_verbs import OPINION_VERBS
from recipes.queries.export import register_exports
from recipes.queries.public import DOOR, DOOR_SQL
from recipes.queries.search import find_in_recipes
from recipes.services import album
from recipes.services.carrying import register_function as let_favourites_go_along
from recipes.services.duplicate import undo_merge
from recipes.services.reindexing import renew_lines, renew_missing

VERBS = {
    "recipe.added": Verb(_("{actor} added the recipe {name}"), "recipes", undoing.undo_adding),
    "recipe.imported": Verb(_("{actor} brought in the recipe {name}"), "recipes", undoing.undo_import),
    "recipe.collected": Verb(_("{actor} brought in {count} recipes"), "recipes", undoing.undo_import),
    "recipe.changed": Verb(_("{actor} changed the recipe {name}"), "recipes", undoing.undo_change),
    "recipe.pictured": Verb(_("{actor} added pictures to the recipe {name}"), "camera", album.undo_pictures),
    "recipe.unpictured": Verb(_("{actor} took a picture out of the recipe {name}"), "camera", album.undo_removal),
    "recipe.merged": Verb(_("{actor} made one recipe of {name} and {other}"), "merge", undo_merge),
    "recipe.deleted": Verb(_("{actor} deleted the recipe {name}"), "trash", undoing.undo_deletion),
    "recipe.cooked": COOKED,
    **OPINION_VERBS,
}

FOLLOWINGS = {
    "reviews": Following(RecipeReview, ("person_id",)),
    "cookings": Following(RecipeCooking),
    "comments": Following(RecipeComment),
    "pictures": Following(RecipePicture, ("file_id",)),
    "collections": Following(CollectionEntry, ("collection_id",)),
}


def wire() -> None:
    public_door(DOOR, DOOR_SQL)
    let_favourites_go_along()
    for name, verb in VERBS.items():
        verbs.register(name, verb)
    providers.register("recipes", Provider(_("Recipes"), find_in_recipes))
    for name, rows in FOLLOWINGS.items():
        followings.register(name, rows)
    register_exports()
    transfer.register()
    sections.register("cookable", tell_cookable)
    lines = FoodRows(RecipeIngredient, Q(recipe__deleted_at=None), follow=renew_lines)
    food_rows.register("recipes.ingredient", lines)
    references.register("recipes", renew_missing)
