"""What people say of dishes and do with them."""

from typing import ClassVar

from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin
from recipes.models import (
    CollectionEntry,
    RecipeCollection,
    RecipeComment,
    RecipeCooking,
    RecipeLink,
    RecipeReview,
    RecipeStanding,
    RecipeVersion,
)


class OfRecipeAdmin(HouseholdRowsAdmin):
    list_select_related: ClassVar[tuple[str, ...]] = ("recipe",)
    ordering = ("-pk",)


@admin.register(RecipeReview)
class RecipeReviewAdmin(OfRecipeAdmin):
    list_display = ("recipe", "person", "stars", "text", "changed_at")
    list_select_related = ("recipe", "person")
    list_filter = ("stars",)
    search_fields = ("text",)
    fields = (*list_display, "created_at")


@admin.register(RecipeComment)
class RecipeCommentAdmin(OfRecipeAdmin):
    list_display = ("recipe", "author", "said_by", "text", "created_at", "deleted_at")
    list_select_related = ("recipe", "author")
    search_fields = ("text",)
    fields = (*list_display, "edited_at")


@admin.register(RecipeCooking)
class RecipeCookingAdmin(OfRecipeAdmin):
    list_display = ("recipe", "cooked_at", "by", "servings", "undone_at")
    list_select_related = ("recipe", "by")
    search_fields = ("note",)
    fields = (*list_display, "note", "leftovers")


@admin.register(RecipeCollection)
class RecipeCollectionAdmin(HouseholdRowsAdmin):
    list_display = ("name", "created_at", "deleted_at")
    search_fields = ("name",)
    ordering = ("name_key", "id")
    fields = list_display


@admin.register(CollectionEntry)
class CollectionEntryAdmin(OfRecipeAdmin):
    list_display = ("collection", "recipe", "position")
    list_select_related = ("collection", "recipe")
    search_fields = ("recipe__name",)
    fields = list_display


@admin.register(RecipeVersion)
class RecipeVersionAdmin(OfRecipeAdmin):
    list_display = ("recipe", "number", "why", "by", "at")
    list_select_related = ("recipe", "by")
    list_filter = ("why", "at")
    search_fields = ("recipe__name",)
    fields = (*list_display, "content")


@admin.register(RecipeLink)
class RecipeLinkAdmin(OfRecipeAdmin):
    """That there is one; never its token."""

    list_display = ("recipe", "created_by", "created_at", "revoked_at")
    list_select_related = ("recipe", "created_by")
    search_fields = ("recipe__name",)
    fields = list_display


@admin.register(RecipeStanding)
class RecipeStandingAdmin(OfRecipeAdmin):
    list_display = ("recipe", "rating_average", "rating_count", "cooked_count", "last_cooked")
    search_fields = ("recipe__name",)
    fields = list_display
