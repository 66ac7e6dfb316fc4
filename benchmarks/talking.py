"""How long the built-in assistant takes to its first words, in a household of 10,000 recipes and 300 foods.

Through `chat.agent.agent.answer`, as a conversation asks it: reading, looking up, and the first word that is told, or
the first proposal where there are no words. `--recipes N` and `--rounds N` change the size. With KITCHEN_VAR the
household is laid out in the database of that folder and stays there; without it, in one that is thrown away.

    .venv/bin/python -m benchmarks.talking
"""

import argparse
import asyncio
import os
import statistics
import sys
import time

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "kitchen.settings" if os.environ.get("KITCHEN_VAR") else "tests.settings"
)

import django

django.setup()

from django.core.management import call_command

from accounts.models import Membership
from benchmarks.cooks import Cooks
from chat.agent.agent import answer
from chat.agent.deps import Kitchen
from chat.agent.events import Proposed, Text
from chat.assistants import builtin
from chat.assistants.meter import Meter
from kitchen import tenancy
from pantry.queries.day import today_in

ASKED = (
    "what can I cook tonight?",
    "something quick with chicken, no nuts",
    "do we have flour?",
    "what goes off this week?",
    "show me a recipe with tomatoes",
    "add milk and 6 eggs to the list",
    "how many calories are in 100 g rice?",
    "what can I use instead of butter?",
    "how long do eggs keep?",
    "how hot must chicken be inside?",
    "what is running low?",
    "what's on the list?",
    "waht can i cok tonigt withuot nuts",
    "hello",
)


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


async def first_words(kitchen: Kitchen, text: str) -> float:
    """Milliseconds to the first thing that is told."""
    start, took = time.perf_counter(), 0.0
    async for event in answer(kitchen, text, [], meter=Meter(builtin())):
        if not took and isinstance(event, Text | Proposed):
            took = (time.perf_counter() - start) * 1000
    return took


def p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipes", type=int, default=10_000)
    parser.add_argument("--foods", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    if os.environ["DJANGO_SETTINGS_MODULE"] == "kitchen.settings":
        call_command("db_init")
    call_command("migrate", verbosity=0)
    cooks = Cooks(given.recipes, say)
    cooks.keep(given.foods)
    with tenancy.scope(household=cooks.household.pk, person=cooks.owner.pk):
        membership = Membership.objects.select_related("user", "household").get(
            household=cooks.household, user=cooks.owner
        )
    # As the doors read them: what the owner's connection read cannot be written through the doors'.
    kitchen = Kitchen(membership.household, membership.user, membership, today_in(membership.household))
    print("| asked | p50 ms | p95 ms |\n|---|---|---|")
    asyncio.run(measure(kitchen, given.rounds))


async def measure(kitchen: Kitchen, rounds: int) -> None:
    every: list[float] = []
    for text in ASKED:
        await first_words(kitchen, text)
    for text in ASKED:
        took = [await first_words(kitchen, text) for _round in range(rounds)]
        every += took
        print(f"| {text} | {statistics.median(took):.1f} | {p95(took):.1f} |")
    print(f"| all | {statistics.median(every):.1f} | {p95(every):.1f} |")


if __name__ == "__main__":
    main()
