from recipes.models.batch import ImportBatch, ImportLine, ImportOutcome, ImportSource, ImportState, ImportWay
from recipes.models.collection import CollectionEntry, RecipeCollection
from recipes.models.comment import RecipeComment
from recipes.models.cooking import RecipeCooking
from recipes.models.index import RecipeIndex, RecipeIndexHead, RecipePosting, RecipeText, RecipeWord
from recipes.models.ingredient import RecipeIngredient
from recipes.models.link import RecipeLink
from recipes.models.origin import RecipeOrigin
from recipes.models.picture import RecipePicture
from recipes.models.private import RecipeDraft, RecipeFavourite, SavedSearch
from recipes.models.recipe import Difficulty, Recipe
from recipes.models.review import RecipeReview
from recipes.models.standing import RecipeStanding
from recipes.models.step import RecipeStep
from recipes.models.version import RecipeVersion, VersionWhy

__all__ = [
    "CollectionEntry",
    "Difficulty",
    "ImportBatch",
    "ImportLine",
    "ImportOutcome",
    "ImportSource",
    "ImportState",
    "ImportWay",
    "Recipe",
    "RecipeCollection",
    "RecipeComment",
    "RecipeCooking",
    "RecipeDraft",
    "RecipeFavourite",
    "RecipeIndex",
    "RecipeIndexHead",
    "RecipeIngredient",
    "RecipeLink",
    "RecipeOrigin",
    "RecipePicture",
    "RecipePosting",
    "RecipeReview",
    "RecipeStanding",
    "RecipeStep",
    "RecipeText",
    "RecipeVersion",
    "RecipeWord",
    "SavedSearch",
    "VersionWhy",
]
