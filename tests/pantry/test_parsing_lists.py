"""A pasted list becomes its entries; any text at all becomes something."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pantry.parsing import parse_entries

TODAY = date(2026, 3, 10)
# What entries are made of, for texts that nearly are some.
MORE = "1e9 6er 6-pack £ zł opened @ each /kg pack of 1.500 ® +"
AMOUNTS = "1 2 0 ½ 1/2 3/0 kg oz lb 2oz tins half a dozen some of or x × 99999999999999 % € @ 1.99"
DAYS = "24.12. 31.02. exp bb in 3 days friday next dec 30 2027-13 2027 01/29"
SIGNS = ", . - – ( ) : ; [x] * # ſ İ K ² fridge freezer"
BITS = [*AMOUNTS.split(), *MORE.split(), *DAYS.split(), *SIGNS.split(), "\n"]


def names(text: str) -> list[str]:
    return [entry.name for entry in parse_entries(text, today=TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 tins of tuna, 1 kg flour", ["tuna", "flour"]),
        ("1,5 l milk, 2,5 kg flour", ["milk", "flour"]),
        ("milk; eggs", ["milk", "eggs"]),
        ("2 l milk and 6 eggs", ["milk", "eggs"]),
        ("1 lb and 4 oz beef", ["beef"]),
        ("milk + eggs + bread", ["milk", "eggs", "bread"]),
        ("salt and pepper", ["salt and pepper"]),
        ("trail mix (nuts, raisins), oats", ["trail mix (nuts, raisins)", "oats"]),
        ("milk (best, oats", ["milk (best", "oats"]),
        ("- milk\n* eggs\n• oats\n– rice", ["milk", "eggs", "oats", "rice"]),
        ("- [ ] milk\n- [x] eggs\n[ ] oats\n☐ rice", ["milk", "eggs", "oats", "rice"]),
        ("1. milk\n2) eggs", ["milk", "eggs"]),
        ("-milk", ["milk"]),
        ("ham use by Dec 3, 2026", ["ham"]),
        ("", []),
        (" \n , ;\n - \n", []),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_what_follows_a_comma_may_belong_to_what_stands_before_it() -> None:
    (entry,) = parse_entries("2 l milk, fridge, friday, 1.99 €", today=TODAY)
    assert (entry.name, entry.storage, entry.use_by, str(entry.price)) == ("milk", "fridge", date(2026, 3, 13), "1.99")
    assert entry.text == "2 l milk, fridge, friday, 1.99 €"


def test_a_heading_names_the_place_of_what_follows() -> None:
    found = parse_entries("Freezer:\npeas\n2 butter fridge\n\nPantry:\nrice", today=TODAY)
    assert [(entry.name, entry.storage) for entry in found] == [
        ("peas", "freezer"),
        ("butter", "fridge"),
        ("rice", "pantry"),
    ]


def test_what_no_keyboard_writes_is_left_out() -> None:
    assert names("mi\x00lk\ud800") == ["milk"]


def test_a_very_long_text_is_read_to_its_end() -> None:
    found = names("a cup, " * 2000)
    assert len(found) == 2000


def test_what_is_too_much_is_not_read_and_not_lost() -> None:
    found = parse_entries("\n".join(["1 kg rice"] * 4 + ["salt, 2 eggs"]), today=TODAY, most=3)
    assert [entry.name for entry in found] == ["rice", "rice", "rice", ""]
    assert (found[-1].text, bool(found[-1].wrong)) == ("1 kg rice\nsalt, 2 eggs", True)
    found = parse_entries("milk, " * 9, today=TODAY, most=3)
    assert (len(found), found[-1].text.count("milk")) == (4, 6)


def test_a_heading_may_name_a_day() -> None:
    found = parse_entries("Friday:\nmilk\nham tomorrow", today=TODAY)
    assert [entry.use_by for entry in found] == [date(2026, 3, 13), date(2026, 3, 11)]


@settings(derandomize=True, database=None, deadline=None, max_examples=200)
@given(
    st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=12).map(" ".join),
    st.dates() | st.integers(-20, 20).map(lambda days: TODAY + timedelta(days=days)),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
def test_any_text_is_read(text: str, today: date, places: dict[str, str]) -> None:
    for entry in parse_entries(text, today=today, places=places):
        assert entry.text
        assert entry.name or entry.wrong
        assert entry.place in {"", *places}
        if entry.quantity and not entry.wrong:
            assert entry.quantity.amount > 0
