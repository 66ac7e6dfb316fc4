"""The measures behind shopping:suggestion.index, without a database: rhythms, and what goes along with what."""

from hypothesis import given
from hypothesis import strategies as st

from shopping.company import by_chance, company
from shopping.rhythm import rhythm

TODAY = 1000


def days(*ago: int) -> list[int]:
    return sorted(TODAY - one for one in ago)


def bits(*baskets: int) -> int:
    return sum(1 << one for one in baskets)


def test_a_rhythm_is_the_median_of_the_gaps() -> None:
    found = rhythm(days(8, 14, 20, 27, 32), TODAY)
    assert found
    assert (found.every, found.ago, found.is_due) == (6, 8, True)
    holiday = rhythm(days(8, 14, 20, 26, 70, 76, 82), TODAY)
    assert holiday
    assert holiday.every == 6


def test_three_gaps_or_gaps_of_all_kinds_are_none() -> None:
    assert rhythm(days(8, 14, 20, 26), TODAY) is None
    assert rhythm(days(1, 2, 30, 31, 90, 92), TODAY) is None
    assert rhythm([], TODAY) is None


def test_it_is_due_from_its_day_on_until_it_was_given_up() -> None:
    for ago, due in ((3, False), (7, True), (16, True), (18, False)):
        found = rhythm(days(*(ago + 7 * n for n in range(6))), TODAY)
        assert found
        assert found.is_due is due, ago


@given(st.lists(st.integers(0, TODAY), unique=True, max_size=40))
def test_a_rhythm_is_never_shorter_than_a_day(some: list[int]) -> None:
    found = rhythm(sorted(some), TODAY)
    assert found is None or (found.every >= 1 and found.ago >= 0)


def test_two_purchases_by_chance_say_nothing() -> None:
    baskets = {"tortillas": bits(1, 2, 3, 4, 5, 6), "saffron": bits(1, 2), "avocado": bits(1, 2, 3, 4, 5)}
    found = company(baskets, ["tortillas"], 60)
    assert set(found) == {"avocado"}
    assert (found["avocado"].along, found["avocado"].both, found["avocado"].of) == ("tortillas", 5, 6)


def test_what_lies_in_every_basket_goes_along_with_nothing() -> None:
    baskets = {"tortillas": bits(1, 2, 3, 4, 5, 6), "bread": bits(*range(60))}
    assert company(baskets, ["tortillas"], 60) == {}


def test_chance_is_the_tail_of_the_hypergeometric() -> None:
    assert by_chance(0, 4, 10, 40) == 1
    assert abs(by_chance(4, 4, 4, 40) - 1 / 91390) < 1e-12
    assert by_chance(5, 6, 5, 60) < by_chance(4, 6, 5, 60)
