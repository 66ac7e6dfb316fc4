"""The digest in browsers: what arrives, what is forgotten, what is tried again."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import connection

from accounts.digest import telling
from accounts.digest.telling import AGAIN, tell_household
from accounts.models import Household, PushSubscription, User
from accounts.push.browsers import MOST_FAILURES
from accounts.push.sending import Arrival
from accounts.tasks import try_message
from tests.accounts.digests import DAY, NOW, deliveries, listens, spinach, wants
from tests.database import as_owner
from tests.fake_push import FakePush, fake_push


@pytest.fixture
def push(settings: LazySettings) -> Iterator[FakePush]:
    with fake_push() as service:
        settings.PUSH_HOSTS = [service.origin]
        yield service


def kept() -> list[str]:
    with as_owner():
        return list(PushSubscription.objects.values_list("endpoint", flat=True))


def test_a_browser_tells_what_to_eat_first(household: Household, alice: User, bob: User, push: FakePush) -> None:
    spinach(household)
    hers = push.browser()
    listens(alice, hers.address)
    tell_household(household.pk, DAY, NOW)
    tell_household(household.pk, DAY, NOW + timedelta(hours=1))
    (message,) = push.told(hers)
    assert message["title"] == "Linden 12: eat Spinach today"
    assert message["body"] == "Spinach, 400 g · today"
    assert message["url"] == f"/h/{household.code}/"
    assert message["tag"] == f"digest-{household.code}"
    assert household.code not in push.received[hers.address.endpoint][0].headers["topic"]
    assert deliveries() == [("push", "sent", 1)]


def test_nothing_is_told_of_nothing_or_of_a_household_that_was_left_out(
    household: Household, alice: User, push: FakePush
) -> None:
    listens(alice, push.browser().address)
    tell_household(household.pk, DAY, NOW)
    wants(alice, digest=False, digest_off=[household.code])
    tell_household(household.pk, DAY + timedelta(days=1), NOW + timedelta(days=1))
    assert push.asked == []
    assert deliveries() == [("push", "nothing", 1)]


def test_a_browser_that_is_gone_is_forgotten(household: Household, alice: User, push: FakePush) -> None:
    spinach(household)
    gone, here = push.browser(), push.browser()
    for browser in (gone, here):
        listens(alice, browser.address)
    push.answers(gone, 410)
    tell_household(household.pk, DAY, NOW)
    assert kept() == [here.address.endpoint]
    assert len(push.told(here)) == 1
    assert deliveries() == [("push", "sent", 1)]


def test_where_none_is_left_nothing_is_tried_again(household: Household, alice: User, push: FakePush) -> None:
    spinach(household)
    gone = push.browser()
    listens(alice, gone.address)
    push.answers(gone, 404)
    tell_household(household.pk, DAY, NOW)
    assert (kept(), deliveries()) == ([], [("push", "failed", 1)])


@pytest.mark.parametrize("mood", [429, 500, "slow"])
def test_what_may_pass_is_tried_again(household: Household, alice: User, push: FakePush, mood: int | str) -> None:
    spinach(household)
    browser = push.browser()
    listens(alice, browser.address)
    push.answers(browser, mood)
    tell_household(household.pk, DAY, NOW)
    assert deliveries() == [("push", "claimed", 1)]
    push.answers(browser, 201)
    tell_household(household.pk, DAY, NOW + AGAIN)
    assert (len(push.told(browser)), deliveries()) == (1, [("push", "sent", 2)])


def test_a_browser_that_never_takes_anything_is_given_up(household: Household, alice: User, push: FakePush) -> None:
    spinach(household)
    browser = push.browser()
    listens(alice, browser.address, failures=MOST_FAILURES - 1)
    push.answers(browser, 403)
    tell_household(household.pk, DAY, NOW)
    assert kept() == []


def test_mail_and_browser_are_told_apart(household: Household, alice: User, push: FakePush) -> None:
    """What fails in one of them is no reason to say it twice in the other."""
    spinach(household)
    browser = push.browser()
    listens(wants(alice), browser.address)
    push.answers(browser, 503)
    tell_household(household.pk, DAY, NOW)
    assert deliveries() == [("mail", "sent", 1), ("push", "claimed", 1)]


def test_a_test_message_and_one_for_a_browser_that_was_forgotten(alice: User, push: FakePush) -> None:
    browser = push.browser()
    row = listens(alice, browser.address, failures=2)
    try_message(person=str(alice.pk), browser=str(row.pk))
    assert push.told(browser)[0]["title"] == "Messages arrive here"
    with as_owner():
        row.refresh_from_db()
        assert (row.failures, row.used_at is None) == (0, False)
        PushSubscription.objects.all().delete()
    try_message(person=str(alice.pk), browser=str(row.pk))
    assert len(push.asked) == 1


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_others_are_talked_to(
    household: Household, alice: User, push: FakePush, monkeypatch: pytest.MonkeyPatch
) -> None:
    spinach(household)
    listens(alice, push.browser().address)
    states: list[bool] = []

    def watched(*_args: object, **_options: object) -> Arrival:
        states.append(connection.in_atomic_block)
        return Arrival.TAKEN

    monkeypatch.setattr(telling, "send", watched)
    tell_household(household.pk, DAY, NOW)
    assert states == [False]
    assert deliveries() == [("push", "sent", 1)]
