"""When a food will be used up: only what a ledger can say, with how uncertain that is."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pantry.forecast import LOOK_BACK, run_out

TODAY = date(2026, 11, 21)


def every(days: int, amount: int, times: int, ends: int = 0) -> list[tuple[date, Decimal]]:
    """So much each so many days, the last time `ends` days ago."""
    return [(TODAY - timedelta(days=ends + days * at), Decimal(amount)) for at in range(times)]


def test_what_is_used_evenly_is_told_without_a_span() -> None:
    found = run_out(Decimal(7), every(1, 1, 43), TODAY)
    assert found is not None
    assert (found.days, found.earliest, found.latest) == (7, 7, 7)


def test_what_is_used_by_fits_and_starts_has_a_span_around_it() -> None:
    uses = [(TODAY - timedelta(days=at), Decimal(2 + at % 5)) for at in range(0, 80, 3)]
    found = run_out(Decimal(20), uses, TODAY)
    assert found is not None
    assert found.earliest < found.days < found.latest


def test_the_first_use_only_begins_the_count() -> None:
    """Ten in five weeks are two a week, whatever was taken on the first day."""
    weekly = every(7, 2, 5)
    first = [(TODAY - timedelta(days=35), Decimal(500))]
    found = run_out(Decimal(4), [*weekly, *first], TODAY)
    assert found is not None
    assert found.days == 14


def test_too_little_is_known() -> None:
    assert run_out(Decimal(5), [], TODAY) is None, "never used"
    assert run_out(Decimal(5), every(7, 1, 4), TODAY) is None, "too few uses"
    assert run_out(Decimal(5), every(1, 1, 12), TODAY) is None, "less than three weeks"
    assert run_out(Decimal(0), every(1, 1, 40), TODAY) is None, "nothing there"
    assert run_out(Decimal(9999), every(1, 1, 40), TODAY) is None, "too far off"


def test_one_huge_use_among_small_ones_is_too_uncertain() -> None:
    uses = [*every(5, 1, 8), (TODAY - timedelta(days=3), Decimal(400))]
    assert run_out(Decimal(300), uses, TODAY) is None


def test_what_was_used_long_ago_says_nothing() -> None:
    assert run_out(Decimal(5), every(1, 1, 60, ends=LOOK_BACK), TODAY) is None


AMOUNTS = st.decimals("0.1", "5000", places=1)
USES = st.lists(st.tuples(st.dates(TODAY - timedelta(days=100), TODAY), AMOUNTS), max_size=60)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(AMOUNTS, USES)
def test_a_span_is_around_its_middle_whatever_was_used(there: Decimal, uses: list[tuple[date, Decimal]]) -> None:
    found = run_out(there, uses, TODAY)
    assert found is None or 0 <= found.earliest <= found.days <= found.latest


@settings(max_examples=30, deadline=None, derandomize=True)
@given(AMOUNTS, USES, st.integers(2, 50))
def test_the_unit_does_not_matter(there: Decimal, uses: list[tuple[date, Decimal]], factor: int) -> None:
    assert run_out(there, uses, TODAY) == run_out(there * factor, [(day, one * factor) for day, one in uses], TODAY)
