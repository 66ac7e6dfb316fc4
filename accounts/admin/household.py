from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.admin.changes import announced, told
from accounts.admin.entrance import leave, remember
from accounts.admin.forms import EnterForm, HouseholdForm
from accounts.models import Household
from accounts.services.staff_entry import enter_household
from kitchen.admin_site.bases import StaffAdmin
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE


@admin.register(Household)
class HouseholdAdmin(StaffAdmin):
    """The list that staff choose from. What is inside a household is seen only after entering it, with a reason."""

    section = "households"
    form = HouseholdForm
    list_display = ("name", "emoji", "code", "country", "currency", "created_at", "enter_link")
    list_filter = ("created_at",)
    search_fields = ("name", "code", "=id")
    ordering = ("-created_at", "-id")
    changeable = HouseholdForm.Meta.fields
    fields = ("code", *HouseholdForm.Meta.fields, "created_at")
    change_form_template = "admin/accounts/household/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        visit = getattr(request, "visit", None)
        outside = obj is not None and (visit is None or visit.household != obj.pk)
        return not outside and super().has_change_permission(request, obj)

    @admin.display(description=gettext_lazy("look inside"))
    def enter_link(self, household: Household) -> str:
        url = reverse("admin:accounts_household_enter", args=[household.pk])
        return format_html(
            '<a href="{}">{} <span class="visually-hidden">{}</span></a>', url, _("Enter"), household.name
        )

    def save_model(self, request: HttpRequest, obj: Household, form: Any, change: bool) -> None:  # noqa: FBT001
        super().save_model(request, obj, form, change)
        told(request, obj, obj)
        announced(obj, "household")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("leave/", wrap(require_POST(self.leave)), name="accounts_household_leave"),
            path(
                "<uuid:id>/enter/",
                wrap(require_http_methods(["GET", "POST"])(self.enter)),
                name="accounts_household_enter",
            ),
            *super().get_urls(),
        ]

    def enter(self, request: HttpRequest, id: Any) -> HttpResponse:
        household = get_object_or_404(Household, pk=id)
        to_household = partial(redirect, "admin:accounts_household_change", household.pk)
        visit = getattr(request, "visit", None)
        if visit and visit.household == household.pk:
            return to_household()
        form = EnterForm(request.POST or None)
        if request.method == "POST" and form.is_valid() and not visit:
            try:
                entry = enter_household(household, by=request.user, reason=form.cleaned_data["reason"])  # type: ignore[arg-type]
            except DomainError as refusal:
                form.add_error(refusal.field, refusal.as_validation())
            else:
                remember(request, entry)
                self.note(request, household, 2, _("Entered: %(reason)s") % {"reason": entry.reason})
                return to_household()
        context = {**self.admin_site.each_context(request), "opts": self.opts, "household": household, "form": form}
        context |= {"title": _("Enter %(household)s") % {"household": household.name}, "subtitle": None}
        status = UNPROCESSABLE if request.method == "POST" else 200
        return render(request, "admin/accounts/household/enter.html", context, status=status)

    def leave(self, request: HttpRequest) -> HttpResponse:
        visit = getattr(request, "visit", None)
        leave(request, by=request.user)  # type: ignore[arg-type]
        if visit:
            messages.success(request, _("You have left %(household)s.") % {"household": visit.name})
        return redirect("admin:accounts_household_changelist")
