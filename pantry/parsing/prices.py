"""Takes the price out of a typed entry: "2,49 €", "zł 4,99", "@ 1.99", "for 3.50", "2 x 1,29 €", "3 €/kg"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from kitchen.units import read_number, read_unit
from kitchen.units.table import COUNT

MOST = Decimal(100_000)
# By what is written: every currency that may be meant.
SIGNS: dict[str, tuple[str, ...]] = {
    "€ eur euro euros": ("EUR",),
    "£ gbp": ("GBP",),
    "us$ usd": ("USD",),
    "$ dollar dollars": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "zł zl pln złotych złote złoty zlotych": ("PLN",),
    "chf sfr franken": ("CHF",),
    "kr kr. sek nok dkk": ("SEK", "NOK", "DKK", "ISK"),
    "kč czk": ("CZK",),
    "ft huf": ("HUF",),
    "¥ jpy": ("JPY", "CNY"),
}
CODES = {sign: codes for signs, codes in SIGNS.items() for sign in signs.split()}
SIGN = "|".join(re.escape(sign) for sign in sorted(CODES, key=len, reverse=True))
NUMBER = r"(?:\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,15}(?:[.,]\d{1,2})?|[.,]\d{2})(?![\d])(?:[.,][-–—]{1,2})?"
CENTS = r"\d{1,9}[.,]\d\d(?![\d.,])"
EACH = r"@|à|je|jeweils|each|po|a(?=\s)"
ONCE = r"for|at|für|zu|za|pour|por|price|preis|prix|precio|cena|kostet|costs?|costó|paid|bezahlt|koszt(?:uje|owało)?"
PRICE = re.compile(
    rf"(?<![\w.,])(?:(?P<times>\d{{1,3}})\s?[x×]\s?)?(?:(?:(?P<each>{EACH})|(?P<once>{ONCE}))(?!\w)\s?:?\s?){{0,2}}"
    rf"(?:(?P<minus>[-−])?(?P<before_sign>{SIGN})\s?(?P<less>[-−])?(?P<behind>{NUMBER})(?!\w|\s?%)"
    rf"|(?P<low>[-−])?(?P<whole>\d{{1,6}})\s?(?P<middle>[€£$])\s?(?P<part>\d\d)(?![\w.,])"
    rf"|(?P<negative>[-−])?(?P<before>{NUMBER})\s?(?P<sign>{SIGN})(?!\w)"
    rf"|(?P<cents>\d{{1,3}})\s?(?:p|ct|cts|cents?|¢|centymów|centimes)(?!\w))",
    re.IGNORECASE,
)
# Without the sign of a currency only behind a word for it; behind "for" with its cents, for a party is no price.
MARKED = re.compile(
    rf"(?<![\w.,])(?:(?P<each>@|à)\s?(?P<any>{NUMBER})|(?:(?P<every>je|jeweils|each|po)|(?:{ONCE}))\s?:?\s?"
    rf"(?P<exact>{CENTS}))(?!\w|\s?%)",
    re.IGNORECASE,
)
# As tills print it, behind an amount: "milk 2 l 1,19".
BARE = re.compile(r"(?<=[^\d.,x×@]\s)(?P<exact>\d{1,4}[.,]\d\d)\s*$", re.IGNORECASE)
MEASURED = re.compile(r"\d\s?(?:k?g|ml|cl|l|oz|lbs?|pk|pcs?|szt|stk?|x)\b|\b[x×]\s?\d", re.IGNORECASE)
EACH_AFTER = re.compile(
    r"\s?(?:each|ea|apiece|c/u|cada\s(?:un[oa])|chacune?|(?:a|per|pro|das|la|l['’]|za|/)\s?(?:piece|pc|stück|stk|st|item"
    r"|pièce|unité|unidad|sztukę|szt))\.?(?!\w)",
    re.IGNORECASE,
)
PER = re.compile(r"\s?(?:/|(?:per|pro|a|the|le|la|el|al|za|der|das)(?=\s))\s?", re.IGNORECASE)
NO_CENTS = re.compile(r"[.,][-–—]{1,2}$")
PART = re.compile(r"[.,](\d{1,2})$")
NOT_DIGIT = re.compile(r"\D")


@dataclass(frozen=True)
class Price:
    """`written` is how it stood there. It was paid for all of it, for `each`, or for `per_amount` of the unit `per`;
    `times` says how many of them. `currencies` are those that its sign may mean; none without a sign.
    """

    amount: Decimal
    written: str
    currencies: tuple[str, ...] = ()
    each: bool = False
    times: int = 0
    per: str = ""
    per_amount: Decimal = Decimal(1)
    wrong: str = ""


def take_price(text: str) -> tuple[str, Price | None]:
    """The text without the price in it, and the price."""
    match = PRICE.search(text) or MARKED.search(text) or (BARE.search(text) if MEASURED.search(text) else None)
    if not match:
        return text, None
    groups = match.groupdict()
    price, end = said(match, groups), match.end()
    if after := EACH_AFTER.match(text, end):
        price, end = replace(price, each=True), after.end()
    elif per := read_per(text, end):
        price, end = replace(price, per=per[0], per_amount=per[1]), per[2]
    written = text[match.start() : end].strip()
    rest = f"{text[: match.start()].rstrip(' (')} {text[end:].lstrip(' )')}".strip()
    return rest, replace(price, written=written)


def said(match: re.Match[str], groups: dict[str, str | None]) -> Price:
    if cents := groups.get("cents"):
        amount = Decimal(cents) / 100
    elif groups.get("middle"):
        amount = Decimal(f"{groups['whole']}.{groups['part']}")
    else:
        digits = next(groups[name] for name in ("behind", "before", "any", "exact") if groups.get(name))
        amount = figure(str(digits))
    sign = groups.get("before_sign") or groups.get("middle") or groups.get("sign") or ""
    below = any(groups.get(name) for name in ("minus", "less", "low", "negative"))
    return Price(
        amount=amount,
        written=match[0],
        currencies=CODES.get(sign.casefold(), ()),
        each=bool(groups.get("each") or groups.get("every")),
        times=int(groups.get("times") or 0),
        wrong=_("A price is not below zero.") if below else _("No food costs so much.") if amount > MOST else "",
    )


def figure(digits: str) -> Decimal:
    """A dot or comma before the last one or two digits is a decimal sign, every other parts thousands."""
    bare = NO_CENTS.sub("", digits)
    part = PART.search(bare)
    whole = NOT_DIGIT.sub("", bare[: part.start()] if part else bare)
    return Decimal(f"{whole or 0}.{part[1] if part else 0}")


def read_per(text: str, end: int) -> tuple[str, Decimal, int] | None:
    """The unit that the price is for: "/kg", "per 100 g", "le kilo"."""
    if not (per := PER.match(text, end)):
        return None
    number = read_number(text, per.end())
    at = number[1] if number else per.end()
    unit = read_unit(text, at + (text[at : at + 1] == " "))
    if not unit or unit[0].kind == COUNT:
        return None
    return unit[0].code, number[0] if number else Decimal(1), unit[1]
