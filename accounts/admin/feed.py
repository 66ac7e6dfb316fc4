"""What a household was told, and who of the staff was in it. Written by services; here to look at."""

from django.contrib import admin

from accounts.models import Activity, DigestDelivery, Notice, NoticeCounter, StaffEntry
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(Activity)
class ActivityAdmin(HouseholdRowsAdmin):
    list_display = ("number", "created_at", "actor", "verb", "facts", "undone_at")
    list_filter = ("verb", "created_at", "undone_at")
    list_select_related = ("actor",)
    search_fields = ("verb", "actor__name", "actor__email")
    ordering = ("-number",)
    fields = ("number", "created_at", "actor", "verb", "subject", "facts", "undone_at", "undone_by")


@admin.register(Notice)
class NoticeAdmin(HouseholdRowsAdmin):
    list_display = ("number", "kind", "subject", "created_at")
    list_filter = ("kind", "created_at")
    search_fields = ("kind", "=subject")
    ordering = ("-number",)
    fields = list_display


@admin.register(NoticeCounter)
class NoticeCounterAdmin(HouseholdRowsAdmin):
    list_display = ("household", "last")
    list_select_related = ("household",)
    search_fields = ("=last",)
    ordering = ("household_id",)
    fields = list_display


@admin.register(StaffEntry)
class StaffEntryAdmin(HouseholdRowsAdmin):
    list_display = ("entered_at", "left_at", "staff", "reason")
    list_filter = ("entered_at",)
    list_select_related = ("staff",)
    search_fields = ("reason", "staff__email", "staff__name")
    ordering = ("-entered_at", "-id")
    fields = list_display


@admin.register(DigestDelivery)
class DigestDeliveryAdmin(HouseholdRowsAdmin):
    list_display = ("day", "user", "channel", "state", "tries", "ended_at")
    list_filter = ("channel", "state", "day")
    list_select_related = ("user",)
    ordering = ("-day", "id")
    fields = list_display
