"""The task queue, to look at. It is worked on by the worker, and by its own command line."""

from typing import Any

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker

from kitchen.admin_site.bases import StaffAdmin


@admin.register(ProcrastinateJob)
class JobAdmin(StaffAdmin):
    list_display = ("id", "task_name", "args", "status", "queue_name", "attempts", "scheduled_at")
    list_filter = ("status", "queue_name", "task_name")
    search_fields = ("=id", "task_name", "args")
    ordering = ("-id",)
    fields = (
        *("task_name", "args", "status", "queue_name", "priority", "attempts"),
        *("scheduled_at", "lock", "queueing_lock", "abort_requested", "worker"),
    )


@admin.register(ProcrastinateEvent)
class JobEventAdmin(StaffAdmin):
    list_display = ("at", "type", "job_number")
    list_filter = ("type", "at")
    search_fields = ("=job__id",)
    ordering = ("-id",)
    fields = ("at", "type", "job_number")

    @admin.display(description=ProcrastinateEvent._meta.get_field("job").verbose_name)
    def job_number(self, event: Any) -> int:
        return int(event.job_id)


@admin.register(ProcrastinateWorker)
class WorkerAdmin(StaffAdmin):
    list_display = ("id", "last_heartbeat")
    ordering = ("-id",)
    fields = ("id", "last_heartbeat")
