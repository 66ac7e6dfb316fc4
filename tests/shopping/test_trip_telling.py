"""Messages in browsers: somebody goes shopping, somebody is done (shopping.telling)."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connections
from django.utils import timezone

from accounts.models import PushSubscription, User
from shopping.models import ShoppingList, ShoppingTrip
from shopping.telling import tell_trip
from tests.accounts.digests import listens, wants
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.fake_push import FakePush, fake_push
from tests.shopping.rows import on_list
from tests.shopping.shops import store, trip

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def push(settings: LazySettings) -> Iterator[FakePush]:
    with fake_push() as service:
        settings.PUSH_HOSTS = [service.origin]
        yield service


def tell(one: ShoppingTrip, news: str = "going") -> None:
    tell_trip(household=str(one.household_id), trip=str(one.pk), news=news)


def ended(one: ShoppingTrip) -> None:
    with as_owner():
        ShoppingTrip.objects.filter(pk=one.pk).update(ended_at=timezone.now())


def test_those_at_home_are_asked_what_is_missing(
    saturday: ShoppingList, alice: User, bob: User, guest: User, stranger: User, push: FakePush
) -> None:
    browsers = {user: push.browser() for user in (alice, bob, guest, stranger)}
    for user, browser in browsers.items():
        listens(user, browser.address)
    one = trip(saturday, alice, store=store(saturday.household, name="Lidl"))
    tell(one)
    (message,) = push.told(browsers[bob])
    assert message["title"] == "Alice is going shopping"
    assert message["body"] == "Saturday shop at Lidl: is anything missing?"
    assert message["url"] == f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/"
    assert push.received[browsers[bob].address.endpoint][0].headers["ttl"] == "1800"
    assert push.asked == [browsers[bob].address.endpoint]


def test_done_says_what_was_bought_in_place_of_the_first(
    saturday: ShoppingList, alice: User, bob: User, push: FakePush
) -> None:
    browser = push.browser()
    listens(bob, browser.address)
    one = trip(saturday, alice)
    on_list(saturday, "Milk", "Jam", ticked=True, trip=one)
    on_list(saturday, "Bread")
    tell(one)
    ended(one)
    tell(one, "done")
    going, done = push.told(browser)
    assert done["title"] == "Alice is done shopping"
    assert done["body"] == "Saturday shop: 2 things bought. 1 thing is still open."
    assert going["tag"] == done["tag"]


def test_nothing_is_told_of_what_is_over_or_was_nothing(
    saturday: ShoppingList, alice: User, bob: User, push: FakePush
) -> None:
    listens(bob, push.browser().address)
    one = trip(saturday, alice)
    ended(one)
    tell(one, "going")
    tell(one, "done")
    assert push.asked == []


@pytest.mark.parametrize("preferences", [{"trips": False}, {"digest_off": ["HERE"]}])
def test_each_person_may_switch_it_off(
    preferences: dict[str, Any], saturday: ShoppingList, alice: User, bob: User, push: FakePush
) -> None:
    code = saturday.household.code
    wants(bob, **{key: [code] if key == "digest_off" else value for key, value in preferences.items()})
    listens(bob, push.browser().address)
    tell(trip(saturday, alice))
    assert push.asked == []


def test_a_browser_that_is_gone_is_forgotten_and_the_others_hear(
    saturday: ShoppingList, alice: User, bob: User, carol: User, push: FakePush
) -> None:
    gone, here = push.browser(), push.browser()
    listens(bob, gone.address)
    listens(carol, here.address)
    push.answers(gone, 410)
    tell(trip(saturday, alice))
    assert len(push.told(here)) == 1
    with as_owner():
        assert list(PushSubscription.objects.values_list("user_id", flat=True)) == [carol.pk]


def test_going_queues_what_is_told(saturday: ShoppingList, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    for deed in ("begin", "end"):
        client.post(f"/h/{saturday.household.code}/shopping/lists/{saturday.pk}/shop/{deed}/")
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT args->>'news' FROM procrastinate_jobs WHERE task_name = 'shopping.telling.tell_trip'")
        assert sorted(row[0] for row in cursor.fetchall()) == ["done", "going"]
