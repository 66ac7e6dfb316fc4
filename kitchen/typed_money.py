"""Money as people type it: "84.50", "84,50", "1.234,50", "€ 1,234", "1 234"."""

import re
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.money import SYMBOLS

LONGEST, COINS = 24, 2
KNOWN = sorted({*SYMBOLS.values(), *SYMBOLS}, key=len, reverse=True)
# The sign of a currency, its code or its name, before the number or behind it.
SIGN = rf"(?:{'|'.join(map(re.escape, KNOWN))}|[^\W\d_]{{3,8}})?"
AROUND = re.compile(rf"{SIGN}\s*(?P<number>[\d.,'_\s]*?)\s*{SIGN}", re.IGNORECASE)
# Blanks that part thousands.
BLANKS = re.compile(r"(?<=\d)[\s'_](?=\d{3}(?!\d))")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.(?P<point>\d+))?|(?:\.\d{3})+,(?P<comma>\d+)|(?:\.\d{3}){2,})")
PLAIN = re.compile(r"(?P<whole>\d*)(?:[.,](?P<part>\d+))?")
UNCLEAR = re.compile(r"(?P<whole>[1-9]\d{0,2})(?P<sign>[.,])(?P<part>\d{3})")


def read_money(text: str, places: int = COINS) -> Decimal | None:
    """None for what is no amount, or has more than `places` digits behind its sign.

    A comma before three digits parts thousands, unless so many may stand behind it. What is read in two ways raises a
    DomainError that tells both.
    """
    around = AROUND.fullmatch(text.strip()) if len(text) <= LONGEST else None
    number = BLANKS.sub("", around["number"]) if around else ""
    if (found := UNCLEAR.fullmatch(number)) and found["sign"] == ("." if places <= COINS else ","):
        raise DomainError(_unclear(text.strip(), found, places))
    if found := GROUPED.fullmatch(number):
        part = found["point"] or found["comma"] or ""
        whole = re.sub(r"[.,]", "", number[: len(number) - len(part)])
    elif number and (found := PLAIN.fullmatch(number)) and number[-1].isdigit():
        whole, part = found["whole"], found["part"] or ""
    else:
        return None
    return Decimal(f"{whole or 0}.{part or 0}") if len(part) <= places else None


def _unclear(text: str, found: re.Match[str], places: int) -> str:
    small = Decimal(f"{found['whole']}.{found['part']}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    large = found["whole"] + found["part"]
    return _("“%(text)s” can be read in two ways: write %(large)s, or %(small)s.") % {
        "text": text,
        "large": large,
        "small": f"{small:f}" if places <= COINS else f"{small.normalize():f}",
    }
