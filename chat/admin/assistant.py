"""Which assistants households have and what they took: never a key, and no word of what was said."""

from django.contrib import admin

from chat.models import AIModelResult, AssistantSettings
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(AssistantSettings)
class AssistantSettingsAdmin(HouseholdRowsAdmin):
    list_display = ("household", "source", "provider", "model", "tried_well", "changed_at")
    list_filter = ("source", "provider", "tried_well")
    search_fields = ("=household__id", "model")
    ordering = ("-changed_at",)
    fields = (*list_display, "approvals", "daily_tokens", "input_price", "output_price", "tried_at", "changed_by")


@admin.register(AIModelResult)
class AIModelResultAdmin(HouseholdRowsAdmin):
    list_display = (
        "created_at", "purpose", "source", "model", "outcome", "input_tokens", "output_tokens", "first_words",
        "milliseconds", "cost", "currency",
    )  # fmt: skip
    list_filter = ("outcome", "purpose", "source", "created_at")
    search_fields = ("=id", "=run", "model")
    ordering = ("-created_at", "-id")
    fields = (*list_display, "provider", "run")
