"""What one person's browsers are to everybody else: not there; and the one thing the owner does past that."""

import pytest
from django.db import connection
from psycopg import errors

from accounts.models import PushSubscription, User
from accounts.push.browsers import key_of
from accounts.push.sending import Address
from kitchen import tenancy
from tests.accounts.digests import listens
from tests.database import as_owner
from tests.tenancy.door import door

pytestmark = [pytest.mark.tenancy, pytest.mark.django_db(transaction=True)]
HERS = Address("https://fcm.googleapis.com/hers", "", "")
SHARED = Address("https://fcm.googleapis.com/tablet", "", "")


def left() -> set[tuple[str, str]]:
    with as_owner():
        return set(PushSubscription.objects.values_list("user__name", "endpoint"))


def test_browsers_of_others_are_neither_seen_nor_deleted(alice: User, stranger: User) -> None:
    listens(alice, HERS)
    with tenancy.scope(person=stranger.pk):
        assert not PushSubscription.objects.exists()
        assert PushSubscription.objects.filter(user_id=alice.pk).delete()[0] == 0
    assert left() == {("Alice", HERS.endpoint)}


def test_a_browser_is_taken_over_by_its_address_only(alice: User, bob: User, stranger: User) -> None:
    for person, there in ((alice, HERS), (alice, SHARED), (bob, SHARED)):
        listens(person, there)
    with tenancy.scope(person=stranger.pk), connection.cursor() as cursor:
        cursor.execute("SELECT kitchen_take_browser(%s)", ["%"])
    assert len(left()) == 3
    with tenancy.scope(person=bob.pk), connection.cursor() as cursor:
        cursor.execute("SELECT kitchen_take_browser(%s)", [key_of(SHARED.endpoint)])
    assert left() == {("Alice", HERS.endpoint), ("Bob", SHARED.endpoint)}


def test_nobody_takes_over_nothing() -> None:
    with door() as at, pytest.raises(errors.RaiseException):
        at.execute("SELECT kitchen_take_browser('x')")
