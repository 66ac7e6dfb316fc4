"""Two phones, one list: no network for a while, crashing tabs, a cold start, a server that is killed. Nothing is lost.

The proof of the protocol (tests/shopping/test_operation_proof.py) in real browsers, with the server as a process.
"""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Error, Playwright, Route, expect

from accounts.models import Household, User
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from tests.browser.kept import keeps
from tests.browser.lists import SYNC, row, type_in
from tests.browser.phones import Kitchen, Phone
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ShoppingListFactory
from tests.shopping.verdicts import Ledger

THINGS = [f"Thing {letter}" for letter in "abcdefghijkl"]


@pytest.fixture(scope="module")
def process(django_db_setup: None) -> Iterator[Kitchen]:
    with Kitchen().up() as up:
        yield up


@pytest.fixture
def kitchen(process: Kitchen) -> Kitchen:
    """Alive, whatever the test before did to it."""
    if process.running.process.poll() is not None:
        process.start()
    return process


@pytest.fixture
def market(household: Household) -> ShoppingList:
    kept: ShoppingList = ShoppingListFactory(household=household, name="Market")
    return kept


@pytest.fixture
def phones(
    playwright: Playwright,
    browser_type_launch_args: dict[str, Any],
    kitchen: Kitchen,
    market: ShoppingList,
    alice: User,
    bob: User,
    client_of: ClientOf,
    tmp_path: Path,
) -> Iterator[list[Phone]]:
    """Alice's and Bob's, both showing the list and keeping its page; what stands on it was added after that."""
    path = reverse("shopping:list.show", args=[market.household.code, market.pk])
    with ExitStack() as stack:
        made = []
        for user in (alice, bob):
            phone = Phone(playwright, browser_type_launch_args, kitchen, tmp_path / user.name, client_of(user))
            phone.begin(market)
            stack.callback(phone.switch_off)
            keeps(phone.page, [path])
            made.append(phone)
        type_in(made[0].page, ", ".join(THINGS))
        for phone in made:
            expect(phone.page.locator("shopping-list .item:not([data-provisional])")).to_have_count(len(THINGS))
        yield made


def items(kept: ShoppingList) -> list[str]:
    with as_owner():
        return [str(pk) for pk in kept.items.order_by("name").values_list("pk", flat=True)]


def judge(kept: ShoppingList, phones: list[Phone], operations: int) -> dict[str, str]:
    """All is sent, all screens are the database, the list is what so many operations say; the state of each name."""
    for phone in phones:
        phone.has_sent_all()
    ledger = Ledger(kept)
    ledger.judge()
    assert ledger.list.number == operations
    there = [item for item in ledger.items.values() if item.state in {ItemState.OPEN, ItemState.TICKED}]
    for phone in phones:
        phone.shows(sorted(f"{item.pk} {item.state} {item.number}" for item in there))
    return {item.name: item.state for item in there}


def test_a_server_that_is_away_a_cold_start_and_a_crash(
    market: ShoppingList, phones: list[Phone], kitchen: Kitchen
) -> None:
    hers, his = phones
    things = items(market)
    kitchen.die()
    for at in range(3):
        hers.presses(things[at])
        his.presses(things[at + 3])
    for phone in phones:
        type_in(phone.page, "2 l oat milk")
        phone.waits(4)
    hers.switch_off()
    hers.begin(market)
    expect(hers.page.locator("html[data-kept-at]")).to_be_attached()
    expect(row(hers.page, "2 l oat milk")).to_be_visible()
    for at in range(3):
        expect(hers.page.locator(f"#tick_{things[at]}")).to_be_checked()
    hers.presses(things[0])
    hers.waits(5)
    his.crash()
    his.open(market)
    his.presses(things[6])
    his.waits(5)
    kitchen.start()
    states = judge(market, phones, len(THINGS) + 10)
    assert states == {
        **dict.fromkeys(THINGS[1:7], "ticked"),
        **dict.fromkeys([THINGS[0], *THINGS[7:], "Oat milk"], "open"),
    }
    with as_owner():
        milk = ShoppingListItem.objects.get(shopping_list=market, name="Oat milk")
    assert (milk.quantity, milk.unit) == (4, "l")


def test_a_server_that_restarts_while_both_are_ticking(
    market: ShoppingList, phones: list[Phone], kitchen: Kitchen
) -> None:
    things = items(market)
    for at, item in enumerate(things):
        phones[at % 2].presses(item)
        if at == len(THINGS) // 3:
            kitchen.die()
        if at == 2 * len(THINGS) // 3:
            kitchen.start()
    states = judge(market, phones, 2 * len(THINGS))
    assert set(states.values()) == {"ticked"}


def test_a_tab_that_dies_before_it_hears_the_answer(market: ShoppingList, phones: list[Phone]) -> None:
    """The server has done it, the tab that asked never knows; the next one asks again, after somebody else's change."""
    hers, his = phones
    first = items(market)[0]

    def lose_the_answer(route: Route) -> None:
        with suppress(Error):  # a tab that closes takes its requests along
            route.fetch()
            route.abort()

    hers.context.route(SYNC, lose_the_answer)
    hers.presses(first)
    expect(his.page.locator(f"#tick_{first}")).to_be_checked()
    hers.waits(1)
    hers.page.close()
    hers.context.unroute(SYNC)
    his.presses(first)
    his.has_sent_all()
    hers.open(market)
    states = judge(market, phones, len(THINGS) + 2)
    assert set(states.values()) == {"open"}
