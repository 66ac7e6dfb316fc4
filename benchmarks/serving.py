"""Kitchen as a process of its own, and what is measured of it."""

import asyncio
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx2

from benchmarks import machine
from benchmarks.asking import Browser, Question, asks_of, page_of_45_kb
from benchmarks.house import House
from benchmarks.shoppers import Place, Shopper
from benchmarks.targets import REFERENCE
from benchmarks.timing import at_once, check, first_look, in_turn, middle, spread
from recipes.models import ImportBatch
from tests.operations.processes import Running

RUN = [sys.executable, "manage.py", "run"]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "benchmarks.settings", "EMAIL_URL": "memorymail://"}
IDLE, EACH, MOST = 5.0, 5, 60.0
IMPORT = "import a page"


class Serving(Running):
    def __init__(self, var: Path, *more: str, command: list[str] | None = None) -> None:
        super().__init__(var, [*(command or RUN), *more], SETTINGS)

    @property
    def pid(self) -> int:
        return self.process.pid

    def rest(self, house: House) -> dict[str, float]:
        """Memory: after the start, and idle after each page was there once."""
        self.first_page()
        found = {"started": machine.megabytes(self.pid)}
        browser = Browser(self.port, house.session())
        for name, ask in asks_of(house).items():
            if ask().method == "GET":
                check(name, browser.ask(ask()))
        time.sleep(IDLE)
        return {**found, "at rest": machine.megabytes(self.pid)}

    def pages(self, house: House, rounds: int, clients: int) -> dict[str, dict[str, Any]]:
        browsers = [Browser(self.port, house.session()) for _ in range(clients)]
        empty = f"/h/{house.ids['code']}/reference/"
        asks = {REFERENCE: lambda: Question("GET", empty), **asks_of(house)}
        looked = first_look(browsers[0], asks)
        timed = in_turn(browsers[0], asks, rounds, self.pid)
        pages = {name: {**timed[name], **looked[name]} for name in asks}
        pages[IMPORT] = self.imports(browsers[0], house, max(5, rounds // 3))
        for name, ask in asks.items():
            pages[name]["at_once"] = at_once(browsers, ask, EACH)
        return pages

    def imports(self, browser: Browser, house: House, rounds: int) -> dict[str, Any]:
        """From handing over a page of 45 KB until its recipe is kept, which the worker in the same process does."""
        took, used = [], []
        for _ in range(rounds + 1):
            question = page_of_45_kb(house.ids["code"])
            before, begun = machine.seconds_of_processor(self.pid), time.perf_counter()
            check(IMPORT, browser.ask(question))
            self._await_import(house)
            took.append((time.perf_counter() - begun) * 1000)
            used.append((machine.seconds_of_processor(self.pid) - before) * 1000)
        answer = check(IMPORT, browser.ask(page_of_45_kb(house.ids["code"]), counting=True))
        facts = {"queries": answer.queries, "bytes": len(answer.body), "sent": len(answer.body)}
        # The first loads what reads pages.
        return {**spread(took[1:]), "cpu": middle(used[1:]), "first": round(took[0], 1), **facts}

    def _await_import(self, house: House) -> None:
        given_up = time.perf_counter() + MOST
        of_house = ImportBatch.objects.using("owner").filter(household=house.household.pk)
        while of_house.exclude(ended_at=None).count() < of_house.count():
            assert time.perf_counter() < given_up, "the import does not end"
            time.sleep(0.002)

    def sockets(self, house: House) -> dict[str, float]:
        """Memory of an open page's socket: the slope from 50 to 250."""
        return {"kb_each": asyncio.run(self._sockets(house, house.session(), (50, 250)))}

    async def _sockets(self, house: House, session: str, counts: tuple[int, int]) -> float:
        place = Place(self.port, house.ids["code"], house.ids["list"])
        held = []
        async with AsyncExitStack() as stack, httpx2.AsyncClient() as http:
            opened = 0
            for count in counts:
                while opened < count:
                    await stack.enter_async_context(Shopper(place, str(house.owner.pk), session, http))
                    opened += 1
                await asyncio.sleep(2)
                held.append(machine.megabytes(self.pid))
        return round((held[1] - held[0]) * 1024 / (counts[1] - counts[0]), 1)

    @classmethod
    def start(cls, var: Path) -> float:
        """Seconds from starting the process to the first page of a set-up installation."""
        with cls(var) as serving:
            return round(serving.first_page(), 2)

    @classmethod
    def apart(cls, var: Path) -> dict[str, float]:
        """Memory of a web process and a worker apart, idle."""
        with cls(var, "--web-only") as web, cls(var, command=[sys.executable, "manage.py", "worker"]) as worker:
            web.first_page()
            time.sleep(IDLE)
            held = {"web": machine.megabytes(web.pid), "worker": machine.megabytes(worker.pid)}
            return {**held, "both": round(sum(held.values()), 1)}
