from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin
from recipes.models import Recipe, RecipeIngredient, RecipeStep


@admin.register(Recipe)
class RecipeAdmin(HouseholdRowsAdmin):
    list_display = ("name", "servings", "total_minutes", "tags", "added_by", "created_at", "deleted_at")
    list_filter = ("created_at",)
    list_select_related = ("added_by",)
    search_fields = ("name",)
    ordering = ("name_key", "id")
    fields = (
        "name",
        "servings",
        "yields",
        "prep_minutes",
        "cook_minutes",
        "rest_minutes",
        "tags",
        "description",
        "notes",
        "source_url",
        "source_name",
        "added_by",
        "created_at",
        "changed_at",
        "deleted_at",
    )


@admin.register(RecipeIngredient)
class RecipeIngredientAdmin(HouseholdRowsAdmin):
    """What was written, and what the program made of it."""

    list_display = ("recipe", "original", "quantity", "quantity_max", "unit", "name", "food", "confidence")
    list_filter = ("optional",)
    list_select_related = ("recipe", "food")
    search_fields = ("original",)
    ordering = ("recipe", "position", "id")
    fields = (*list_display, "section", "note", "optional")


@admin.register(RecipeStep)
class RecipeStepAdmin(HouseholdRowsAdmin):
    list_display = ("recipe", "section", "text")
    list_select_related = ("recipe",)
    search_fields = ("text",)
    ordering = ("recipe", "position", "id")
    fields = ("recipe", "section", "position", "text")
