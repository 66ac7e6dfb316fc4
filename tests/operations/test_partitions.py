"""Tables by month: cut with their rows and put together again, made ahead, dropped, and shut to doors."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import IntegrityError, connections
from django.utils import timezone
from psycopg import errors

from accounts.models import Activity, Household
from kitchen.ids import new_id
from kitchen.partitions import maintaining, partitioned
from kitchen.partitions.maintaining import maintain
from kitchen.partitions.months import first_id, later, month_of
from kitchen.tenancy.install import problems
from tests.database import as_owner, direct_url
from tests.factories import ActivityFactory
from tests.tenancy.door import door, owner_rows

pytestmark = [
    pytest.mark.tenancy,
    pytest.mark.migrations,
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
]
TABLE = "accounts_activity"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Months that a test makes or drops are put right by whoever comes next: those of today."""
    yield
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        wanted = {month_name(count)[-7:] for count in range(4)} | {"_other"}
        for (name,) in connection.execute(PARTITIONS).fetchall():
            if not name.endswith(tuple(wanted)):
                connection.execute(f"DROP TABLE {name}")
    maintain(timezone.now())


PARTITIONS = (
    "SELECT c.relname FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE c.relkind = 'r' ORDER BY c.relname"
)


def partitions(table: str = TABLE) -> list[str]:
    with psycopg.connect(direct_url()) as connection:
        return [name for (name,) in connection.execute(PARTITIONS).fetchall() if name.startswith(f"{table}_")]


def placed() -> dict[UUID, str]:
    """Where each row lies."""
    with psycopg.connect(direct_url()) as connection:
        return dict(connection.execute(f"SELECT id, tableoid::regclass::text FROM {TABLE}").fetchall())


def key_of(moment: datetime) -> UUID:
    """As `new_id` would have made it then."""
    return UUID(int=first_id(moment).int | (new_id().int & ((1 << 80) - 1)))


def month_name(count: int = 0) -> str:
    return f"{TABLE}_{later(month_of(timezone.now()), count):%Y_%m}"


def test_every_month_is_there_and_three_ahead() -> None:
    for model in partitioned():
        table = model._meta.db_table
        present = month_of(timezone.now())
        wanted = [f"{table}_{later(present, count):%Y_%m}" for count in range(4)]
        assert partitions(table) == [*wanted, f"{table}_other"]


def test_rows_lie_in_the_month_of_their_key(household: Household) -> None:
    now, odd = ActivityFactory(household=household).pk, uuid4()
    ActivityFactory(household=household, id=odd)
    assert placed() == {now: month_name(), odd: f"{TABLE}_other"}


def test_the_table_is_put_together_and_cut_again_with_its_rows(household: Household) -> None:
    long_ago = datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)
    for key in (new_id(), uuid4(), key_of(long_ago), key_of(long_ago + timedelta(seconds=1))):
        ActivityFactory(household=household, id=key)
    before = sorted(owner_rows(TABLE), key=str)
    try:
        call_command("migrate", "accounts", "0005", verbosity=0)
        assert partitions() == []
        assert sorted(owner_rows(TABLE), key=str) == before
        assert problems(connections["owner"]) == []
        with pytest.raises(IntegrityError, match="accounts_activity_number_once"):
            ActivityFactory(household=household, number=before[0]["number"])
    finally:
        call_command("migrate", verbosity=0)
    assert sorted(owner_rows(TABLE), key=str) == before
    assert problems(connections["owner"]) == []
    assert {f"{TABLE}_2024_02", f"{TABLE}_2024_03", f"{TABLE}_other", month_name()} == set(placed().values())
    with pytest.raises(errors.ForeignKeyViolation), psycopg.connect(direct_url()) as connection:
        connection.execute(f"UPDATE {TABLE} SET household_id = %s", [uuid4()])
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_number_is_given_once() -> None:
    line = ActivityFactory()
    with pytest.raises(IntegrityError, match="_once"):
        ActivityFactory(household=line.household, number=line.number)


def test_what_came_while_nobody_made_months_moves_into_them(household: Household) -> None:
    in_half_a_year = datetime.combine(later(month_of(timezone.now()), 6), datetime.min.time(), UTC)
    line = ActivityFactory(household=household, id=key_of(in_half_a_year))
    assert placed() == {line.pk: f"{TABLE}_other"}
    said = maintain(in_half_a_year + timedelta(days=3))
    assert f"Made {month_name(6)}." in said
    assert f"Made {month_name(9)}." in said
    assert placed() == {line.pk: month_name(6)}
    assert maintain(in_half_a_year + timedelta(days=3)) == []
    assert problems(connections["owner"]) == []


def test_months_past_their_time_are_dropped_and_leave_a_stone(household: Household, settings: LazySettings) -> None:
    settings.ACTIVITY_MONTHS = 12
    now = timezone.now()
    old, kept = (key_of(_first(later(month_of(now), count))) for count in (-13, -12))
    odd, new = UUID(int=7), new_id()
    for key in (old, kept):
        ActivityFactory(household=household, id=key)
    settings.ACTIVITY_MONTHS = 0
    assert f"Made {month_name(-13)}." in maintain(now)
    settings.ACTIVITY_MONTHS = 12
    for key in (odd, new):
        ActivityFactory(household=household, id=key)
    assert maintain(now) == [f"Dropped {month_name(-13)}."]
    assert set(placed()) == {kept, new}
    assert [(row["what"], row["rows"]) for row in owner_rows("kitchen_stone")] == [("month", 1)]


def _first(month: date) -> datetime:
    return datetime.combine(month, datetime.min.time(), UTC)


def test_nothing_is_dropped_unless_it_is_asked_for(household: Household) -> None:
    line = ActivityFactory(household=household)
    maintain(timezone.now() + timedelta(days=365 * 30))
    assert set(placed()) == {line.pk}


def test_what_is_in_use_is_left_for_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maintaining, "TRIES", 1)
    then = timezone.now() + timedelta(days=31)
    with psycopg.connect(direct_url()) as connection:
        connection.execute(f"SELECT 1 FROM {TABLE}")
        assert f"Made {month_name(4)}." not in maintain(then)
    assert f"Made {month_name(4)}." in maintain(then)


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute(f"DROP TABLE {month_name(3)}")
    call_command("maintain_partitions")
    call_command("maintain_partitions")
    assert capsys.readouterr().out.splitlines() == [
        f"Made {month_name(3)}.",
        "Every month is there that should be, and no other.",
    ]


@pytest.mark.parametrize("statement", ["SELECT * FROM {}", "DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"])
def test_a_door_does_not_reach_past_the_table(statement: str, household: Household) -> None:
    ActivityFactory(household=household)
    for name in partitions():
        with door(household=household.pk) as at, pytest.raises(errors.InsufficientPrivilege):
            at.execute(statement.format(name))  # type: ignore[arg-type]


def test_an_open_partition_is_told() -> None:
    with psycopg.connect(direct_url(), autocommit=True) as connection:
        connection.execute(f"GRANT SELECT ON {month_name()} TO kitchen_door")
        try:
            assert problems(connections["owner"]) == [
                f"The partition {month_name()} is open past its table: revoke all rights on it."
            ]
        finally:
            connection.execute(f"REVOKE ALL ON {month_name()} FROM kitchen_door")


def test_a_household_takes_its_activities_along(household: Household) -> None:
    line: Any = ActivityFactory(household=household)
    ActivityFactory(household=household, id=uuid4())
    with as_owner():
        household.delete()
        assert not Activity.objects.filter(pk=line.pk).exists()
    assert placed() == {}
