"""Numbers, units and whole amounts are read as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import UNITS, find_unit, read_amount, read_number, read_unit


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1 1/2 cups", "1.5", " cups"),
        ("1½ tsp", "1.5", " tsp"),
        ("1⁄2 lemon", "0.5", " lemon"),
        ("1-1/2 cups", "1.5", " cups"),
        ("1,5 l", "1.5", " l"),
        ("0,125 kg", "0.125", " kg"),
        ("1,500 g", "1500", " g"),
        ("1.000,5 g", "1000.5", " g"),
        ("1,250.75 g", "1250.75", " g"),
        ("1.500 kg", "1.500", " kg"),
        (".5 l", "0.5", " l"),
        ("4-5 cloves", "4", "-5 cloves"),
        ("two eggs", "2", " eggs"),
        ("half a jar", "0.5", " jar"),
        ("½ a lime", "0.5", " lime"),
        ("a dozen rolls", "12", " rolls"),
        ("half a dozen rolls", "6", " rolls"),
        ("two and a half cups", "2.5", " cups"),
        ("three quarters of it", "0.75", " of it"),
        ("zwei Eier", "2", " Eier"),
        ("ein halber Liter", "0.5", " Liter"),
        ("pół litra", "0.5", " litra"),
        ("2 i pół szklanki", "2.5", " szklanki"),
        ("une pomme", "1", " pomme"),
        ("media cebolla", "0.5", " cebolla"),
    ],
)
def test_numbers(text: str, number: str, rest: str) -> None:
    read = read_number(text)
    assert read is not None
    assert (read[0], text[read[1] :]) == (Decimal(number), rest)


@pytest.mark.parametrize("text", ["", "milk", "2% milk", "1,5 % milk", "00 flour", "A1 sauce", "l'eau", "9" * 40, "/2"])
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("T", "tbsp"),
        ("t", "tsp"),
        ("Tbsp.", "tbsp"),
        ("TSP", "tsp"),
        ("c", "cup"),
        ("fl. oz.", "fl_oz"),
        ("fluid ounces", "fl_oz"),
        ("Ounces", "oz"),
        ("lbs", "lb"),
        ("cans", "tin"),
        ("EL", "tbsp"),
        ("Teelöffel", "tsp"),
        ("Dose", "tin"),
        ("Zehen", "clove"),
        ("łyżki", "tbsp"),
        ("lyzeczka", "tsp"),
        ("ząbek", "clove"),
        ("cuillère à soupe", "tbsp"),
        ("c. à s.", "tbsp"),
        ("gousses", "clove"),
        ("cucharadita", "tsp"),
        ("dientes", "clove"),
    ],
)
def test_units_have_many_words(word: str, code: str) -> None:
    found = find_unit(word)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["", "  ", ".", "egg", "tomato", "g/l", "2"])
def test_other_words_are_no_units(word: str) -> None:
    assert find_unit(word) is None


def test_every_unit_is_found_by_its_own_code() -> None:
    assert [code for code in UNITS if (unit := find_unit(code)) is None or unit.code != code] == []


def test_the_longest_unit_is_read() -> None:
    text = "2 fl oz cream"
    read = read_unit(text, 2)
    assert read is not None
    assert (read[0].code, text[read[1] :]) == ("fl_oz", " cream")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "said", "rest"),
    [
        ("2 l milk", "2", None, "l", "", " milk"),
        ("4-5 cloves garlic", "4", "5", "clove", "", " garlic"),
        ("2 or 3 onions", "2", "3", None, "", " onions"),
        ("70ml-90ml stock", "70", "90", "ml", "", " stock"),
        ("1 lb 8 oz beef", "1.5", None, "lb", "", " beef"),
        ("4 x 400g tins beans", "4", None, "tin", "400g", " beans"),
        ("1 (14 oz) can beans", "1", None, "tin", "14 oz", " beans"),
        ("One 28-ounce can plums", "1", None, "tin", "28-ounce", " plums"),
        ("2 x 400g/14oz cans plums", "2", None, "tin", "400g/14oz", " plums"),
        ("1 4- to 5-pound hen", "1", None, None, "4- to 5-pound", " hen"),
        ("3cm/1in piece", "3", None, "cm", "", "/1in piece"),
        ("2 heaped tbsp flour", "2", None, "tbsp", "", " flour"),
        ("1 clove-studded onion", "1", None, None, "", " clove-studded onion"),
    ],
)
def test_amounts(text: str, low: str, high: str | None, unit: str | None, said: str, rest: str) -> None:
    read = read_amount(text)
    assert read is not None
    assert (read.low, read.high) == (Decimal(low), high and Decimal(high))
    assert (read.unit and read.unit.code, read.said, text[read.end :]) == (unit, said, rest)


def test_a_tin_of_something_is_its_content() -> None:
    read = read_amount("400 g tin chickpeas")
    assert read is not None
    assert read.unit == UNITS["g"]
    assert read.pack == UNITS["tin"]


@pytest.mark.parametrize("text", ["7up", "3D cookies", "milk"])
def test_names_are_no_amounts(text: str) -> None:
    assert read_amount(text) is None


@settings(derandomize=True, database=None, deadline=None)
@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_can_be_read(text: str, at: int) -> None:
    read_number(text, at)
    read_unit(text, at)
    find_unit(text)
    if amount := read_amount(text, at):
        assert at < amount.end <= len(text)
