"""The order of aisles from the order of ticking: what counts as a stop, what is learned, what moves."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopping.aisles import MARGIN, Tap, complete, key, learned, put, stops_of, walk

START = datetime(2026, 3, 7, 10, tzinfo=UTC)
ALL = list(range(1, 9))
orders = st.permutations(ALL)
trips = st.lists(st.permutations(ALL).flatmap(lambda order: st.integers(2, 8).map(lambda n: order[:n])), max_size=6)
few = settings(max_examples=40, deadline=None)


def taps(*told: str) -> list[Tap]:
    """After so many seconds so much of such an aisle, 0 for none; a "-" before the name takes it back."""
    made = []
    for line in told:
        seconds, name, aisle = line.split()
        item = UUID(bytes=name.strip("-").encode().rjust(16, b"0"))
        at = START + timedelta(seconds=int(seconds))
        made.append(Tap(item, int(aisle) or None, at, not name.startswith("-")))
    return made


def after(*walks: list[int]) -> dict[str, float]:
    pairs: dict[str, float] = {}
    for one in walks:
        pairs = learned(pairs, [frozenset({aisle}) for aisle in one])
    return pairs


@pytest.mark.parametrize(
    ("told", "stops"),
    [
        (["0 milk 7", "60 peas 3", "90 yoghurt 7", "130 ham 5"], [{7}, {3}, {5}]),
        (["0 milk 7", "2 peas 3", "60 ham 5"], [{7, 3}, {5}]),
        (["0 milk 7", "60 peas 3", "62 ham 5", "65 tea 19"], [{7}]),
        (["0 milk 7", "60 peas 3", "62 ham 5", "65 tea 19", "90 beans 3"], [{7}]),
        (["0 milk 7", "9 -milk 7", "60 peas 3", "90 milk 7", "120 ham 5"], [{3}, {5}]),
        (["0 milk 7", "60 peas 3", "80 milk 7"], [{7}, {3}]),
        (["0 string 0", "60 peas 3"], [{3}]),
        ([], []),
    ],
    ids=["first tick", "one stop", "till", "after the till", "taken back", "ticked twice", "nowhere", "nothing"],
)
def test_stops(told: list[str], stops: list[set[int]]) -> None:
    assert stops_of(taps(*told)) == stops


def test_two_of_the_same_stop_have_no_order() -> None:
    assert learned({}, [frozenset({1, 2}), frozenset({3})]) == {"1>3": 1, "2>3": 1}


def test_older_trips_count_for_less_and_then_for_nothing() -> None:
    pairs = after([1, 2])
    pairs = learned(pairs, [frozenset({2}), frozenset({1})])
    assert pairs == {"1>2": 0.8, "2>1": 1}
    for _ in range(14):
        pairs = learned(pairs, [frozenset({2}), frozenset({1})])
    assert list(pairs) == ["2>1"]
    assert pairs["2>1"] < 5


def test_what_a_trip_did_not_pass_stays_known() -> None:
    assert learned(after([1, 2]), [frozenset({3}), frozenset({4})]) == {"1>2": 1, "3>4": 1}


def test_one_trip_teaches_what_nobody_knew_and_one_other_does_not_turn_it_round() -> None:
    assert walk([1, 2, 3], (), after([3, 1])) == [3, 1, 2]
    assert walk([1, 2, 3], (), after([3, 1], [1, 3])) == [1, 2, 3]
    assert walk([3, 1, 2], (), after([3, 1], [1, 3])) == [3, 1, 2]


def test_a_shop_that_was_rebuilt_is_learned_anew() -> None:
    for_long = [[1, 2, 3]] * 20
    assert walk([1, 2, 3], (), after(*for_long, [3, 2, 1])) == [1, 2, 3]
    assert walk([1, 2, 3], (), after(*for_long, *[[3, 2, 1]] * 4)) == [3, 2, 1]


def test_what_was_placed_stays_and_the_others_move_across_it() -> None:
    assert walk([1, 2, 3, 4], {2}, after([4, 3, 2, 1])) == [4, 2, 3, 1]
    assert walk([1, 2, 3, 4], {1, 2, 3, 4}, after([4, 3, 2, 1])) == [1, 2, 3, 4]


def test_aisles_that_nobody_met_follow_the_one_before_them() -> None:
    assert complete([3, 1], [1, 2, 3, 4]) == [3, 4, 1, 2]
    assert complete([], ALL) == ALL
    assert complete([4, 99, 4], [1, 2, 4]) == [1, 2, 4]


def test_put() -> None:
    assert put([1, 2, 3, 4], 4, 0) == [4, 1, 2, 3]
    assert put([1, 2, 3, 4], 1, 3) == [2, 3, 4, 1]


@few
@given(orders, trips, st.sets(st.sampled_from(ALL)))
def test_nothing_is_lost_and_it_comes_to_rest(start: list[int], walks: list[list[int]], placed: set[int]) -> None:
    pairs = after(*walks)
    found = walk(start, placed, pairs)
    assert sorted(found) == ALL
    assert all(found[start.index(aisle)] == aisle for aisle in placed)
    assert walk(found, placed, pairs) == found


@few
@given(orders, orders, st.integers(1, 8))
def test_who_always_walks_alike_is_followed(start: list[int], way: list[int], long: int) -> None:
    passed = way[:long]
    found = walk(start, (), after(passed, passed))
    assert [aisle for aisle in found if aisle in passed] == passed


@few
@given(orders, trips)
def test_without_placed_ones_no_single_move_would_be_better(start: list[int], walks: list[list[int]]) -> None:
    pairs = after(*walks)
    found = walk(start, (), pairs)

    def score(order: list[int]) -> float:
        return sum(pairs.get(key(one, other), 0) for at, one in enumerate(order) for other in order[at:])

    best = max(score(put(found, aisle, to)) for aisle in ALL for to in range(len(ALL)))
    assert best < score(found) + MARGIN
