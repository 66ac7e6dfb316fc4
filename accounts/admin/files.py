"""The files of households: that there are some and how large, never what is in them."""

from django.contrib import admin

from accounts.models import StoredFile, StoredPart
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(StoredFile)
class StoredFileAdmin(HouseholdRowsAdmin):
    list_display = ("name", "media_type", "size", "created_at")
    list_filter = ("media_type", "created_at")
    search_fields = ("name",)
    ordering = ("-created_at", "-id")
    fields = list_display


@admin.register(StoredPart)
class StoredPartAdmin(HouseholdRowsAdmin):
    list_display = ("file", "number")
    list_select_related = ("file",)
    search_fields = ("file__name",)
    ordering = ("-file", "number", "id")
    fields = list_display
