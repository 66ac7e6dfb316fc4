"""The arrays of an index: what a change makes of them, how words are counted, and pages of an order."""

from uuid import UUID

import numpy as np

from kitchen.units import UNITS
from recipes.index.index import Index
from recipes.index.narrowing import with_food, with_word, word_counts
from recipes.index.ordering import by_name, by_time, keys_of, page_of
from recipes.index.packing import UNITS as PACKED_UNITS
from recipes.index.sorted import MANY, Sorted, distinct, mixed
from tests.recipes.index_rows import ask, change, change_of, facts_of

ONION, LEEK = 39, 40


def alive(index: Index) -> list[int]:
    return sorted(index.id(row).int for row in np.flatnonzero(index.alive).tolist())


def test_every_unit_has_a_number() -> None:
    assert set(UNITS) <= set(PACKED_UNITS)
    assert len(set(PACKED_UNITS)) == len(PACKED_UNITS)


def test_newer_rows_replace_older_and_those_that_are_gone_go() -> None:
    index = Index.empty().patched(change_of([[ask(ONION, "onion")], [ask(LEEK, "leek")]]))
    other = index.patched(change([facts_of([ask(LEEK, "leek"), ask(None, "frumble")])], version=2, gone=[2]))
    assert (alive(index), alive(other), other.version) == ([1, 2], [1], 2)
    assert with_food(other, [LEEK])[other.alive].tolist() == [True]
    assert with_food(other, [ONION])[other.alive].tolist() == [False]
    assert other.words.unknown == {"frumble"}


def test_very_many_changes_leave_no_more_than_what_there_is() -> None:
    index = Index.empty()
    for version in range(1, 8):
        index = index.patched(change_of([[ask(ONION, "onion")]] * 400, version=version))
    assert (int(index.alive.sum()), index.generation) == (400, 1)
    assert index.size < 1500
    assert index.row_of.size == index.size
    assert len(index.find(b"".join(UUID(int=at).bytes for at in range(1, 401)))) == 400


def test_words_are_counted_without_regard_to_capitals() -> None:
    recipes = [facts_of([], words=words) for words in (["tQuick", "cThai"], ["tquick", "tquick soup"], [])]
    index = Index.empty().patched(change(recipes))
    number = index.words.number("t", "QUICK")
    assert number is not None
    assert word_counts(index, np.array([True, True, True]))[number] == 2
    assert word_counts(index, np.array([False, True, True]))[number] == 1
    assert with_word(index, number).tolist() == [True, True, False]
    assert not with_word(index, index.words.number("t", "slow")).any()


def test_a_page_is_the_same_as_sorting_all() -> None:
    recipes = [facts_of([], name=f"{at % 7} {'x' * 50}", minutes=None if at % 5 == 0 else at % 3) for at in range(300)]
    index = Index.empty().patched(change(recipes))
    rows = np.arange(300)
    for way in (by_name, by_time):
        for is_reversed in (False, True):
            keys = keys_of(index, rows, way(index, rows), is_reversed=is_reversed)
            every = np.argsort(keys).tolist()
            assert [*page_of(keys, 0, 24), *page_of(keys, 24, 300)] == every
    last = keys_of(index, rows, by_time(index, rows), is_reversed=True)
    assert {index.heads["minutes"][row] for row in np.argsort(last)[-60:]} == {-1}


def test_equal_names_stand_in_the_order_of_their_ids() -> None:
    one, two = facts_of([], name="soup"), facts_of([], name="soup")
    first = Index.empty().patched(change([one], first=7)).patched(change([two], version=2, first=3))
    other = Index.empty().patched(change([two], first=3)).patched(change([one], version=2, first=7))
    for index in (first, other):
        rows = np.arange(2)
        order = np.argsort(keys_of(index, rows, by_name(index, rows), is_reversed=False))
        assert [index.id(row).int for row in order] == [3, 7]


def test_very_many_keys_are_found_as_few_are() -> None:
    keys = mixed(np.arange(MANY * 2, dtype=np.int64) % 5000)
    firsts = distinct(keys)
    assert np.array_equal(keys[firsts], np.unique(keys))
    table = Sorted().added(keys[firsts], np.arange(firsts.size, dtype=np.int32))
    found = table.find(keys)
    assert np.array_equal(table.keys[found], keys)
    assert table.find(mixed(np.arange(5000, 5000 + MANY, dtype=np.int64))).max() == -1
