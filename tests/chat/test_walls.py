"""One's own conversations in raw SQL: another member of the same household sees and writes none of them."""

from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from psycopg import sql

from accounts.models import User
from tests.database import direct_url
from tests.factories import (
    ConversationFactory,
    HouseholdFactory,
    MembershipFactory,
    MessageFactory,
    ProposalFactory,
    RunFactory,
    UserFactory,
)
from tests.tenancy.door import door, logins

pytestmark = [pytest.mark.tenancy, pytest.mark.django_db(transaction=True)]
TABLES = ["conversation", "message", "run", "runevent", "proposal", "proposalevent"]


@pytest.fixture
def home() -> SimpleNamespace:
    household = HouseholdFactory()
    mine, other = UserFactory(name="Mine"), UserFactory(name="Other")
    for person in (mine, other):
        MembershipFactory(household=household, user=person)
    talk = ConversationFactory(household=household, started_by=mine, solo=True)
    run = RunFactory(question=MessageFactory(conversation=talk))
    ProposalFactory(run=run)
    with psycopg.connect(direct_url()) as owner:
        owner.execute(
            "INSERT INTO chat_runevent (id, household_id, private_to_id, run_id, number, kind, payload, created_at) "
            "SELECT gen_random_uuid(), household_id, private_to_id, id, 1, 'text', '{}', now() FROM chat_run"
        )
    return SimpleNamespace(household=household, mine=mine, other=other)


def rows(table: str, home: SimpleNamespace, person: User | None, login: str) -> list[Any]:
    with door(login, household=home.household.pk, person=person.pk if person else None) as connection:
        return connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(f"chat_{table}"))).fetchall()


@pytest.mark.parametrize("login", logins())
@pytest.mark.parametrize("table", TABLES)
def test_only_their_person_sees_them(table: str, login: str, home: SimpleNamespace) -> None:
    assert rows(table, home, home.mine, login)
    assert rows(table, home, home.other, login) == []
    assert rows(table, home, None, login) == []


@pytest.mark.parametrize("table", ["conversation", "message", "run", "runevent", "proposal"])
def test_nobody_else_changes_or_takes_them(table: str, home: SimpleNamespace) -> None:
    name = sql.Identifier(f"chat_{table}")
    with door(household=home.household.pk, person=home.other.pk) as connection:
        assert connection.execute(sql.SQL("DELETE FROM {}").format(name)).rowcount == 0
        assert connection.execute(sql.SQL("UPDATE {} SET private_to_id = NULL").format(name)).rowcount == 0


def test_nobody_writes_into_the_name_of_another(home: SimpleNamespace) -> None:
    with (
        door(household=home.household.pk, person=home.other.pk) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(
            "INSERT INTO chat_conversation (id, household_id, private_to_id, kind, title, created_at, last_number, "
            "last_at) VALUES (gen_random_uuid(), %s, %s, 'solo', '', now(), 0, now())",
            [home.household.pk, home.mine.pk],
        )
