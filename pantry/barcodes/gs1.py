"""What GS1's longer codes say besides the number: dates, weight, price.

They come as zxing-cpp tells them and as they stand under the bars, "(01)09501101530003(17)261231(10)AB-12"; as a
scanner types them, run together with separators; and as an address of the web, "https://…/01/09501101530003?17=261231".
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils import timezone

SEPARATOR = "\x1d"
NAMED = re.compile(r"\((\d{2,4})\)([^()]*)")
PREFIX = re.compile(r"^\](?:C1|d2|e0|Q3|J1)")
ON_THE_WEB = re.compile(r"/01/(\d{8}|\d{12,14})(?=/|$)")
# How many characters follow the identifiers that begin so: GS1's elements of predefined length.
FIXED = {"00": 18, "01": 14, "02": 14, "03": 14, "04": 16, "20": 2} | {str(ai): 6 for ai in range(11, 20)}
THREE, FOUR = ("23", "24", "25", "40", "41", "42", "71"), ("31", "32", "33", "34", "35", "36", "39", "43", "7", "8")
# The identifiers of the two days by the kind of date, and those of weight and price without their fourth digit.
DAYS, WEIGHT, PRICE = {"use_by": "17", "best_before": "15"}, "310", "392"
LONGEST = 400
BEFORE, AFTER = 50, 51  # GS1: so far from this year, two digits mean the century beside


@dataclass(frozen=True)
class Elements:
    """`dates` by "use_by" and "best_before"."""

    gtin: str = ""
    dates: dict[str, date] = field(default_factory=dict)
    kilos: Decimal | None = None
    price: Decimal | None = None


def read_elements(text: str, *, today: date | None = None) -> Elements | None:
    """None for what is no element string and no digital link, or what names no article."""
    text = text.strip()[:LONGEST]
    found = dict(_linked(text) if text.lower().startswith(("http://", "https://")) else _elements(text))
    gtin = found.get("01") or found.get("02")
    if not gtin or not (gtin.isascii() and gtin.isdigit()):
        return None
    this_year = (today or timezone.localdate()).year
    days = {kind: _day(found.get(identifier), this_year) for kind, identifier in DAYS.items()}
    return Elements(
        gtin=gtin,
        dates={kind: day for kind, day in days.items() if day},
        kilos=_decimal(found, WEIGHT),
        price=_decimal(found, PRICE),
    )


def _elements(text: str) -> Iterator[tuple[str, str]]:
    if text.startswith("("):
        yield from NAMED.findall(text)
    elif PREFIX.match(text) or SEPARATOR in text or (text.startswith("01") and len(text) > len("01") + FIXED["01"]):
        yield from _run_together(PREFIX.sub("", text).lstrip(SEPARATOR))


def _run_together(text: str) -> Iterator[tuple[str, str]]:
    while text[:2].isdigit():
        size = 3 if text.startswith(THREE) else 4 if text.startswith(FOUR) else 2
        identifier, text = text[:size], text[size:]
        if length := _length(identifier):
            value, text = text[:length], text[length:]
        else:
            value, _separator, text = text.partition(SEPARATOR)
        yield identifier, value
        text = text.lstrip(SEPARATOR)


def _length(identifier: str) -> int:
    if identifier[:2] in {"31", "32", "33", "34", "35", "36"}:
        return 6
    return 13 if identifier.startswith("41") else FIXED.get(identifier, 0)


def _linked(text: str) -> Iterator[tuple[str, str]]:
    try:
        address = urlsplit(text)
    except ValueError:
        return
    article = ON_THE_WEB.search(address.path)
    if article is None:
        return
    yield "01", article.group(1)
    parts = [unquote(part) for part in address.path[article.end() :].strip("/").split("/")]
    yield from zip(parts[::2], parts[1::2], strict=False)
    yield from parse_qsl(address.query)


def _day(text: str | None, this_year: int) -> date | None:
    """YYMMDD, of which a day of 00 is the last of its month."""
    if not text or not re.fullmatch(r"[0-9]{6}", text):
        return None
    year, month, day = this_year // 100 * 100 + int(text[:2]), int(text[2:4]), int(text[4:])
    year += 100 if year <= this_year - BEFORE else -100 if year >= this_year + AFTER else 0
    if not 1 <= month <= 12 or day > monthrange(year, month)[1]:  # noqa: PLR2004 - the months of a year
        return None
    return date(year, month, day or monthrange(year, month)[1])


def _decimal(found: dict[str, str], begins: str) -> Decimal | None:
    """An element whose fourth digit says how many decimals its value has."""
    for identifier, value in found.items():
        if len(identifier) == 4 and identifier.startswith(begins) and value.isascii() and value.isdigit():  # noqa: PLR2004
            return Decimal(value[:15]).scaleb(-int(identifier[3])) or None
    return None


def element(begins: str, value: Decimal) -> str:
    """A weight or a price as an element string has it: "(3103)001750"."""
    decimals = min(6, max(0, -int(value.normalize().as_tuple().exponent)))
    return f"({begins}{decimals}){int(value.scaleb(decimals)):06d}"
