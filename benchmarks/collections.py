"""Times the pages of recipes in households of 1,000, 10,000 and 100,000, with 60 and 300 foods in the pantry.

`--recipes N` (repeatable) takes other sizes. With KITCHEN_VAR the households are laid out in the database of that
folder and stay there, for others to look at (`KITCHEN_VAR=... make run`, Alice of the demo owns them); without it, in
one that is thrown away. The processor's time is that of this program, whatever else the machine does; the reference is
a small page. `--lay-out` only lays out. `--corpus` takes the recipes of KITCHEN_SAMPLES instead.
"""

import argparse
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "kitchen.settings" if os.environ.get("KITCHEN_VAR") else "tests.settings"
)

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from benchmarks.cooks import Cooks
from benchmarks.corpus import corpus
from kitchen import tenancy

# As in tests: files that nobody has collected.
STATIC = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STORAGES = {**settings.STORAGES, "staticfiles": STATIC}
SIZES, FOODS = (1_000, 10_000, 100_000), (60, 300)
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAGES = {
    "reference": "settings/",
    "what can I cook": "recipes/?cookable=1&for_everybody=1",
    "list": "recipes/",
    "list by name, page 40": "recipes/?sort_by=name&page=40",
    "search, common word": "recipes/?q=chicken",
    "search, two words": "recipes/?q=smoky+tomato",
    "search, with slips": "recipes/?q=chiken+risoto",
    "filters": "recipes/?ingredient=chicken&without=nuts&max_minutes=60&tag=quick",
    "tonight": "tonight/",
    "detail": "recipes/{id}/",
}


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def signed_in(cooks: Cooks) -> Client:
    client = Client()
    with tenancy.scope(door="sign-in"):
        client.force_login(cooks.owner, backend=BACKEND)
    return client


def measured(cooks: Cooks, client: Client, foods: int, rounds: int) -> list[str]:
    """A row of the table for each page; all are asked in turn, so that noise meets each alike."""
    cooks.keep(foods)
    room, turns = f"/h/{cooks.household.code}/", iter(range(10**9))
    asks: dict[str, Callable[[], str]] = {
        what: lambda path=path: room + path.format(id=cooks.recipe_ids[next(turns) % len(cooks.recipe_ids)])
        for what, path in PAGES.items()
    }
    asked = {}
    times, worked = {what: list[float]() for what in PAGES}, {what: list[float]() for what in PAGES}
    for what, url in asks.items():
        client.get(url())
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url()).status_code == 200, what
        asked[what] = sum(not one["sql"].startswith(CONTROL) for one in queries)
    for _ in range(rounds):
        for what, url in asks.items():
            address, start, begun = url(), time.perf_counter(), time.process_time()
            client.get(address)
            worked[what].append((time.process_time() - begun) * 1000)
            times[what].append((time.perf_counter() - start) * 1000)
    return [
        f"| {what} | {cooks.count:,} | {foods} | {statistics.median(took):.1f} | {p95(took):.1f} "
        f"| {statistics.median(worked[what]):.1f} | {asked[what]} |"
        for what, took in times.items()
    ]


def p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


def megabytes() -> float:
    """The most that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipes", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--lay-out", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    given = parser.parse_args()
    if os.environ["DJANGO_SETTINGS_MODULE"] == "kitchen.settings":
        call_command("db_init")
    call_command("migrate", verbosity=0)
    rows = []
    for count in given.recipes or SIZES:
        cooks = Cooks(count, say, given=corpus(count) if given.corpus else None)
        if given.lay_out:
            continue
        with override_settings(ALLOWED_HOSTS=["testserver"], STORAGES=STORAGES):
            client = signed_in(cooks)
            for foods in FOODS:
                rows += measured(cooks, client, foods, given.rounds)
        say(f"{count:,} recipes: {megabytes():.0f} MB")
    if rows:
        print(
            "| page | recipes | foods | p50 ms | p95 ms | of the processor | queries |\n|---|---|---|---|---|---|---|",
            *rows,
            sep="\n",
        )


if __name__ == "__main__":
    main()
