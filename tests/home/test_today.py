from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Household, User
from accounts.queries.people import Face
from kitchen import tenancy
from kitchen.home.queries import today as queries
from kitchen.ids import new_id
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots
from shopping.services.adding import add_items
from shopping.services.item import tick_item
from shopping.services.list import default_list
from shopping.wanted import wanted_from_text
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory


def url_of(household: Household) -> str:
    return reverse("home:today", kwargs={"code": household.code})


def faces(*names: str) -> list[Face]:
    return [Face(id=None, name=name, initial=name[0], tone=1, role="member") for name in names]


@pytest.mark.parametrize(
    ("hour", "greeting"), [(4, "Good evening"), (5, "Good morning"), (12, "Good afternoon"), (17, "Good evening")]
)
def test_greeting_follows_the_clock(hour: int, greeting: str) -> None:
    assert queries.greeting(hour, "Alice") == f"{greeting}, Alice"


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("A", "One person has the key to this kitchen so far."),
        ("AB", "A and B share this kitchen."),
        ("ABC", "A, B and C share this kitchen."),
        ("ABCDE", "A, B and 3 others share this kitchen."),
    ],
)
def test_who_shares_the_kitchen(names: str, sentence: str) -> None:
    assert queries.together(faces(*names)) == sentence


def test_the_date_is_that_of_the_household(
    household: Household, alice: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_owner():
        household.time_zone = "Pacific/Auckland"
        household.save()
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 21, 15, 0, tzinfo=UTC))
    page = client_of(alice).get(url_of(household)).content.decode()
    assert "Sunday 22 November" in page
    assert "Good evening, Alice" in page


def test_an_empty_kitchen_starts_the_work(household: Household, alice: User, client_of: ClientOf) -> None:
    page = client_of(alice).get(url_of(household)).content.decode()
    for path in ("pantry/", "tonight/", "shopping/", "invitations/new/"):
        assert f'href="/h/{household.code}/{path}"' in page
    assert "Nothing is on the shelves yet" in page
    assert "Nothing to buy" in page


def put_on_shelf(household: Household, by: User, text: str) -> None:
    with tenancy.scope(household=household.pk, person=by.pk):
        found, wrong = new_lots(text, household, today=today_in(household))
        assert not wrong
        add_stock(household, found, by=by, operation=new_id())


def in_days(household: Household, days: int) -> str:
    return f"{today_in(household) + timedelta(days=days):%Y-%m-%d}"


@pytest.mark.parametrize(
    ("lots", "headline"),
    [
        ([("400 g spinach", 0)], "Eat the spinach today"),
        ([("400 g spinach", 0), ("1 cucumber bb", -1)], "Eat the cucumber and the spinach today"),
        ([("400 g spinach", 0), ("1 cucumber use by", -1)], "Eat the spinach today"),
        ([("1 cucumber use by", -1)], "Look at the cucumber: its date is past"),
        (
            [("400 g spinach", 0), ("1 cucumber bb", -1), ("1 l milk", 0), ("6 eggs", 0)],
            "Eat the cucumber, the eggs and 2 more today",
        ),
        ([("400 g spinach", 1), ("1 cucumber", 2)], "Eat the spinach by tomorrow"),
        ([("400 g spinach", 20)], ", Alice"),
    ],
)
def test_the_heading_says_what_to_eat(
    household: Household, alice: User, client_of: ClientOf, lots: list[tuple[str, int]], headline: str
) -> None:
    for text, days in lots:
        put_on_shelf(household, alice, f"{text} {in_days(household, days)}")
    page = client_of(alice).get(url_of(household)).content.decode()
    heading = page[page.index("<h1>") : page.index("</h1>")]
    assert headline in heading


def test_what_must_be_eaten_stands_first(household: Household, alice: User, client_of: ClientOf) -> None:
    for text, days in (("1 kg rice", 300), ("1 l milk", 2), ("400 g spinach", 0)):
        put_on_shelf(household, alice, f"{text} {in_days(household, days)}")
    page = client_of(alice).get(url_of(household)).content.decode()
    board = page[page.index('id="eat-first"') : page.index('id="ahead"')]
    assert board.index("Spinach") < board.index("Milk")
    assert "Rice" not in board


def test_the_list_ahead_is_the_first_with_something_on_it(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        shopping_list = default_list(household, by=alice)
        wanted, _wrong = wanted_from_text(
            "2 l milk\n" + "\n".join(f"thing {letter}" for letter in "abcdefg"), today=date.min
        )
        items = add_items(shopping_list, wanted, by=alice).items
        tick_item(items[0], by=alice)
    page = client_of(alice).get(url_of(household)).content.decode()
    board = page[page.index('id="ahead"') : page.index('id="lately"')]
    assert ">7</span> to get" in board
    assert "Thing a" in board
    assert "Milk" not in board
    assert "Thing g" not in board


def test_htmx_gets_the_board_and_the_heading(household: Household, alice: User, client_of: ClientOf) -> None:
    put_on_shelf(household, alice, f"400 g spinach {in_days(household, 0)}")
    answer = client_of(alice).get(url_of(household), headers={"HX-Request": "true"}).content.decode()
    assert answer.strip().startswith('<div class="stack-l" id="board"')
    assert 'id="heading" hx-swap-oob="true"' in answer
    assert "Eat the spinach today" in answer


def test_nobody_is_asked_to_invite_who_may_not(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    for user in (bob, guest):
        assert "/invitations/new/" not in client_of(user).get(url_of(household)).content.decode()


def test_lately_tells_the_newest_first(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    for number in range(1, 10):
        ActivityFactory(household=household, number=number, actor=bob, verb="eater.added", facts={"name": f"N{number}"})
    page = client_of(alice).get(url_of(household)).content.decode()
    assert page.index("Bob set a place for N9") < page.index("Bob set a place for N8")
    assert "for N3" not in page
