"""The staff's tables of conversations: that there were some and how they ended, never a word of them."""

from django.contrib import admin

from chat.models import Conversation, Run
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(Conversation)
class ConversationAdmin(HouseholdRowsAdmin):
    """The household's; those of one person are behind a wall that staff is outside of as well."""

    list_display = ("created_at", "kind", "last_number", "last_at", "deleted_at")
    list_filter = ("created_at",)
    ordering = ("-last_at",)
    fields = list_display


@admin.register(Run)
class RunAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "state", "model", "input_tokens", "output_tokens", "milliseconds", "finished_at")
    list_filter = ("state", "created_at")
    ordering = ("-created_at",)
    fields = (*list_display, "lease_until", "stop_at", "last_number")
