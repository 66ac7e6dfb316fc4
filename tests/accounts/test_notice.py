"""Numbers without gaps, whoever writes at the same time, and one wake a transaction."""

import contextlib
import threading

import pytest
from django.db import connection, transaction

from accounts.models import Household, Notice, NoticeCounter
from accounts.services import notice
from accounts.services.notice import announce
from kitchen import tenancy
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EACH = 6, 15


@pytest.fixture
def wakes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers that sockets were woken with."""
    heard: list[int] = []
    monkeypatch.setattr(notice.Wake, "__call__", lambda self: heard.append(self.number))
    return heard


class RolledBackError(Exception):
    pass


def numbers() -> list[int]:
    with as_owner():
        return list(Notice.objects.values_list("number", flat=True))


def write_one(household: Household, *, fails: bool) -> None:
    with contextlib.suppress(RolledBackError), tenancy.scope(household=household.pk):
        announce(household, "feed")
        if fails:
            raise RolledBackError


def write(household: Household, fails: bool) -> None:
    try:
        for at in range(EACH):
            write_one(household, fails=fails and at % 3 == 0)
    finally:
        connection.close()


def test_writers_at_the_same_time_leave_no_gap(household: Household) -> None:
    threads = [threading.Thread(target=write, args=(household, at % 2 == 0)) for at in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = WRITERS * EACH - WRITERS // 2 * EACH // 3
    assert numbers() == list(range(1, kept + 1))
    with as_owner():
        assert NoticeCounter.objects.get().last == kept


def test_a_transaction_wakes_once_with_its_last_number(household: Household, wakes: list[int]) -> None:
    with tenancy.scope(household=household.pk):
        for _ in range(5):
            announce(household, "feed")
        assert wakes == []
    assert wakes == [5]


def test_nothing_is_said_of_what_was_taken_back(household: Household, wakes: list[int]) -> None:
    with pytest.raises(RolledBackError), tenancy.scope(household=household.pk):
        announce(household, "feed")
        raise RolledBackError
    assert (wakes, numbers()) == ([], [])


def test_what_a_savepoint_took_back_does_not_silence_the_rest(household: Household, wakes: list[int]) -> None:
    with tenancy.scope(household=household.pk):
        with pytest.raises(RolledBackError), transaction.atomic():
            announce(household, "feed")
            raise RolledBackError
        announce(household, "feed")
    assert (wakes, numbers()) == ([1], [1])


def test_each_household_counts_for_itself(household: Household, other_household: Household, wakes: list[int]) -> None:
    for one in (household, other_household):
        with tenancy.scope(household=one.pk):
            announce(one, "feed")
    assert wakes == [1, 1]


def test_a_layer_that_fails_does_not_undo_the_change(household: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        async def group_send(self, group: str, message: dict[str, object]) -> None:
            raise OSError("Redis is away")

    monkeypatch.setattr(notice, "get_channel_layer", Away)
    with tenancy.scope(household=household.pk):
        announce(household, "feed")
    assert numbers() == [1]
