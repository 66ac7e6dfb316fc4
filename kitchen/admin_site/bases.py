"""What every table of the admin site keeps to: look first, change only what is named, log without names."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

SECTIONS = {
    "people": _("People"),
    "households": _("Households"),
    "history": _("History"),
    "machinery": _("Machinery"),
}


class StaffAdmin(ModelAdmin[Any]):
    """`fields` are shown; administrators change those in `changeable`; nothing is added or deleted unless said.

    A field that is in neither list is never drawn: that is how passwords, keys and tokens stay out of sight.
    """

    section = "machinery"
    changeable: tuple[str, ...] = ()
    deletable = False
    show_full_result_count = False
    list_per_page = 50
    save_as = False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [str(name) for name in self.get_fields(request, obj) if name not in self.changeable]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Django lets a list be filtered by every column, so that a key could be guessed letter by letter."""
        shown = {*self.get_fields(request), *(one for one in self.get_list_filter(request) if isinstance(one, str))}
        return lookup.partition("__")[0] in shown and super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        del request, obj
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(self.changeable) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.deletable and super().has_delete_permission(request, obj)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> NoReturn:
        """Django goes to the front page with a warning; here what is not there is a 404 like anywhere else."""
        del request, opts, object_id
        raise Http404

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        return self.note(request, obj, ADDITION, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        return self.note(request, obj, CHANGE, message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Model]) -> list[LogEntry]:
        return [self.note(request, obj, DELETION, "") for obj in queryset]

    def note(self, request: HttpRequest, obj: Model, flag: int, message: Any) -> LogEntry:
        """A line of the staff's log. It names the row by its id: the log outlives the people and households in it."""
        return LogEntry.objects.create(
            user_id=str(request.user.pk),
            content_type_id=get_content_type_for_model(obj).pk,
            object_id=str(obj.pk),
            object_repr=f"{self.opts.verbose_name} …{str(obj.pk)[-8:]}",
            action_flag=flag,
            change_message=json.dumps(message) if isinstance(message, list) else message,
        )


class HouseholdRowsAdmin(StaffAdmin):
    """Rows of the household that the staff is inside of. Outside of every household the list is empty."""

    section = "households"
    household_path = "household"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        visit = getattr(request, "visit", None)
        return rows.filter(**{self.household_path: visit.household}) if visit else rows.none()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"walled": True, **(extra_context or {})})
