"""The index against the exact judge: the same for every recipe, whatever is on the shelves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import UNITS
from pantry.catalogue import foods
from pantry.queries.foods import NO_BOOK
from recipes.index import packing
from recipes.index.index import Index
from recipes.index.judging import judge, spread
from recipes.index.known import known_of
from recipes.queries.card import quarters, used_up
from recipes.queries.knowing import BookSource
from recipes.queries.shelf import Lot, shelf_with
from recipes.queries.standing_in import stand_ins_on
from recipes.queries.suiting import NOBODY, Table
from recipes.queries.supply import supply_of
from recipes.queries.weighing import Asked, judge_all
from tests.recipes.index_rows import DAY, ask, change_of, lot

CALLED = ("onion", "red onion", "leek", "milk", "oat milk", "butter", "garlic", "salt", "plain flour", "egg", "yogurt")
PICKED = [one.number for one in foods() if one.name in CALLED]
NAMES = ("frumble", "grommet")
SWAPS = ("leek", "onion", "milk", "oat milk")
CODES = ("g", "kg", "ml", "cup", "tbsp", "piece", "clove", "tin")
DAYS = st.sampled_from([None, -1, 0, 1, 3, 9])
AMOUNTS = st.sampled_from([None, "1", "2", "0.5", "100", "250"])


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    number = draw(st.sampled_from([*PICKED, None]))
    name = draw(st.sampled_from(NAMES)) if number is None else f"food {number}"
    return ask(number, name, draw(AMOUNTS), draw(st.sampled_from(CODES)), optional=draw(st.booleans()))


@st.composite
def lots(draw: st.DrawFn) -> Lot:
    number = draw(st.sampled_from([*PICKED, None]))
    name = draw(st.sampled_from(NAMES)) if number is None else f"food {number}"
    return lot(
        number, name, draw(AMOUNTS), draw(st.sampled_from(CODES)), days=draw(st.sampled_from([None, -1, 0, 1, 3, 9]))
    )


def index_with(recipes: list[list[Asked]]) -> Index:
    return Index.empty().patched(change_of(recipes))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(asked(), max_size=6), min_size=1, max_size=5), st.lists(lots(), max_size=8))
def test_all_recipes_are_judged_as_the_exact_judge_does(recipes: list[list[Asked]], stored: list[Lot]) -> None:
    shelf, table = shelf_with(stored, DAY), Table({"milk": ["Mia"]}, {})
    index = index_with(recipes)
    known, supply = known_of(index, BookSource(NO_BOOK)), supply_of(shelf, table)
    found = judge(index, known, supply, spread(index, known, supply))
    exact = [judge_all(recipe, shelf, stand_ins=stand_ins_on(shelf, table)) for recipe in recipes]
    assert found.missing.tolist() == [
        sum(one.enough is False and not one.asked.optional for one in verdicts) for verdicts in exact
    ]
    assert found.urgent.tolist() == [
        min(6, sum(quarters(days) for _name, days in used_up(verdicts, shelf))) for verdicts in exact
    ]


def test_what_stands_in_is_counted_and_never_harms() -> None:
    leek, onion, milk, oat = (next(one.number for one in foods() if one.name == name) for name in SWAPS)
    index = index_with([[ask(leek, "leek")], [ask(oat, "oat milk")], [ask(leek, "leek", "5", "piece")]])
    known = known_of(index, BookSource(NO_BOOK))
    shelf = shelf_with([lot(onion, "onion", "2", "piece"), lot(milk, "milk", "1", "l")], DAY)
    allergic = Table({"milk": ["Mia"]}, {})
    for table, missing, swapped in ((NOBODY, [0, 0, 1], [1, 1, 0]), (allergic, [0, 1, 1], [1, 0, 0])):
        supply = supply_of(shelf, table)
        found = judge(index, known, supply, spread(index, known, supply))
        assert (found.missing.tolist(), found.swapped.tolist()) == (missing, swapped)


def test_every_unit_has_a_number() -> None:
    assert set(UNITS) <= set(packing.UNITS)
