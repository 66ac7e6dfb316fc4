"""Telling a household its day: who, what, and once."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from accounts.digest.claims import HELD, MOST_TRIES
from accounts.digest.telling import AGAIN, tell_household
from accounts.models import Household, User
from accounts.roles import Role
from tests.accounts.digests import DAY, NOW, deliveries, spinach, wants
from tests.factories import HouseholdFactory, MembershipFactory

SENT, NOTHING, FAILED, CLAIMED = "sent", "nothing", "failed", "claimed"


def told() -> list[str]:
    return [f"{letter.to[0]}: {letter.subject}" for letter in mail.outbox]


def test_those_who_want_it_are_told_once(household: Household, alice: User, bob: User, guest: User) -> None:
    spinach(household)
    wants(alice)
    wants(guest)
    tell_household(household.pk, DAY, NOW)
    assert told() == ["alice@example.org: Linden 12: eat Spinach today"]
    tell_household(household.pk, DAY, NOW + timedelta(hours=2))
    assert len(mail.outbox) == 1
    assert deliveries() == [("mail", SENT, 1)]


def test_the_next_day_is_told_anew(household: Household, alice: User) -> None:
    spinach(household, DAY + timedelta(days=1))
    wants(alice)
    for days in range(2):
        tell_household(household.pk, DAY + timedelta(days=days), NOW + timedelta(days=days))
    assert told() == [
        "alice@example.org: Linden 12: eat Spinach by tomorrow",
        "alice@example.org: Linden 12: eat Spinach today",
    ]


def test_of_nothing_nothing_is_told(household: Household, alice: User) -> None:
    spinach(household, DAY + timedelta(days=30))
    wants(alice)
    tell_household(household.pk, DAY, NOW)
    assert deliveries() == [("mail", NOTHING, 1)]
    spinach(household)
    tell_household(household.pk, DAY, NOW + timedelta(hours=1))
    assert told() == []


def test_two_households_are_told_each_as_it_was_chosen(household: Household, alice: User) -> None:
    cabin = HouseholdFactory(name="The cabin")
    MembershipFactory(household=cabin, user=alice, role=Role.MEMBER)
    for one in (household, cabin):
        spinach(one)
    wants(alice)
    tell_household(household.pk, DAY, NOW)
    wants(alice, digest_off=[cabin.code])
    tell_household(cabin.pk, DAY, NOW)
    assert told() == ["alice@example.org: Linden 12: eat Spinach today"]
    wants(alice, digest_off=[household.code])
    tell_household(cabin.pk, DAY, NOW)
    assert told()[1:] == ["alice@example.org: The cabin: eat Spinach today"]


def test_what_is_told_is_true_when_it_is_told(household: Household, alice: User) -> None:
    """A day of eleven at night that leaves after midnight: what was "tomorrow" has become today."""
    spinach(household, DAY + timedelta(days=1))
    wants(alice)
    tell_household(household.pk, DAY, NOW.replace(day=22, hour=0, minute=30))
    assert told() == ["alice@example.org: Linden 12: eat Spinach today"]
    assert deliveries(day=DAY) == [("mail", SENT, 1)]


@pytest.mark.parametrize(
    ("zone", "word"), [("Pacific/Kiritimati", "today"), ("America/St_Johns", "by tomorrow"), ("UTC", "by tomorrow")]
)
def test_the_same_moment_is_another_day_elsewhere(alice: User, zone: str, word: str) -> None:
    far = HouseholdFactory(name="Far", time_zone=zone)
    MembershipFactory(household=far, user=alice, role=Role.MEMBER)
    spinach(far, DAY + timedelta(days=1))
    wants(alice)
    tell_household(far.pk, DAY, NOW.replace(hour=12))
    assert told() == [f"alice@example.org: Far: eat Spinach {word}"]


def test_a_letter_that_never_left_leaves_later(
    household: Household, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    spinach(household)
    wants(alice)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMultiAlternatives, "send", failing(SMTPServerDisconnected("away")))
        tell_household(household.pk, DAY, NOW)
    assert deliveries() == [("mail", CLAIMED, 1)]
    tell_household(household.pk, DAY, NOW + AGAIN / 2)
    assert told() == []
    tell_household(household.pk, DAY, NOW + AGAIN)
    assert (len(told()), deliveries()) == (1, [("mail", SENT, 2)])


def test_three_tries_are_enough(household: Household, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    spinach(household)
    wants(alice)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMultiAlternatives, "send", failing(ConnectionRefusedError()))
        for n in range(MOST_TRIES + 1):
            tell_household(household.pk, DAY, NOW + n * AGAIN)
    assert deliveries() == [("mail", FAILED, 3)]
    tell_household(household.pk, DAY, NOW + 9 * AGAIN)
    assert told() == []


def test_an_address_that_is_refused_is_not_tried_again(
    household: Household, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    spinach(household)
    wants(alice)
    monkeypatch.setattr(EmailMultiAlternatives, "send", failing(SMTPRecipientsRefused({})))
    tell_household(household.pk, DAY, NOW)
    assert deliveries() == [("mail", FAILED, 1)]


def test_a_worker_that_died_is_followed_by_another(
    household: Household, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had claimed the day, and nobody knows whether it sent: after a while another tries, three times at most."""
    spinach(household)
    wants(alice)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMultiAlternatives, "send", failing(SystemExit()))
        for n in range(MOST_TRIES):
            with pytest.raises(SystemExit):
                tell_household(household.pk, DAY, NOW + n * HELD)
            tell_household(household.pk, DAY, NOW + n * HELD + HELD / 2)
    assert deliveries() == [("mail", CLAIMED, 3)]
    tell_household(household.pk, DAY, NOW + MOST_TRIES * HELD)
    assert (told(), deliveries()) == ([], [("mail", FAILED, 3)])


def test_what_breaks_for_one_is_told_to_the_others(
    household: Household, alice: User, bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    spinach(household)
    wants(alice)
    wants(bob)
    send = EmailMultiAlternatives.send

    def picky(letter: EmailMultiAlternatives) -> int:
        if "alice" in letter.to[0]:
            raise ValueError("a letter that cannot be written")
        return send(letter)

    monkeypatch.setattr(EmailMultiAlternatives, "send", picky)
    tell_household(household.pk, DAY, NOW)
    assert told() == ["bob@example.org: Linden 12: eat Spinach today"]


def failing(error: BaseException) -> object:
    def send(letter: EmailMultiAlternatives) -> None:
        raise error

    return send
