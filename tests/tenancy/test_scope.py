"""The scope, in real transactions: what is seen outside, inside, nested, after the commit and while streaming."""

import threading
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Eater, Household, Membership, User
from kitchen import tenancy
from tests.factories import EaterFactory, MembershipFactory

pytestmark = [pytest.mark.tenancy, pytest.mark.django_db(transaction=True)]


def counts() -> tuple[int, int, int]:
    return Household.objects.count(), Membership.objects.count(), User.objects.count()


def settings_now() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, current_setting('app.household', true), current_setting('app.person', true)"
        )
        role, household, person = cursor.fetchone()
    return role, household or "", person or ""


def test_outside_a_scope_nothing_is_seen(alice: User, stranger: User) -> None:
    assert counts() == (0, 0, 0)
    assert settings_now() == ("kitchen_door", "", "")


def test_a_person_sees_own_memberships_and_households_only(alice: User, bob: User, stranger: User) -> None:
    with tenancy.scope(person=alice.pk):
        assert counts() == (1, 1, 1)


def test_a_household_sees_its_people_and_rows_only(
    alice: User, bob: User, stranger: User, household: Household
) -> None:
    EaterFactory(household=household)
    MembershipFactory()
    with tenancy.scope(household=household.pk):
        assert counts() == (1, 2, 2)
        assert Eater.objects.count() == 1


def test_nothing_stays_after_the_scope(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        pass
    assert settings_now() == ("kitchen_door", "", "")
    assert tenancy.current() is None
    assert counts() == (0, 0, 0)


def test_an_inner_scope_puts_back_what_the_outer_had(household: Household, alice: User) -> None:
    with tenancy.scope(person=alice.pk):
        with tenancy.scope(household=household.pk):
            assert settings_now() == ("kitchen_door", str(household.pk), str(alice.pk))
        assert settings_now() == ("kitchen_door", "", str(alice.pk))


def test_an_inner_scope_that_fails_puts_back_too(household: Household, alice: User) -> None:
    with tenancy.scope(person=alice.pk):
        with pytest.raises(IntegrityError), tenancy.scope(household=household.pk):
            Eater.objects.create(household=household, name=" ")
        assert settings_now() == ("kitchen_door", "", str(alice.pk))


def test_another_household_inside_is_refused(household: Household, other_household: Household) -> None:
    with (
        tenancy.scope(household=household.pk),
        pytest.raises(tenancy.ScopeError),
        tenancy.scope(household=other_household.pk),
    ):
        pass
    with tenancy.scope(household=household.pk), pytest.raises(tenancy.ScopeError):
        tenancy.narrow(other_household.pk)


def test_another_person_inside_is_refused(alice: User, stranger: User) -> None:
    with tenancy.scope(person=alice.pk), pytest.raises(tenancy.ScopeError), tenancy.scope(person=stranger.pk):
        pass


def test_narrowing_needs_a_scope(household: Household) -> None:
    with pytest.raises(tenancy.ScopeError):
        tenancy.narrow(household.pk)


def test_work_after_the_commit_runs_in_the_same_scope(household: Household, alice: User) -> None:
    seen: list[tuple[int, int, int]] = []
    with tenancy.scope(household=household.pk):
        tenancy.on_commit(lambda: seen.append(counts()))
        assert not seen
    assert seen == [(1, 1, 1)]
    assert counts() == (0, 0, 0)


def test_work_after_a_roll_back_does_not_run(household: Household) -> None:
    seen: list[int] = []
    with pytest.raises(ZeroDivisionError), tenancy.scope(household=household.pk):
        tenancy.on_commit(lambda: seen.append(1))
        _ = 1 / 0
    assert seen == []


def test_a_streamed_body_is_made_in_the_scope_of_its_view(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk):
        body = tenancy.streamed(counts() for _ in range(2))
    assert list(body) == [(1, 1, 1), (1, 1, 1)]
    assert settings_now() == ("kitchen_door", "", "")


def test_two_threads_do_not_share_a_scope(household: Household, other_household: Household) -> None:
    seen: dict[str, list[UUID]] = {}
    both = threading.Barrier(2)

    def look(name: str, at: Household) -> None:
        try:
            with tenancy.scope(household=at.pk):
                both.wait(5)
                seen[name] = list(Household.objects.values_list("pk", flat=True))
        finally:
            connection.close()

    threads = [threading.Thread(target=look, args=pair) for pair in (("a", household), ("b", other_household))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {"a": [household.pk], "b": [other_household.pk]}


def test_deferred_constraints_are_judged_inside(household: Household, other_household: Household) -> None:
    with pytest.raises(IntegrityError), tenancy.scope(household=household.pk):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        Eater.objects.create(household_id=household.pk, name="x", user_id=household.pk)
    assert tenancy.current() is None


def test_a_superuser_login_is_bound_as_well(household: Household, other_household: Household) -> None:
    """Whoever logs in, the scope takes the doors' role for its transaction: here the tests' own owner does."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    try:
        with tenancy.scope(household=household.pk), transaction.atomic():
            assert counts()[0] == 1
            assert settings_now()[0] == "kitchen_door"
    finally:
        connection.close()
