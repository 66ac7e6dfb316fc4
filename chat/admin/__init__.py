"""The staff's tables of conversations: that there were some and how they ended, never a word of them.

Those of one person are behind a wall that staff is outside of as well.
"""

from django.contrib import admin

from chat.admin import assistant as assistant  # registers its own
from chat.models import Attachment, Conversation, MemoryNote, Message, Proposal, Run, RunEvent
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(Conversation)
class ConversationAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "kind", "last_number", "last_at", "deleted_at")
    list_filter = ("created_at",)
    search_fields = ("=id",)
    ordering = ("-last_at",)
    fields = list_display


@admin.register(Message)
class MessageAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "number", "role", "state", "agent", "confidence", "card")
    list_filter = ("role", "state", "created_at")
    search_fields = ("=id",)
    ordering = ("-created_at", "-number")
    fields = list_display


@admin.register(Run)
class RunAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "state", "model", "input_tokens", "output_tokens", "milliseconds", "finished_at")
    list_filter = ("state", "created_at")
    search_fields = ("=id",)
    ordering = ("-created_at",)
    fields = (*list_display, "lease_until", "stop_at", "last_number")


@admin.register(RunEvent)
class RunEventAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "number", "kind")
    list_filter = ("kind", "created_at")
    search_fields = ("=run__id",)
    ordering = ("-created_at", "-number")
    fields = list_display


@admin.register(Proposal)
class ProposalAdmin(HouseholdRowsAdmin):
    list_display = ("created_at", "tool", "state", "decided_at", "expires_at")
    list_filter = ("state", "created_at")
    search_fields = ("=id",)
    ordering = ("-created_at",)
    fields = list_display


@admin.register(MemoryNote)
class MemoryNoteAdmin(HouseholdRowsAdmin):
    """That there are some; what is remembered is the household's own."""

    list_display = ("created_at", "said_by")
    list_filter = ("created_at",)
    search_fields = ("=id",)
    ordering = ("-created_at",)
    fields = list_display


@admin.register(Attachment)
class AttachmentAdmin(HouseholdRowsAdmin):
    """How many and how large; neither names nor what is in them."""

    list_display = ("created_at", "media_type", "size", "outcome")
    list_filter = ("outcome", "created_at")
    search_fields = ("=id",)
    ordering = ("-created_at",)
    fields = list_display
