import pytest
from django.db import connection

from accounts.models import Eater, Household, Membership, User
from accounts.services.household import delete_household, update_household
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory, InvitationFactory, StaffEntryFactory

HISTORIES = ("accounts_householdevent", "accounts_membershipevent", "accounts_eaterevent")


def url(household: Household) -> str:
    """accounts:household.delete"""
    return f"/h/{household.code}/settings/delete/"


def rows_of(household: Household) -> int:
    """Whatever the database still holds of a household, history included."""
    columns = "SELECT table_name FROM information_schema.columns WHERE column_name = 'household_id'"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"{columns} AND table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        assert set(HISTORIES) - {"accounts_householdevent"} <= set(tables)
        counts = []
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE household_id = %s', [household.pk])
            counts.append(cursor.fetchone()[0])
        cursor.execute("SELECT count(*) FROM accounts_householdevent WHERE id = %s", [household.pk])
        return sum(counts) + int(cursor.fetchone()[0]) + Household.objects.filter(pk=household.pk).count()


def test_everything_goes_with_it_and_nothing_of_others(
    household: Household, alice: User, bob: User, stranger: User, other_household: Household, client_of: ClientOf
) -> None:
    EaterFactory(household=household)
    EaterFactory(household=other_household)
    InvitationFactory(household=household, created_by=alice)
    StaffEntryFactory(household=household)
    with tenancy.scope(household=household.pk, person=alice.pk):
        update_household(household, by=alice, name="Linden 14")
    others = rows_of(other_household)
    response = client_of(alice).post(url(household), {"typed": " linden  14"})
    assert response.headers["location"] == "/households/"
    assert rows_of(household) == 0
    assert rows_of(other_household) == others
    with as_owner():
        assert User.objects.filter(pk__in=[alice.pk, bob.pk]).count() == 2


@pytest.mark.parametrize("typed", ["", "Linden", "Linden 12!"])
def test_the_name_must_be_typed(typed: str, household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), {"typed": typed})
    assert response.status_code == 422
    with as_owner():
        assert Household.objects.filter(pk=household.pk).exists()


def test_twice_is_as_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(url(household), {"typed": "Linden 12"})
    assert client.post(url(household), {"typed": "Linden 12"}).status_code == 404


def test_only_the_owner_by_the_service_either(household: Household, carol: User) -> None:
    with tenancy.scope(household=household.pk, person=carol.pk), pytest.raises(DomainError, match="role"):
        delete_household(household, by=carol)


@pytest.mark.django_db(transaction=True)
def test_in_real_transactions_as_well(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        update_household(household, by=alice, name="Linden 14")
        delete_household(household, by=alice)
    with tenancy.scope(person=alice.pk):
        assert not Membership.objects.exists()
    assert rows_of(household) == 0
    assert not Eater.objects.exists()
