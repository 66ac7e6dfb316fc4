"""Figures and backups for operators, row by row; /admin/performance/ makes sense of the figures."""

from django.contrib import admin

from kitchen.admin_site.bases import StaffAdmin
from kitchen.models import ApiRequest, BackupRun, PerformanceMetric


@admin.register(ApiRequest)
class ApiRequestAdmin(StaffAdmin):
    list_display = ("at", "route", "method", "status", "seconds", "queries", "query_seconds", "bytes", "stands_for")
    list_filter = ("status", "method")
    search_fields = ("route",)
    ordering = ("-id",)
    fields = list_display


@admin.register(PerformanceMetric)
class PerformanceMetricAdmin(StaffAdmin):
    list_display = ("at", "name", "value", "unit")
    search_fields = ("name",)
    ordering = ("-id",)
    fields = list_display


@admin.register(BackupRun)
class BackupRunAdmin(StaffAdmin):
    list_display = ("started_at", "ended_at", "outcome", "bytes", "place", "error")
    list_filter = ("outcome",)
    ordering = ("-started_at",)
    fields = list_display
