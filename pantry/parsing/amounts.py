"""Takes the amount out of a typed entry: before the name or behind it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from kitchen.units import Amount, Quantity, read_amount, read_number, rounded
from kitchen.units.table import BOUGHT, PACKAGE
from pantry.matching.index import names, spelled
from pantry.parsing.figures import no_number, plain_numbers
from pantry.parsing.packs import take_packs
from pantry.parsing.rough import rough_after, rough_before, rough_share

# In grams, millilitres or pieces: ten tons.
MOST = Decimal(10_000_000)
# Beyond this a number alone behind a name is part of it: flour 405, omega 3.
FEW = 99
ABOUT = re.compile(
    r"(?:~|≈|(?:about|around|approx\.?|ca\.?|circa|etwa|około|ok\.|environ|unos)(?=\s|\d))\s*", re.IGNORECASE
)
OF = re.compile(r"(?:of|von|vom|de|du|des|z)\s+|d['’](?=\w)", re.IGNORECASE)
# Half of it, or a number, may be part of what a thing is called: "half fat milk", "five spice powder".
CALLED = re.compile(
    r"(?:half|demi|halb|pół)[\s-](?:fat|and|n|sel|salted|fett|sk\w+|baked|moon|écrémé|glace|time|dried|cooked)(?!\w)",
    re.IGNORECASE,
)
LONGEST_CALLED = 5
ARTICLE = re.compile(r"(?:an?|ein(?:e[nr]?)?|une?|una)\s(?=\w+\s)", re.IGNORECASE)
BELOW_ZERO = re.compile(r"[-−–]\s?(?=[\d.,¼-¾⅐-⅞])")
NUMBER_AT = re.compile(r"(?:(?<=\s)|(?<=\())(?:[-~]|ca\.?\s)?(?=[\d.,¼-¾⅐-⅞])")
TIMES_AT_END = re.compile(r"(?:\s|(?<=\d))[x×]\s?(\d{1,4})\s*$|\s(\d{1,4})\s?[x×]\s*$", re.IGNORECASE)
# Nothing more, or what one package holds.
END = re.compile(r"\s*(\([^()]*\))?[\s).!]*")
TYPE = re.compile(r"(?:\b(?:type|typ|no\.?|nr\.?|omega|vitamin|size|stage|grade)|(?<!\w)\w)\s*$", re.IGNORECASE)
EACH = re.compile(r"\s*\(?(?:of|à|je|po|de|each)?\s*(?=[\d.,¼-¾⅐-⅞])", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """The text without its amount, and what it said."""

    rest: str
    quantity: Quantity | None = None
    pack: Quantity | None = None
    rough: str = ""
    wrong: str = ""


def take_amount(text: str) -> Measured:
    if sentence := no_number(text):
        return Measured(text, wrong=sentence)
    text, times = take_packs(plain_numbers(text))
    if times is None:
        text, times = take_times(text)
    counts = times is None
    found = roughly(text) or behind_article(text) or leading(text) or trailing(text, counts=counts) or Measured(text)
    if times is None:
        return checked(found)
    if found.quantity is None:
        return checked(replace(found, quantity=Quantity(times, "piece"), rough=""))
    return checked(replace(found, quantity=multiplied(found.quantity, times), pack=found.quantity))


def take_times(text: str) -> tuple[str, Decimal | None]:
    """How often, written behind the name: "milk x2", "milk 1 l x 2"."""
    if (match := TIMES_AT_END.search(text)) and match.start():
        return text[: match.start()], Decimal(match[1] or match[2])
    return text, None


def multiplied(quantity: Quantity, times: Decimal) -> Quantity:
    return Quantity(quantity.amount * times, quantity.unit)


def behind_article(text: str) -> Measured | None:
    """A sourdough loaf of 800 g is no single piece, where the amount stands at the end."""
    article = ARTICLE.match(text)
    amount = read_amount(text) if article else None
    if article is None or amount is None or amount.unit or amount.size or amount.low != 1:
        return None
    return trailing(text[article.end() :], counts=False)


def leading(text: str) -> Measured | None:
    if below := BELOW_ZERO.match(text):
        return replace(leading(text[below.end() :]) or Measured(text), wrong=too_little())
    about = ABOUT.match(text)
    amount = read_amount(text, about.end() if about else 0)
    if amount is None or CALLED.match(text) or (amount.unit is None and is_called(text)):
        return None
    rest = text[amount.end :].strip()
    if not re.search(r"\w", rest):
        return nameless(text, amount)
    if spoken_half(text, amount) and amount.unit:
        return Measured(without_of(rest), pack=Quantity(Decimal(1), amount.unit.code), rough="half")
    if amount.unit is None and amount.size is None and rough_share(amount.low, rest):
        return Measured(without_of(rest), rough="half")
    return with_size(amount, without_of(rest))


def is_called(text: str) -> bool:
    words = spelled(text)[:LONGEST_CALLED]
    return any(" ".join(words[:count]) in names() for count in range(2, len(words) + 1))


def nameless(text: str, amount: Amount) -> Measured | None:
    """Nothing but an amount: "3 cloves" are the spice, and a number of many digits is a name."""
    if amount.unit and amount.unit.kind == PACKAGE and (number := read_number(text)):
        return Measured(text[number[1] :].strip(), Quantity(number[0], "piece"))
    if amount.unit is None and amount.low > MOST:
        return None
    return Measured("", measure(amount))


def spoken_half(text: str, amount: Amount) -> bool:
    """Half of something bought, in a word: nobody weighed it."""
    return (
        amount.low == Decimal("0.5") and text[:1].isalpha() and amount.unit is not None and amount.unit.code in BOUGHT
    )


def without_of(rest: str) -> str:
    return OF.sub("", rest, count=1) if OF.match(rest) else rest


def measure(amount: Amount) -> Quantity:
    if amount.size:
        return multiplied(amount.size, amount.low)
    if amount.unit is None:
        return Quantity(amount.low, "piece")
    if amount.unit.code == "dozen":
        return Quantity(amount.low * amount.unit.factor, "piece")
    return Quantity(amount.low, amount.unit.code)


def with_size(amount: Amount, rest: str) -> Measured:
    """The amount with what one package holds, where the text goes on with it: "2 tins (400 g) tomatoes"."""
    size, quantity = amount.size, measure(amount)
    if amount.pack:
        size = quantity
    if size is None and amount.unit and amount.unit.kind == PACKAGE:
        starts = [0, *(place.end() for place in NUMBER_AT.finditer(rest))]
        for start in starts:
            each = EACH.match(rest, start)
            inner = read_amount(rest, each.end() if each else start)
            if (
                inner
                and inner.unit
                and inner.unit.kind != PACKAGE
                and (start == 0 or not rest[inner.end :].strip(" )"))
            ):
                size = Quantity(inner.low, inner.unit.code)
                return Measured(f"{rest[:start]} {rest[inner.end :].lstrip(' )')}", multiplied(size, amount.low), size)
    return Measured(rest, quantity, size)


def trailing(text: str, *, counts: bool) -> Measured | None:
    """An amount at the end: "milk 2l"; a number alone only where it can be one ("eggs 6")."""
    for place in NUMBER_AT.finditer(text):
        amount = read_amount(text, place.end())
        end = END.fullmatch(text, amount.end) if amount else None
        if amount is None or end is None:
            continue
        name = text[: place.start()].rstrip(" (")
        if amount.unit or amount.size:
            found = with_size(amount, f"{name} {end[1] or ''}".strip())
        elif counts and is_count(amount.low) and not TYPE.search(name):
            found = Measured(name, measure(amount))
        else:
            continue
        return replace(found, wrong=too_little()) if place[0] == "-" else found
    return None


def is_count(number: Decimal) -> bool:
    return number == number.to_integral_value() and 0 < number <= FEW


def roughly(text: str) -> Measured | None:
    """An amount that nobody counts, unless the text goes on to count it: "some rice 2 kg"."""
    if not (found := rough_before(text) or rough_after(text)):
        return None
    rest, rough = found
    exact = trailing(rest, counts=False) if rough == "some" else None
    return exact or Measured(rest, rough=rough)


def too_little() -> str:
    return _("An amount is more than nothing.")


def checked(found: Measured) -> Measured:
    if found.quantity is None or found.wrong:
        return found
    if rounded(min(found.quantity.amount, MOST)) <= 0:
        return replace(found, wrong=too_little())
    if found.quantity.amount * found.quantity.measure.factor > MOST:
        return replace(found, wrong=_("That is more than any kitchen holds."))
    return found
