from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any

import pghistory
from django.contrib import messages
from django.contrib.admin import AdminSite, ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from kitchen.admin_site import performance
from kitchen.admin_site.bases import SECTIONS, StaffAdmin
from kitchen.admin_site.second_step import second_step
from kitchen.admin_site.visit import Entrance, Visit, VisitOverError
from kitchen.http import wants_sign_in


class KitchenAdmin(AdminSite):
    """Django admin for staff: Kitchen's own sign-in, Kitchen's colours, and a household only while inside it."""

    site_header = site_title = _("Kitchen staff")
    index_title = _("Behind the counter")
    enable_nav_sidebar = False
    empty_value_display = "—"
    entrance: Entrance | None = None

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # Each deletion goes through its own page or action, which does what has to follow from it.
        self.disable_action("delete_selected")

    def register(
        self, model_or_iterable: Any, admin_class: type[ModelAdmin[Any]] | None = None, **options: Any
    ) -> None:
        """Packages bring admins that show keys and delete in bulk: only those made on `StaffAdmin` are let in."""
        if admin_class is not None and issubclass(admin_class, StaffAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Anonymous go to sign in, people who are not staff find nothing here, staff work within their entry."""
        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return wants_sign_in(request)
            if not self.has_permission(request):
                raise Http404
            if way := second_step(request):
                return way
            try:
                request.visit = self._visit(request)  # type: ignore[attr-defined]
            except VisitOverError as over:
                messages.warning(request, str(over))
                return redirect("admin:index")
            response: HttpResponseBase = guarded(request, *args, **kwargs)
            return response

        return update_wrapper(inner, guarded)

    def get_urls(self) -> list[Any]:
        return [
            path("performance/", self.admin_view(partial(performance.show, self)), name="performance"),
            path("performance/database/", self.admin_view(partial(performance.database, self)), name="database"),
            *super().get_urls(),
        ]

    def _visit(self, request: HttpRequest) -> Visit | None:
        visit = self.entrance.resume(request) if self.entrance else None
        if visit:
            # Joins the context that the request is already in: what changes now is put down to staff, with the reason.
            pghistory.context(staff=str(request.user.pk), entry=str(visit.entry), reason=visit.reason)
        return visit

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), "visit": getattr(request, "visit", None)}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """By what the tables are about, not by which package they come from."""
        if app_label:
            return super().get_app_list(request, app_label)
        sections: dict[str, list[Any]] = {key: [] for key in SECTIONS}
        for app in super().get_app_list(request):
            for entry in app["models"]:
                sections[self._registry[entry["model"]].section].append({**entry, "app": app})  # type: ignore[attr-defined]
        return [
            {**models[0]["app"], "name": SECTIONS[key], "app_url": "", "models": models}
            for key, models in sections.items()
            if models
        ]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """There is one sign-in, with its rate limits and second factors; this only leads there and back."""
        del extra_context
        if not request.user.is_authenticated:
            return wants_sign_in(request)
        if not self.has_permission(request):
            raise Http404
        wanted = request.GET.get("next", "")
        safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
        return redirect(wanted if safe else "admin:index")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        del request, extra_context
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        del request, extra_context
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:  # type: ignore[override]
        del request, extra_context
        return redirect("account_change_password")
