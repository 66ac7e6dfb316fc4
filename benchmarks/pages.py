"""Times each main page against the reference page: signed in, scoped, base layout, no content.

Prints a Markdown table: the median time in milliseconds and as a multiple of the reference, SQL queries, bytes of HTML
plain and gzipped; then another of the pantry with few and with very many lots. All pages are asked for in turn, round
after round, so that the machine's noise meets each alike.
"""

import argparse
import gzip
import os
import statistics
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import include, path, reverse

from benchmarks.household import LargeHousehold
from benchmarks.shelves import compare
from kitchen.urls import urlpatterns as own
from tests.database import as_owner


def reference(request: HttpRequest) -> HttpResponse:
    return render(request, "layout/household.html")


urlpatterns = [path("h/<slug:code>/reference/", include([path("", reference, name="reference")])), *own]
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK")
# Each page with what its address needs besides the household's code.
PAGES: dict[str, dict[str, str]] = {
    "reference": {},
    "home:today": {},
    "home:tonight": {},
    "home:feed": {},
    "home:search": {},
    "pantry:home": {},
    "pantry:stock.show": {"id": "lot"},
    "recipes:home": {},
    "recipes:recipe.show": {"id": "recipe"},
    "shopping:list.show": {"id": "shopping_list"},
    "shopping:need.create": {"id": "recipe"},
    "chat:home": {},
    "chat:conversation.show": {"id": "conversation"},
    "accounts:household.show": {},
    "accounts:member.index": {},
    "accounts:eater.index": {},
    "accounts:invitation.index": {},
}


def urls_of(large: LargeHousehold) -> dict[str, str]:
    code = large.household.code
    return {
        name: reverse(name, kwargs={"code": code, **{key: getattr(large, what).pk for key, what in needs.items()}})
        for name, needs in PAGES.items()
    }


def measure(client: Client, urls: dict[str, str], rounds: int) -> list[tuple[str, float, int, int, int]]:
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    facts: dict[str, tuple[int, int, int]] = {}
    for name, url in urls.items():
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(url)
        assert page.status_code == 200, f"{name}: {page.status_code}"
        statements = [one for one in queries if one["sql"] not in CONTROL]
        facts[name] = (len(statements), len(page.content), len(gzip.compress(page.content)))
    for _ in range(rounds):
        for name, url in urls.items():
            start = time.perf_counter()
            client.get(url)
            times[name].append((time.perf_counter() - start) * 1000)
    return [(name, statistics.median(times[name]), *facts[name]) for name in PAGES]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    call_command("migrate", verbosity=0)
    large = LargeHousehold()
    client = Client()
    with as_owner():
        client.force_login(large.owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        rows = measure(client, urls_of(large), rounds)
    base = rows[0][1]
    print("| page | ms | x reference | queries | HTML bytes | gzipped |\n|---|---|---|---|---|---|")
    for name, ms, queries, size, packed in rows:
        print(f"| {name} | {ms:.1f} | {ms / base:.2f} | {queries} | {size} | {packed} |")
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        compare(rounds)
