from recipes.models.ingredient import RecipeIngredient
from recipes.models.recipe import Recipe
from recipes.models.step import RecipeStep

__all__ = ["Recipe", "RecipeIngredient", "RecipeStep"]
