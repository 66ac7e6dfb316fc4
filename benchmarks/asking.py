"""One browser that keeps its connection, and what it asks for."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from benchmarks.counting import ASKED, TOLD
from benchmarks.house import PAGE, House

TOKEN = "a" * 32
FORM = "application/x-www-form-urlencoded"
STEPS = "<p>Stir, taste, wait. " + "It smells of summer, and of the sea. " * 20 + "</p>\n"


class Question(NamedTuple):
    method: str
    path: str
    body: bytes = b""
    kind: str = ""
    fragment: bool = False


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    queries: int


Asks = dict[str, Callable[[], Question]]


class Browser:
    """Signed in by a cookie. As browsers do, it takes compressed answers."""

    def __init__(self, port: int, session: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {
            "Host": f"localhost:{port}",
            "Origin": f"http://localhost:{port}",
            "Cookie": f"kitchen_session={session}; kitchen_csrf={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Accept-Encoding": "gzip, br",
            "Accept": "text/html",
        }

    def ask(self, question: Question, *, counting: bool = False) -> Answer:
        more = {"Content-Type": question.kind} if question.body else {}
        more |= {"HX-Request": "true"} if question.fragment else {}
        more |= {ASKED: "1"} if counting else {}
        self.line.request(question.method, question.path, question.body or None, {**self.headers, **more})
        told = self.line.getresponse()
        return Answer(told.status, told.read(), int(told.headers.get(TOLD, 0)))


# What needs no more than the household; {list} and the like are ids of its own.
PAGES = {
    "today": "",
    "tonight": "tonight/",
    "feed": "feed/",
    "search everything": "search/?q=tomato",
    "pantry": "pantry/",
    "lot": "pantry/stock/{lot}/",
    "recipe list": "recipes/",
    "recipe search": "recipes/?q=chicken",
    "recipe search, slips": "recipes/?q=chiken+risoto",
    "what can I cook": "recipes/?cookable=1&for_everybody=1",
    "recipe page": "recipes/{dish}/",
    "needed for a dish": "shopping/need/{dish}/",
    "shopping list of 100": "shopping/lists/{list}/",
    "chat": "chat/",
    "conversation": "chat/{talk}/",
    "household settings": "settings/",
    "members": "members/",
}


def asks_of(house: House) -> Asks:
    """Each page by its name, and what a person does, each time with something else."""
    turns, room = Turns(), f"/h/{house.ids['code']}/"

    def get(path: str) -> Question:
        dish = house.dish_ids[next(turns) % len(house.dish_ids)]
        return Question("GET", room + path.format(**house.ids, dish=dish))

    pages: Asks = {name: partial(get, path) for name, path in PAGES.items()}
    return {**pages, **Deeds(house, room, turns).asks()}


@dataclass
class Deeds:
    """What a page's script sends when something is done there."""

    house: House
    room: str
    turns: "Turns"

    def asks(self) -> Asks:
        return {"list: add an item": self.add, "list: tick": self.tick, "pantry: put away": self.put_away}

    def add(self) -> Question:
        return self._operate("add", self.turns.fresh(), text=f"{next(self.turns) % 9 + 1} l milk {next(self.turns)}")

    def tick(self) -> Question:
        return self._operate(self.turns.other_state(), self.turns.newest)

    def put_away(self) -> Question:
        sent = {"line": "2 l milk fridge friday", "operation": str(uuid4()), "csrfmiddlewaretoken": TOKEN}
        return Question("POST", f"{self.room}pantry/add/", urlencode(sent).encode(), FORM, fragment=True)

    def _operate(self, kind: str, item: str, **body: object) -> Question:
        one = {"id": str(uuid4()), "list": self.house.ids["extra"], "item": item, "kind": kind, **body}
        said = {"protocol": 1, "person": str(self.house.owner.pk), "operations": [one]}
        return Question("POST", f"{self.room}shopping/operations/", json.dumps(said).encode(), "application/json")


class Turns(Iterator[int]):
    """Numbers that no two requests share, also of several threads, and the newest thing on the list."""

    def __init__(self) -> None:
        self._count, self._lock, self.newest, self._ticked = count(), threading.Lock(), "", False

    def __next__(self) -> int:
        with self._lock:
            return next(self._count)

    def fresh(self) -> str:
        self.newest, self._ticked = str(uuid4()), False
        return self.newest

    def other_state(self) -> str:
        self._ticked = not self._ticked
        return "tick" if self._ticked else "untick"


def page_of_45_kb(code: str) -> Question:
    """A page as a browser hands it over, with a recipe of twelve lines in it, of another name each time."""
    told = {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": f"{PAGE} {uuid4().hex[:8]}",
        "recipeYield": "4",
        "prepTime": "PT15M",
        "recipeIngredient": [f"{n * 50} g {food}" for n, food in enumerate(FOODS, 1)],
        "recipeInstructions": [f"Take the {food} and stir it for ten minutes." for food in FOODS],
    }
    head = (
        f'<html><head><title>A page</title><script type="application/ld+json">{json.dumps(told)}</script></head><body>'
    )
    html = head + STEPS * ((45_000 - len(head)) // len(STEPS)) + "</body></html>"
    sent = {"operation": str(uuid4()), "url": "https://example.org/page", "html": html, "csrfmiddlewaretoken": TOKEN}
    path = f"/h/{code}/recipes/import/bookmark/receive/"
    return Question("POST", path, urlencode(sent).encode(), FORM)


FOODS = (
    *("chicken", "rice", "onion", "garlic", "tomato", "butter"),
    *("flour", "milk", "carrot", "spinach", "cheese", "potato"),
)
