"""What doors reach only through functions of the owner, and the limits of each."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from psycopg import errors

from accounts.models import Eater, Household, Invitation, Role, User
from kitchen import tenancy
from kitchen.tasks import household_task
from tests.database import as_owner
from tests.factories import EaterFactory, InvitationFactory, MembershipFactory
from tests.tenancy.door import door, owner_rows

pytestmark = [pytest.mark.tenancy, pytest.mark.django_db(transaction=True)]

ran: list[tuple[str, int]] = []


@household_task()
def count_eaters(household: str) -> None:
    ran.append((household, Eater.objects.count()))


def jobs() -> list[dict[str, Any]]:
    return owner_rows("procrastinate_jobs")


def test_a_task_is_queued_with_the_change_and_goes_with_it(household: Household) -> None:
    with pytest.raises(ZeroDivisionError), tenancy.scope(household=household.pk):
        count_eaters.defer(household=str(household.pk))
        _ = 1 / 0
    assert jobs() == []
    with tenancy.scope(household=household.pk):
        count_eaters.defer(household=str(household.pk))
    assert [job["args"] for job in jobs()] == [{"household": str(household.pk)}]


def test_queued_tasks_cannot_be_read_or_changed_by_a_door(household: Household) -> None:
    with tenancy.scope(household=household.pk):
        count_eaters.defer(household=str(household.pk))
    with door(household=household.pk) as at:
        assert at.execute("SELECT * FROM procrastinate_jobs").fetchall() == []
    with door(household=household.pk) as at, pytest.raises(errors.InsufficientPrivilege):
        at.execute("DELETE FROM procrastinate_jobs")
    with door(household=household.pk) as at, pytest.raises(errors.InsufficientPrivilege):
        at.execute("SELECT procrastinate_cancel_job_v1(1, true, true)")


def test_a_task_sees_its_household_only(household: Household, other_household: Household) -> None:
    ran.clear()
    EaterFactory(household=household)
    EaterFactory.create_batch(3, household=other_household)
    count_eaters(household=str(household.pk))
    assert ran == [(str(household.pk), 1)]
    assert app.tasks[count_eaters.name] is count_eaters
    assert ProcrastinateJob._meta.db_table == "procrastinate_jobs"


def resolve(kind: str, token: str) -> list[Any]:
    with door() as at:
        return at.execute("SELECT household, object FROM kitchen_resolve(%s, %s)", [kind, token]).fetchall()


def test_a_token_opens_its_one_object(household: Household) -> None:
    invitation: Invitation = InvitationFactory(household=household)
    assert resolve("invitation", invitation.token) == [{"household": household.pk, "object": invitation.pk}]
    assert resolve("invitation", invitation.code.upper()) == [{"household": household.pk, "object": invitation.pk}]


@pytest.mark.parametrize("token", ["", "x", "' OR true --", "%"])
def test_a_wrong_token_opens_nothing(token: str, household: Household) -> None:
    InvitationFactory(household=household)
    assert resolve("invitation", token) == []
    assert resolve("no such door", token) == []


def test_a_household_forgets_only_its_own_history(alice: User, stranger: User, household: Household) -> None:
    with tenancy.scope(household=household.pk), connection.cursor() as cursor:
        cursor.execute("SELECT kitchen_erase_household()")
    left = {row["household_id"] for row in owner_rows("accounts_membershipevent")}
    with as_owner():
        assert left == {str(stranger.memberships.get().household_id)}
    assert [row["what"] for row in owner_rows("kitchen_stone")] == ["household"]


def test_a_person_is_taken_out_of_every_history(alice: User, bob: User, household: Household) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_metadata', %s, true)", [f'{{"user": "{bob.pk}"}}'])
        MembershipFactory(household=household, role=Role.GUEST)
    assert any((row["pgh_context"] or {}).get("user") for row in owner_rows("accounts_membershipevent"))
    with tenancy.scope(person=bob.pk), connection.cursor() as cursor:
        cursor.execute("SELECT kitchen_erase_person()")
    events = owner_rows("accounts_membershipevent")
    assert {row["user_id"] for row in events} > {str(alice.pk)}
    assert not [row for row in events if row["user_id"] == str(bob.pk) or (row["pgh_context"] or {}).get("user")]
    assert not [row for row in owner_rows("accounts_userevent") if row["id"] == str(bob.pk)]
    assert [row["what"] for row in owner_rows("kitchen_stone")] == ["person"]


@pytest.mark.parametrize("call", ["kitchen_erase_household()", "kitchen_erase_person()"])
def test_nothing_is_erased_outside_a_scope(call: str) -> None:
    with door() as at, pytest.raises(errors.RaiseException):
        at.execute(f"SELECT {call}")


def test_a_random_household_in_scope_reaches_nothing(alice: User) -> None:
    with tenancy.scope(household=uuid4()):
        assert not Household.objects.exists()


def test_a_household_keeps_its_owner(alice: User, household: Household) -> None:
    with pytest.raises(IntegrityError, match="keeps its owner"), tenancy.scope(household=household.pk):
        household.memberships.all().delete()
    with tenancy.scope(household=household.pk):
        assert household.memberships.get().role == Role.OWNER
