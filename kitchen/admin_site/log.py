from django.contrib import admin
from django.contrib.admin.models import LogEntry

from kitchen.admin_site.bases import StaffAdmin


@admin.register(LogEntry)
class LogEntryAdmin(StaffAdmin):
    """What staff did here, in every household; it names rows by their ids only."""

    list_display = ("action_time", "user", "action_flag", "object_repr", "message")
    list_filter = ("action_flag", "action_time", "content_type")
    list_select_related = ("user", "content_type")
    search_fields = ("user__email", "user__name", "object_id", "change_message")
    date_hierarchy = "action_time"
    fields = ("action_time", "user", "action_flag", "content_type", "object_id", "object_repr", "message")

    @admin.display(description=LogEntry._meta.get_field("change_message").verbose_name)
    def message(self, entry: LogEntry) -> str:
        return str(entry.get_change_message())
