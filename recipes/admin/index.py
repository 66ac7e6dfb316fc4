"""What is kept beside the recipes for finding them: that it is there, and how new it is."""

from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin
from recipes.models import RecipeIndex, RecipeIndexHead, RecipePosting, RecipeText, RecipeWord


@admin.register(RecipeIndexHead)
class RecipeIndexHeadAdmin(HouseholdRowsAdmin):
    list_display = ("household", "version")
    list_select_related = ("household",)
    ordering = ("pk",)
    search_fields = ("household__name",)
    fields = list_display


@admin.register(RecipeIndex)
class RecipeIndexAdmin(HouseholdRowsAdmin):
    list_display = ("recipe", "version")
    list_select_related = ("recipe",)
    search_fields = ("recipe__name",)
    ordering = ("-version", "pk")
    fields = list_display


@admin.register(RecipeText)
class RecipeTextAdmin(HouseholdRowsAdmin):
    list_display = ("recipe", "number")
    list_select_related = ("recipe",)
    search_fields = ("recipe__name",)
    ordering = ("pk",)
    fields = list_display


@admin.register(RecipeWord)
class RecipeWordAdmin(HouseholdRowsAdmin):
    list_display = ("word",)
    search_fields = ("word",)
    ordering = ("word", "id")
    fields = list_display


@admin.register(RecipePosting)
class RecipePostingAdmin(HouseholdRowsAdmin):
    list_display = ("word", "block")
    search_fields = ("word",)
    ordering = ("word", "block", "id")
    fields = list_display
