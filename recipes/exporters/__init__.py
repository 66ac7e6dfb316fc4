"""Recipes as files for other programs and for this one. Knows no database: it is handed everything."""

from recipes.exporters.recipe_out import CommentOut, CookedOut, PictureOut, RecipeOut

__all__ = ["CommentOut", "CookedOut", "PictureOut", "RecipeOut"]
