from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Household, User
from accounts.queries.people import Face
from kitchen.home.queries import today as queries
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


def test_today_starts_the_work(household: Household, alice: User, client_of: ClientOf) -> None:
    page = client_of(alice).get(url_of(household)).content.decode()
    for path in ("pantry/", "recipes/", "invitations/new/"):
        assert f'href="/h/{household.code}/{path}"' in page


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
