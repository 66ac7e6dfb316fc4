"""Times each main page against the reference page: signed in, scoped, base layout, no content.

Prints a Markdown table: the median time in milliseconds and as a multiple of the reference, SQL queries, bytes of HTML
plain and gzipped. All pages are asked for in turn, round after round, so that the machine's noise meets each alike.
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

from accounts.models import Activity, Household, Role, User
from kitchen.urls import urlpatterns as own
from tests.database import as_owner
from tests.factories import EaterFactory, HouseholdFactory, MembershipFactory, UserFactory


def reference(request: HttpRequest) -> HttpResponse:
    return render(request, "layout/household.html")


urlpatterns = [path("h/<slug:code>/reference/", include([path("", reference, name="reference")])), *own]
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK")
PAGES = (
    "reference",
    "home:today",
    "home:feed",
    "home:search",
    "pantry:home",
    "recipes:home",
    "shopping:home",
    "chat:home",
    "accounts:household.show",
    "accounts:member.index",
    "accounts:eater.index",
    "accounts:invitation.index",
)


def lay_out() -> tuple[Household, User]:
    """A large household: 12 members, 12 eaters, 300 lines in the feed."""
    household = HouseholdFactory(name="Linden 12")
    owner = UserFactory(name="Alice")
    MembershipFactory(household=household, user=owner, role=Role.OWNER)
    MembershipFactory.create_batch(11, household=household)
    EaterFactory.create_batch(12, household=household)
    lines = [
        Activity(household=household, number=n, verb="household.renamed", actor=owner, facts={"from": "A", "to": "B"})
        for n in range(1, 301)
    ]
    with as_owner():
        Activity.objects.bulk_create(lines)
    return household, owner


def measure(client: Client, household: Household, rounds: int) -> list[tuple[str, float, int, int, int]]:
    urls = {name: reverse(name, kwargs={"code": household.code}) for name in PAGES}
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
    household, owner = lay_out()
    client = Client()
    with as_owner():
        client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        rows = measure(client, household, rounds)
    base = rows[0][1]
    print("| page | ms | x reference | queries | HTML bytes | gzipped |\n|---|---|---|---|---|---|")
    for name, ms, queries, size, packed in rows:
        print(f"| {name} | {ms:.1f} | {ms / base:.2f} | {queries} | {size} | {packed} |")
