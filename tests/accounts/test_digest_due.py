"""Which households are told now, and two workers who find the same one."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from accounts import tasks
from accounts.digest.due import due_households
from accounts.digest.telling import tell_household
from accounts.models import DigestDelivery, Household, Role, User
from accounts.push.sending import Address
from accounts.services.retention import DELIVERIES_KEPT, forget_old
from tests.accounts.digests import DAY, NOW, deliveries, listens, spinach, wants
from tests.database import as_owner
from tests.factories import HouseholdFactory, MembershipFactory
from tests.tenancy.door import owner_rows

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
HOUR = timedelta(hours=1)


def home(user: User, zone: str, hour: int = 7) -> Household:
    made: Household = HouseholdFactory(name=zone, time_zone=zone, digest_hour=hour)
    MembershipFactory(household=made, user=user, role=Role.MEMBER)
    return made


def test_each_household_comes_at_its_own_hour(household: Household, alice: User) -> None:
    wants(alice)
    berlin, island, later = home(alice, "Europe/Berlin"), home(alice, "Pacific/Kiritimati", 21), home(alice, "UTC", 8)
    found = due_households(NOW)
    assert set(found) == {(household.pk, DAY), (berlin.pk, DAY), (island.pk, DAY)}
    assert (later.pk, DAY) in due_households(NOW + HOUR)
    assert due_households(NOW - 2 * HOUR) == []
    assert {id for id, _day in due_households(NOW + 6 * HOUR)} == {later.pk}


def test_only_where_somebody_waits(household: Household, alice: User, bob: User, guest: User) -> None:
    wants(guest)
    assert due_households(NOW) == []
    listens(bob, Address("https://fcm.googleapis.com/x", "", ""))
    assert due_households(NOW) == [(household.pk, DAY)]
    wants(bob, digest=False, digest_off=[household.code])
    assert due_households(NOW) == []
    wants(alice)
    assert due_households(NOW) == [(household.pk, DAY)]
    with as_owner():
        User.objects.filter(pk=alice.pk).update(is_active=False)
    assert due_households(NOW) == []


def test_who_was_told_does_not_come_again(household: Household, alice: User, bob: User) -> None:
    spinach(household)
    wants(alice)
    tell_household(household.pk, DAY, NOW)
    assert due_households(NOW + HOUR) == []
    wants(bob)
    assert due_households(NOW + HOUR) == [(household.pk, DAY)]
    with as_owner():
        DigestDelivery.objects.create(
            household=household, user=bob, day=DAY, channel="mail", tries=1, ended_at=NOW + 2 * HOUR
        )
    assert due_households(NOW + HOUR) == []
    assert due_households(NOW + 2 * HOUR) == [(household.pk, DAY)]


def test_the_clock_queues_one_task_a_household(
    household: Household, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    wants(alice)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    for _ in range(2):
        tasks.find_due(timestamp=0)
    (job,) = owner_rows("procrastinate_jobs")
    assert job["args"] == {"household": str(household.pk), "day": "2026-11-21"}
    spinach(household)
    tasks.tell(**job["args"])
    assert len(mail.outbox) == 1


def test_two_workers_tell_it_once(household: Household, alice: User, bob: User) -> None:
    spinach(household)
    wants(alice)
    wants(bob)
    together = threading.Barrier(2)

    def work() -> None:
        together.wait(10)
        tell_household(household.pk, DAY, NOW)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(letter.to[0] for letter in mail.outbox) == ["alice@example.org", "bob@example.org"]
    assert deliveries() == [("mail", "sent", 1)] * 2


def test_days_told_long_ago_are_forgotten(household: Household, alice: User) -> None:
    days = [DAY, DAY - DELIVERIES_KEPT, DAY - DELIVERIES_KEPT - timedelta(days=1)]
    with as_owner():
        for day in days:
            DigestDelivery.objects.create(household=household, user=alice, day=day, channel="mail")
    assert forget_old(NOW)["deliveries"] == 1
    with as_owner():
        assert list(DigestDelivery.objects.values_list("day", flat=True)) == days[:2]
