"""The text of a step says times, temperatures and amounts; what only looks like one stays text."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import UNITS
from recipes.parsing.step_text import AMOUNT, CELSIUS, FAHRENHEIT, GAS, TEMPERATURE, TIMER, read_step

NUMBERS = "1 1/2 ½ 10-12 350 180C °F 4 an half a 9x13 1lb 2 oz 9999999999999 /0 % ² ٣ h30"
WORDS = "gas mark minutes hour hours and to or - x min. cups inch \" degrees Grad st. un quart d'heure fan ſ İ every"
BITS = [*NUMBERS.split(), *WORDS.split()]


@pytest.mark.parametrize(
    ("text", "place", "low", "high"),
    [
        ("Simmer 10-12 minutes.", "10-12 minutes", 600, 720),
        ("Braise 1 1/2 hours.", "1 1/2 hours", 5400, None),
        ("Roast 1 hour and 15 minutes", "1 hour and 15 minutes", 4500, None),
        ("Chill 45 minutes to 1 hour", "45 minutes to 1 hour", 2700, 3600),
        ("Rest for an hour and a half.", "an hour and a half", 5400, None),
        ("Wait half an hour", "half an hour", 1800, None),
        ("a quarter of an hour", "a quarter of an hour", 900, None),
        ("fry a minute or two", "a minute or two", 60, 120),
        ("5 more minutes, stirring", "5 more minutes", 300, None),
        ("a 10-minute rest", "10-minute", 600, None),
        ("toast 30 secs.", "30 secs", 30, None),
        ("Eine halbe Stunde ruhen", "Eine halbe Stunde", 1800, None),
        ("1 Std. 20 Min. köcheln", "1 Std. 20 Min", 4800, None),
        ("Cuire 1h30 environ", "1h30", 5400, None),
        ("un quart d'heure", "un quart d'heure", 900, None),
        ("cocer una hora y media", "una hora y media", 5400, None),
        ("gotować przez godzinę", "godzinę", 3600, None),
        ("piec 40 minut", "40 minut", 2400, None),
        ("przez pół godziny", "pół godziny", 1800, None),
    ],
)
def test_timers(text: str, place: str, low: int, high: int | None) -> None:
    (span,) = read_step(text)
    assert (text[span.start : span.end], span.kind) == (place, TIMER)
    assert (span.low, span.high, span.seconds) == (Decimal(low), high and Decimal(high), low)


@pytest.mark.parametrize(
    "text",
    [
        "Leave overnight",
        "Stir every 10 minutes",
        "Can be made 2 hours ahead",
        "add a second egg",
        "Keeps for 3 days",
        "cut into 4 slices",
        "a 9 x 13-inch pan",
        "a 9-by-13-inch dish",
        "cool in a cup",
        "hasta los 3 el horno",
        "reduce by 1/3 or 50%",
        "4 minute steaks",
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert read_step(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at 180 °C", [("180 °C", 180, CELSIUS, False)]),
        (
            "350 degrees F (175 degrees C)",
            [("350 degrees F", 177, FAHRENHEIT, False), ("175 degrees C", 175, CELSIUS, False)],
        ),
        (
            "Heat oven to 180C/160C fan/gas 4.",
            [("180C", 180, CELSIUS, False), ("160C", 160, CELSIUS, True), ("gas 4", 180, GAS, False)],
        ),
        ("200C/fan 180C", [("200C", 200, CELSIUS, False), ("180C", 180, CELSIUS, True)]),
        ("Gas Mark ½", [("Gas Mark ½", 120, GAS, False)]),
        ("Preheat the oven to 350.", [("350", 177, FAHRENHEIT, False)]),
        ("Preheat the oven to 190.", [("190", 190, CELSIUS, False)]),
        ("a thermometer registers 165 degrees", [("165 degrees", 74, FAHRENHEIT, False)]),
        ("bei 180 Grad Umluft", [("180 Grad", 180, CELSIUS, True)]),
        ("à 180 °C (thermostat 6)", [("180 °C", 180, CELSIUS, False), ("thermostat 6", 180, GAS, False)]),
        ("below 40F/4C", [("40F", 4, FAHRENHEIT, False), ("4C", 4, CELSIUS, False)]),
    ],
)
def test_temperatures(text: str, found: list[tuple[str, int, str, bool]]) -> None:
    spans = read_step(text)
    assert {span.kind for span in spans} == {TEMPERATURE}
    assert [(text[span.start : span.end], round(span.low), span.scale, span.fan) for span in spans] == found


def test_a_range_of_temperatures() -> None:
    (span,) = read_step("at 150-160C")
    assert (span.low, span.high) == (Decimal(150), Decimal(160))


@pytest.mark.parametrize(
    ("text", "place", "low", "unit"),
    [
        ("Add 2 cups water", "2 cups", "2", "cup"),
        ("a 14-oz can", "14-oz", "14", "oz"),
        ("1 lb 8 oz of beef", "1 lb 8 oz", "1.5", "lb"),
        ("½-inch-thick slices", "½-inch", "0.5", "inch"),
        ("up to 2.5 l.", "2.5 l", "2.5", "l"),
        ("half a cup of it", "half a cup", "0.5", "cup"),
    ],
)
def test_amounts(text: str, place: str, low: str, unit: str) -> None:
    (span,) = read_step(text)
    assert (text[span.start : span.end], span.kind, span.low, span.unit) == (place, AMOUNT, Decimal(low), unit)
    assert span.quantity
    assert span.quantity.unit == unit
    assert span.quantity_max is None


@settings(derandomize=True, database=None, deadline=None, max_examples=200)
@given(st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=14).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for span in read_step(text):
        assert end <= span.start < span.end <= len(text)
        assert span.high is None or span.low < span.high
        assert span.kind != AMOUNT or span.unit in UNITS
        end = span.end
