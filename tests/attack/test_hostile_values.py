"""Hostile values to every form and every door of the URLconf; a new one is found by itself.

Nothing breaks, no script stands on a page, and the household next door stays as it was.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Household, User
from kitchen.tenancy.tables import rules
from tests.attack.conftest import Target, doors, in_rooms, just_signed_in, reason_of, undone
from tests.attack.forms import Sent, forms_in
from tests.attack.hostile import LEAVES, MARKUP, VALUES, bent, form_body, json_body, leaves, texts
from tests.database import as_owner
from tests.factories import EaterFactory

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
# What one sends to a door that reads JSON; a new one is found, and asks to be listed.
OPERATION = {"id": str(uuid4()), "list": str(uuid4()), "item": str(uuid4()), "kind": "add", "text": "milk", "seen": 1}
EDIT = {**OPERATION, "kind": "edit", "fields": {"name": "oat milk", "amount": "2 l", "needed_on": "2026-12-01"}}
JSON_DOORS = ("shopping:operation.create", "shopping:public.operations")
# These are sent a file, and answer in JSON.
FILE_DOORS = ("pantry:scan.decode", "chat:attachment.create")
LEFT_OUT = ("account_logout",)


@dataclass
class Siege:
    """Our side and next door; `faults` are told together at the end."""

    target: Target
    theirs: list[str]
    next_door: str
    seals: str
    faults: list[str] = field(default_factory=list)
    answered: Counter[int] = field(default_factory=Counter)
    turn: Iterator[int] = field(default_factory=count)

    def send(self, client: Client, url: str, body: bytes, kind: str, what: str) -> Any:
        # What was kept is shown where the answer leads to.
        answer: Any = client.post(url, body, content_type=kind, follow=b"%3Cscript" in body or b"%3Cimg" in body)
        self.answered[answer.status_code] += 1
        self.judge(answer, f"{what} to {url}")
        return answer

    def judge(self, answer: Any, what: str) -> None:
        if answer.status_code >= 500:
            self.faults.append(f"{what}: {answer.status_code} {reason_of(answer)}")
        if "html" in answer.headers.get("content-type", "") and not answer.streaming:
            page = answer.content.decode(errors="replace")
            self.faults += [f"{what}: {markup} stands in the page" for markup in MARKUP if markup in page]

    def look_next_door(self, what: str) -> None:
        if fingerprint(self.next_door) != self.seals:
            self.faults.append(f"{what}: the household next door is not as it was")

    def value(self, chosen: bool) -> str:
        at = next(self.turn)
        return self.theirs[at % len(self.theirs)] if chosen or at % 7 == 0 else VALUES[at % len(VALUES)]


def fingerprint(household: str) -> str:
    """Of every row of a household, in one statement."""
    each = [
        f"SELECT '{table}' AS t, md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS h "
        f'FROM "{table}" r WHERE {rule.column} = %(household)s'
        for table, rule in sorted(rules().items())
        if rule.kind == "household" and rule.column
    ]
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each) + " ORDER BY t", {"household": household})
        return hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()


@pytest.fixture
def siege(target: Target, other_household: Household, stranger: User) -> Siege:
    theirs = [str(id) for id in in_rooms(other_household, stranger).values()]
    key = str(other_household.pk)
    seals = fingerprint(key)
    with undone():
        EaterFactory(household=other_household)
        assert fingerprint(key) != seals
    return Siege(target, [*theirs, key, str(stranger.pk)], key, seals)


def addresses(target: Target) -> list[tuple[str, str]]:
    found = [(name, target.url(name, arguments)) for name, arguments in doors() if name not in LEFT_OUT]
    return [(name, url) for name, url in found if url]


def forms_of(siege: Siege, client: Client) -> Iterator[tuple[Sent, str]]:
    """Every form that some page shows, once, with where it goes."""
    tried: set[tuple[str, ...]] = set()
    for _name, url in addresses(siege.target):
        with undone():
            page: Any = client.get(url)
        if page.status_code != 200 or "html" not in page.headers["content-type"]:
            continue
        for form in forms_in(page):
            action = form.action or url
            same = (re.sub(r"[0-9a-f-]{36}", "…", action), *sorted(form.fields))
            if form.method == "post" and "/logout/" not in action and same not in tried:
                tried.add(same)
                yield form, action


@pytest.mark.parametrize("who", ["owner", "nobody"])
def test_every_field_of_every_form(who: str, siege: Siege) -> None:
    client = siege.target.client if who == "owner" else Client(raise_request_exception=False)
    names = {"household", "id", "next"}
    forms = list(forms_of(siege, client))
    assert len(forms) > (100 if who == "owner" else 3)
    for form, action in forms:
        cache.clear()
        names |= set(form.fields)
        with undone():
            for wrong in sorted(set(form.fields) - {"csrfmiddlewaretoken"}):
                value = siege.value(form.is_chosen(wrong) or form.kinds[wrong][0] == "hidden")
                siege.send(client, action, form_body({**form.fields, wrong: value}), FORM, f"{wrong}={value[:30]!r}")
            siege.look_next_door(f"the form {action}")
    for name, url in addresses(siege.target):
        with undone():
            hostile = {one: siege.value(chosen=False) for one in sorted(names)}
            siege.send(client, url, form_body(hostile), FORM, f"all fields at once ({name})")
    siege.look_next_door("all fields at once")
    assert not siege.faults, "\n".join(sorted(set(siege.faults)))


def speaks_json(siege: Siege, url: str) -> bool:
    with undone():
        answer: Any = siege.target.client.post(url, json_body({"k7": 1}), content_type=JSON)
    siege.judge(answer, f"JSON to {url}")
    return answer.headers.get("content-type", "").startswith(JSON)


def test_doors_that_read_json(siege: Siege) -> None:
    client = siege.target.client
    spoken = [(name, url) for name, url in addresses(siege.target) if speaks_json(siege, url)]
    # Packages answer scripts in JSON as well, and read none.
    found = [(name, url) for name, url in spoken if ":" in name and name not in FILE_DOORS]
    assert [name for name, _url in found if name not in JSON_DOORS] == [], "tell JSON_DOORS what one sends there"
    assert found
    message = {"protocol": 1, "person": str(siege.target.owner.pk), "operations": [OPERATION, EDIT]}
    for _name, url in found:
        cache.clear()
        for at in range(30):
            for leaf in LEAVES[at % 8 :: 8] if at else LEAVES:
                body = json_body(bent(message, leaf, at)[0])
                with undone():
                    siege.send(client, url, body, JSON, f"{str(leaf)[:30]!r} at {at}")
        siege.look_next_door(url)
    assert not siege.faults, "\n".join(sorted(set(siege.faults)))


def test_what_hypothesis_makes_of_it(siege: Siege) -> None:
    client = just_signed_in(siege.target.client)
    forms = list(forms_of(siege, client))
    url = next(url for name, url in addresses(siege.target) if name == JSON_DOORS[0])
    message = {"protocol": 1, "person": str(siege.target.owner.pk), "operations": [EDIT]}
    often = settings(
        max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )

    @often
    @given(st.sampled_from(forms), st.data())
    def fill(one: tuple[Sent, str], data: st.DataObject) -> None:
        form, action = one
        cache.clear()
        with undone():
            filled = {name: data.draw(texts()) for name in form.fields if name != "csrfmiddlewaretoken"}
            siege.send(client, action, form_body(filled), FORM, f"{filled!r:.200}")

    @often
    @given(st.integers(0, 14), leaves())
    def tell(at: int, leaf: Any) -> None:
        cache.clear()
        with undone():
            siege.send(client, url, json_body(bent(message, leaf, at)[0]), JSON, f"{leaf!r:.100} at {at}")

    fill()
    tell()
    siege.look_next_door("what hypothesis made")
    assert not siege.faults, "\n".join(sorted(set(siege.faults)))
