"""The browser's walls stand around every kind of answer: also files, refusals, and what is broken."""

from typing import Any

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from kitchen import urls
from tests.attack.conftest import Target
from tests.attack.test_browser_walls import HEADERS

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.path)


def busy(request: HttpRequest) -> HttpResponse:
    raise OperationalError(request.path)


urlpatterns = [path("broken/", broken), path("busy/", busy), *urls.urlpatterns]


def judge(answer: Any, status: int) -> None:
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    policy = answer.headers.get("Content-Security-Policy", "")
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


@override_settings(ROOT_URLCONF="tests.attack.test_headers")
@pytest.mark.parametrize(("url", "status"), [("/broken/", 500), ("/busy/", 503)])
def test_broken_pages(url: str, status: int, bare_target: Target) -> None:
    for client in (bare_target.client, Client(raise_request_exception=False)):
        judge(client.get(url), status)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/nowhere/", 404),
        ("/h/nobody/", 302),
        ("/static/css/tokens.css", 200),
        ("/static/icons/favicon.svg", 200),
        ("/static/nothing.js", 404),
        ("/sw.js", 200),
        ("/site.webmanifest", 200),
        ("/favicon.ico", 302),
        ("/offline/", 200),
        ("/health/live", 200),
        ("/health/ready", 200),
        ("/metrics", 200),
        ("/admin/", 302),
        ("/admin/nothing/", 302),
        ("/me/", 302),
    ],
)
def test_answers_to_nobody(url: str, status: int, db: None) -> None:
    judge(Client(raise_request_exception=False).get(url), status)


def test_refusals(bare_target: Target, db: None) -> None:
    judge(bare_target.client.get(f"/h/{bare_target.household.code}/nothing/"), 404)
    judge(bare_target.client.get(reverse("accounts:session.end_others")), 405)
    judge(Client(enforce_csrf_checks=True).post("/accounts/login/", {}), 403)
    judge(Client(raise_request_exception=False).get("/", headers={"Host": "evil.example"}), 400)
    tired = Client()
    for _ in range(5):
        tired.post("/accounts/password/reset/", {"email": "a@example.org"})
    judge(tired.post("/accounts/password/reset/", {"email": "a@example.org"}), 429)
