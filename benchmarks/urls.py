"""Kitchen's addresses and one more: the reference page, which is signed in, scoped, in the base layout, and empty."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from kitchen.urls import handler400, handler403, handler404, handler500
from kitchen.urls import urlpatterns as own

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def reference(request: HttpRequest) -> HttpResponse:
    return render(request, "layout/household.html")


urlpatterns = [path("h/<slug:code>/reference/", include([path("", reference, name="reference")])), *own]
