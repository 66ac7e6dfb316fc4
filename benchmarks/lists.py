"""One list and a hundred clients, over real HTTP and sockets, against `manage.py run` as a process of its own.

`load` sends 10,000 operations as fast as they are answered, and looks whether any was lost and all screens are equal.
`open` clicks five times a second, at random moments chosen beforehand whether or not the server keeps up, and measures
from those moments to the answer and to each of the other screens. `memory` is what a socket costs the server. With
KITCHEN_VAR in that folder, else in one that is thrown away.

    .venv/bin/python -m benchmarks.lists [load] [open] [memory]
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx2
import psutil
from django.core.management import call_command

from benchmarks.shoppers import Place, Shopper

# The folder is chosen before Django reads its settings.
os.environ.setdefault("KITCHEN_VAR", tempfile.mkdtemp(prefix="kitchen-lists-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kitchen.settings")

from benchmarks.party import Party
from tests.operations.processes import Running

CLIENTS, OPERATIONS, ITEMS = 100, 10_000, 100
RATE, SECONDS, WARM = 5.0, 60.0, 5.0
SOCKETS = 500


async def load(shoppers: list[Shopper], items: list[str], batch: int) -> list[str]:
    """Each client ticks and unticks at random, adds and changes, as fast as it is answered."""
    sent: Counter[str] = Counter()
    numbers: list[int] = []

    async def busy(at: int, shopper: Shopper) -> None:
        chance = random.Random(at)
        for _ in range(OPERATIONS // len(shoppers) // batch):
            wanted = [some_operation(shopper, chance, items) for _ in range(batch)]
            for result in await shopper.send(wanted):
                sent[result["outcome"]] += 1
                numbers.extend([result["number"]] if result["number"] else [])

    begun = time.perf_counter()
    await asyncio.gather(*(busy(at, shopper) for at, shopper in enumerate(shoppers)))
    took = time.perf_counter() - begun
    settled = await equal_screens(shoppers)
    assert sent["applied"] + sent["refused"] == OPERATIONS, sent
    assert len(set(numbers)) == len(numbers) == sent["applied"], "a number was given twice"
    loads, later, anew = (sum(getattr(one, what) for one in shoppers) for what in ("loads", "busy", "reconnects"))
    again = loads - len(shoppers)
    return [
        f"{OPERATIONS:,} operations, {batch} a request: {took:.1f} s, {OPERATIONS / took:.0f} a second; {dict(sent)}",
        f"all {len(shoppers)} screens equal {settled:.2f} s after the last answer; pages loaded again: {again}",
        f"requests sent again because the server was too busy: {later}; sockets opened again: {anew}",
    ]


def some_operation(shopper: Shopper, chance: random.Random, items: list[str]) -> dict[str, Any]:
    item, kind = chance.choice(items), chance.random()
    if kind < 0.03:
        return shopper.operation("add", text=f"{chance.randint(1, 9)} l milk")
    if kind < 0.1:
        return shopper.operation("edit", item, fields={"note": f"note {chance.randint(1, 99)}"})
    return shopper.operation(chance.choice(["tick", "untick"]), item)


async def equal_screens(shoppers: list[Shopper]) -> float:
    """Seconds until every screen shows what a page that is loaded now does."""
    begun = time.perf_counter()
    fresh = Shopper(shoppers[0].place, shoppers[0].person, shoppers[0].session, shoppers[0].http)
    while True:
        await fresh.load()
        wrong = [one for one in shoppers if shown(one) != shown(fresh)]
        if not wrong:
            return time.perf_counter() - begun
        assert time.perf_counter() - begun < 60, f"{len(wrong)} screens are not the page: {unlike(wrong[0], fresh)}"
        await asyncio.sleep(0.05)


def unlike(one: Shopper, other: Shopper) -> str:
    left, right = shown(one), shown(other)
    rows = {item: (left.get(item), right.get(item)) for item in {*left, *right} if left.get(item) != right.get(item)}
    return f"at {one.number} and {other.number}: {rows}"


def shown(shopper: Shopper) -> dict[str, tuple[int, str]]:
    return {item: row for item, row in shopper.rows.items() if row[1] != "gone"}


async def open_load(shoppers: list[Shopper], items: list[str]) -> list[str]:
    chance, at, moments = random.Random(7), WARM, []
    while at < WARM + SECONDS:
        moments.append(at)
        at += chance.expovariate(RATE)
    begun = time.perf_counter()
    clicks = [asyncio.create_task(click(begun + at, chance.choice(shoppers), chance, items)) for at in moments]
    done = await asyncio.gather(*clicks)
    await equal_screens(shoppers)
    answered = [(answer - due) * 1000 for due, answer, *_ in done]
    seen = [(when - due) * 1000 for due, _, who, item, number in done for when in screens(shoppers, who, item, number)]
    return [
        f"{len(done)} clicks in {SECONDS:.0f} s on {len(shoppers)} screens, load {os.getloadavg()[0]:.1f}",
        f"answer:         {percentiles(answered)}",
        f"others' screens: {percentiles(seen)}",
    ]


async def click(
    due: float, shopper: Shopper, chance: random.Random, items: list[str]
) -> tuple[float, float, Shopper, str, int]:
    item = chance.choice(items)
    await asyncio.sleep(max(0, due - time.perf_counter()))
    kind = "untick" if shopper.rows.get(item, (0, ""))[1] == "ticked" else "tick"
    (result,) = await shopper.send([shopper.operation(kind, item)])
    return due, time.perf_counter(), shopper, item, result["number"]


def screens(shoppers: list[Shopper], clicker: Shopper, item: str, number: int) -> Iterable[float]:
    """When each of the others showed it, or something newer of the same item."""
    for one in shoppers:
        if one is not clicker:
            yield next(at for at, rows in one.heard if rows.get(item, (0,))[0] >= number)


def percentiles(times: list[float]) -> str:
    times = sorted(times)
    told = (f"p{part} {times[min(len(times) - 1, len(times) * part // 100)]:.0f} ms" for part in (50, 95, 99))
    return f"{', '.join(told)}, most {times[-1]:.0f} ms"


async def memory(party: Party, place: Place, http: httpx2.AsyncClient, process: psutil.Process) -> list[str]:
    """The slope between 100 and 500 sockets; the first hundred also pay for what the server makes once."""
    async with AsyncExitStack() as stack:
        told = []
        for count in (CLIENTS, SOCKETS):
            while len(told) < count:
                told.append(await stack.enter_async_context(party.shopper(place, http, len(told))))
            await asyncio.sleep(2)
            told_now = process.memory_full_info().uss
            if count == CLIENTS:
                before = told_now
    return [f"memory a socket: {(told_now - before) / (SOCKETS - CLIENTS) / 1024:.1f} KB"]


async def measure(party: Party, running: Running, wanted: list[str], batch: int) -> None:
    place = Place(running.port, party.code, party.list)
    limits = httpx2.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    async with httpx2.AsyncClient(limits=limits, timeout=120) as http:
        first = party.shopper(place, http, 0)
        items = [one["item"] for one in await first.send(party.items(first, ITEMS)) if one["item"]]
        async with AsyncExitStack() as stack:
            shoppers = [party.shopper(place, http, at) for at in range(CLIENTS)]
            for shopper in shoppers:
                await shopper.load()
                await stack.enter_async_context(shopper)
            if "open" in wanted:
                print(*await open_load(shoppers, items), sep="\n", flush=True)
            if "load" in wanted:
                print(*await load(shoppers, items, batch), sep="\n", flush=True)
        if "memory" in wanted:
            print(*await memory(party, place, http, psutil.Process(running.process.pid)), sep="\n", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wanted", nargs="*", default=["open", "load", "memory"])
    parser.add_argument("--batch", type=int, default=1)
    given = parser.parse_args()
    # Not by the server, for whose first page nobody waits longer than a while.
    call_command("db_init")
    call_command("migrate", verbosity=0)
    with Running(Path(os.environ["KITCHEN_VAR"])) as running:
        running.first_page()
        asyncio.run(measure(Party(SOCKETS), running, given.wanted, given.batch))


if __name__ == "__main__":
    main()
