"""What was brought along, and what became of it."""

from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin
from recipes.models import ImportBatch, ImportLine, ImportSource, RecipeOrigin, RecipePicture


@admin.register(ImportBatch)
class ImportBatchAdmin(HouseholdRowsAdmin):
    list_display = ("title", "way", "state", "by", "imported", "already", "failed", "created_at", "ended_at")
    list_select_related = ("by",)
    list_filter = ("way", "state", "created_at")
    search_fields = ("title",)
    ordering = ("-created_at", "-id")
    fields = (*list_display, "expected", "begun_at")


@admin.register(ImportSource)
class ImportSourceAdmin(HouseholdRowsAdmin):
    list_display = ("batch", "number", "name", "url", "state", "why")
    list_select_related = ("batch",)
    list_filter = ("state",)
    search_fields = ("name", "url")
    ordering = ("-batch", "number", "id")
    fields = (*list_display, "mapping")


@admin.register(ImportLine)
class ImportLineAdmin(HouseholdRowsAdmin):
    list_display = ("batch", "number", "name", "outcome", "recipe", "why")
    list_select_related = ("batch", "recipe")
    list_filter = ("outcome",)
    search_fields = ("name",)
    ordering = ("-batch", "number", "id")
    fields = list_display


@admin.register(RecipeOrigin)
class RecipeOriginAdmin(HouseholdRowsAdmin):
    list_display = ("recipe", "file", "member", "number", "url", "read_at")
    list_select_related = ("recipe", "file")
    search_fields = ("member", "url")
    ordering = ("-pk",)
    fields = list_display


@admin.register(RecipePicture)
class RecipePictureAdmin(HouseholdRowsAdmin):
    list_display = ("recipe", "position", "alt", "width", "height", "created_at")
    list_select_related = ("recipe",)
    search_fields = ("alt",)
    ordering = ("recipe", "position", "id")
    fields = list_display
