"""The audit trail of each table: what a row was, who changed it and by which request. Nobody changes it."""

from typing import Any

import pghistory.models
from django.apps import apps
from django.contrib import admin
from django.db.models import Model, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from kitchen.admin_site.bases import HouseholdRowsAdmin, StaffAdmin
from kitchen.tenancy.tables import rule_of


class HistoryAdmin(StaffAdmin):
    section = "history"
    list_display = ("pgh_created_at", "pgh_label", "row", "by_whom", "request_name")
    list_filter = ("pgh_label", "pgh_created_at")
    ordering = ("-pgh_id",)

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """The key of the row; of one that is kept once for each household, that of the household."""
        del request
        tracked: Any = self.opts.get_field("pgh_obj").related_model
        key = tracked._meta.pk
        return (f"=pgh_obj__{key.name}__id" if key.is_relation else "=pgh_obj__id",)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        del request, obj
        kept = [field.name for field in self.opts.concrete_fields if not field.name.startswith("pgh_")]
        return ["pgh_created_at", "pgh_label", "row", "by_whom", "request_name", "reason", *kept]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        who = Cast(KeyTextTransform("user", OuterRef("pgh_context")), UUIDField())
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.annotate(who=Subquery(User.objects.filter(pk=who).values("email")[:1]))  # type: ignore[no-any-return]

    @admin.display(description=_("row"), ordering="pgh_obj_id")
    def row(self, event: Any) -> str:
        return str(event.pgh_obj_id)

    @admin.display(description=_("by"))
    def by_whom(self, event: Any) -> str | None:
        return event.who  # type: ignore[no-any-return]

    @admin.display(description=_("request"))
    def request_name(self, event: Any) -> str:
        """The name of the page it was made on."""
        return str((event.pgh_context or {}).get("page", ""))

    @admin.display(description=_("reason of the staff"))
    def reason(self, event: Any) -> str:
        return str((event.pgh_context or {}).get("reason", ""))


class HouseholdHistoryAdmin(HistoryAdmin, HouseholdRowsAdmin):
    """The history of a household's rows, seen from inside it only."""

    section = "history"

    def __init__(self, model: type[Model], site: admin.AdminSite) -> None:
        super().__init__(model, site)
        rule = rule_of(model)
        assert rule is not None
        self.household_path = rule.column


def register_histories() -> None:
    for model in apps.get_models():
        if issubclass(model, pghistory.models.Event):
            rule = rule_of(model)
            inside = rule is not None and rule.kind == "household"
            admin.site.register(model, HouseholdHistoryAdmin if inside else HistoryAdmin)


register_histories()
