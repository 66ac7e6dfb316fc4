"""What the views of a recipe ask."""

from recipes.queries.dish import Reader, RecipePage, recipe_page

__all__ = ["Reader", "RecipePage", "recipe_page"]
