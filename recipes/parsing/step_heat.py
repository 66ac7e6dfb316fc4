"""Temperatures in the text of a step: "180C/160C fan/gas 4", "350 degrees F", "bei 180 Grad Umluft"."""

import re
from decimal import Decimal

from kitchen.units import read_number
from recipes.parsing.step_span import CELSIUS, FAHRENHEIT, GAS, TEMPERATURE, Span

SIGN = r"[°º˚]|&deg;|deg(?:rees?|s|\.)?\b|grad\b|degrés?\b|grados?\b|stopni\w*|st\.(?=\s?c)"
SCALE = r"(?P<c>c(?:elsius|entigrade)?)\b|(?P<f>f(?:ahrenheit)?)\b"
HEAT = re.compile(
    rf"(?P<low>\d{{1,3}})(?:\s?(?:{SIGN})?\s?(?:c\b|f\b)?(?:\s?[-–—]\s?|\s(?:to|bis|à|a|do|or)\s)(?P<high>\d{{2,3}}))?"
    rf"(?!\d)(?:[ \t-]?(?P<sign>{SIGN}))?(?:[ \t]?(?:{SCALE}))?",
    re.IGNORECASE,
)
MARK = re.compile(
    r"(?:gas(?:[ \t]+mark)?|(?P<french>thermostat|th\.?))[ \t]*"
    r"(?P<low>1/[24]|\d{1,2}|[¼½])(?:[ \t]?[-–][ \t]?(?P<high>\d{1,2}))?(?!\w)",
    re.IGNORECASE,
)
HEATS = (110, 110, 120, 120, 140, 150, 160, 180, 190, 200, 220, 230, 240, 260)
MARKS = dict(zip(["¼", "1/4", "½", "1/2", *map(str, range(1, 11))], HEATS, strict=True))
FRENCH = 30
FAN = r"fan(?:[ -]forced|[ -]assisted)?|convection|umluft|heißluft|chaleur tournante|termoobieg\w*|ventilador|con aire"
FAN_BEFORE = re.compile(rf"(?:{FAN})(?:[ \t]+oven)?[ \t:(]*$", re.IGNORECASE)
FAN_BEHIND = re.compile(rf"[ \t]*\(?(?:(?:for|with|in)[ \t]+(?:a[ \t]+)?)?(?:{FAN})(?!\w)(?![ \t:]*\d)", re.IGNORECASE)
# A number without a scale is an oven's where one is spoken of.
OVEN = re.compile(
    r"\b(?:oven|ofen|backofen|four|horno|piekarnik\w*)\b[^.\d]{0,24}\b(?:to|at|auf|à|a|do)[ \t]+$", re.IGNORECASE
)
INSIDE = re.compile(r"thermomet|internal|inside temp|register|reads?\b|reach|inserted", re.IGNORECASE)
# From where on degrees without a scale are those of Fahrenheit: no oven and no roast is as hot in Celsius.
OVEN_HEAT, ROAST_HEAT, BOILING = 250, 100, 30
HOTTEST = 600
# "40F/4C"
BESIDE = re.compile(r"\d[ \t]?[°º˚]?[ \t]?f[ \t]?[/(][ \t]?$", re.IGNORECASE)


def read_heat(text: str, at: int) -> Span | None:
    """The temperature that begins at `at`."""
    if mark := MARK.match(text, at):
        return gas(mark)
    if not (heat := HEAT.match(text, at)) or int(heat["low"]) > HOTTEST:
        return None
    scale = scale_of(text, heat)
    if not scale:
        return None
    low = celsius(heat["low"], scale)
    high = celsius(heat["high"], scale) if heat["high"] and int(heat["high"]) > int(heat["low"]) else None
    fan = bool(FAN_BEHIND.match(text, heat.end()) or FAN_BEFORE.search(text, max(0, at - 24), at))
    return Span(at, heat.end(), TEMPERATURE, low, high, CELSIUS, scale, fan)


def gas(mark: re.Match[str]) -> Span | None:
    def heat(number: str) -> Decimal:
        return Decimal(int(number) * FRENCH if mark["french"] else MARKS[number])

    numbers = [number for number in (mark["low"], mark["high"]) if number]
    if any(number not in MARKS for number in numbers):
        return None
    low, *high = map(heat, numbers)
    return Span(mark.start(), mark.end(), TEMPERATURE, low, high[0] if high else None, CELSIUS, GAS)


def scale_of(text: str, heat: re.Match[str]) -> str:
    if heat["f"]:
        return FAHRENHEIT
    most = int(heat["high"] or heat["low"])
    if heat["c"]:
        return (
            CELSIUS
            if heat["sign"] or most >= BOILING or BESIDE.search(text, max(0, heat.start() - 12), heat.start())
            else ""
        )
    around = text[max(0, heat.start() - 80) : heat.end() + 60]
    if heat["sign"]:
        return FAHRENHEIT if most > (ROAST_HEAT if INSIDE.search(around) else OVEN_HEAT) else CELSIUS
    if (
        most >= ROAST_HEAT
        and not read_more(text, heat.end())
        and OVEN.search(text, max(0, heat.start() - 60), heat.start())
    ):
        return FAHRENHEIT if most > OVEN_HEAT else CELSIUS
    return ""


def read_more(text: str, end: int) -> bool:
    """Whether the number goes on, so that it is none of degrees."""
    return bool(re.match(r"[.,/]\d|[\w%]|[ \t]+(?:min|hour|g\b|ml\b)", text[end : end + 8])) or bool(
        read_number(text, end) and text[end : end + 1].isdigit()
    )


def celsius(number: str, scale: str) -> Decimal:
    return (Decimal(number) - 32) * 5 / 9 if scale == FAHRENHEIT else Decimal(number)
