"""/admin/performance/: figures of requests and of processes, and what the database server says of itself."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kitchen.figures.charts import bars, line
from kitchen.figures.reading import Performance, Period, performance
from kitchen.figures.server import server


def show(site: AdminSite, request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("period", "")
    period = Period(asked) if asked in Period.values else Period.DAY
    found = performance(period)
    context = {"title": _("Performance"), "found": found, "period": period, "periods": Period, **_charts(found)}
    return render(request, "admin/performance/show.html", {**site.each_context(request), **context})


def database(site: AdminSite, request: HttpRequest) -> HttpResponse:
    context = {"title": _("Database"), "found": server(), "texts": request.user.is_superuser}
    return render(request, "admin/performance/database.html", {**site.each_context(request), **context})


def _charts(found: Performance) -> dict[str, Any]:
    return {
        "bars": bars([(one.count, one.failed) for one in found.bins]),
        "lines": [(one, line([value for _at, value in one.points])) for one in found.measures],
    }
