"""What was understood of a typed text, for whoever typed it: before it is added, and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import Household
from kitchen.money import tell_money
from pantry.matching import name_key
from pantry.matching.brands import brand_in
from pantry.models import FoodId, StockItem
from pantry.parsing import Entry
from pantry.queries.amount import how_much, in_words
from pantry.queries.day import due_in_words, why_in_words
from pantry.queries.foods import food, match
from pantry.queries.stock import PLAIN, picture_of
from pantry.services.new_lots import NewLot, lots_of, read_entries

# From so sure on nobody is asked whether the food is right.
SURE = 0.8
# An alternative that is less likely is no help.
LIKELY, MOST_CHOICES = 0.5, 3


@dataclass(frozen=True)
class Choice:
    """A food that may be meant, and the whole text as it would be with its name."""

    name: str
    line: str


@dataclass(frozen=True)
class Understood:
    """One entry; `wrong` is a sentence, and then `name` is what was typed. `food` is what it was taken for, where that
    is called otherwise; if not `sure`, or if there is none, `choices` are what it may be.
    """

    name: str
    emoji: str = PLAIN
    how_much: str = ""
    brand: str = ""
    place: str = ""
    use_by: date | None = None
    due: str = ""
    why: str = ""
    price: str = ""
    note: str = ""
    opened: bool = False
    food: str = ""
    sure: bool = True
    choices: tuple[Choice, ...] = ()
    wrong: str = ""


def understood(text: str, household: Household, *, today: date, system: str = "metric") -> list[Understood]:
    entries, wrong = read_entries(text, household, today=today)
    lots = lots_of(entries, household, today=today)
    told = [_told(lot, text, today, household, system) for lot in lots]
    return [*told, *refused(wrong)]


def refused(wrong: Sequence[Entry]) -> list[Understood]:
    return [Understood(entry.text, "", wrong=entry.wrong) for entry in wrong]


def told_of(
    items: Sequence[StockItem], household: Household, *, today: date, system: str = "metric"
) -> list[Understood]:
    """What has been added, told in the same way."""
    return [
        Understood(
            name=item.name,
            emoji=picture_of(item.food_ref),
            how_much=how_much(item, system),
            brand=brand_in(item.name),
            place=item.place.name,
            use_by=item.use_by,
            due=due_in_words(item.use_by, today),
            why=why_in_words(item.date_kind),
            price=_money(item.price, household),
            note=item.note,
            opened=item.opened_on is not None,
            food=_other_name(item.name, item.food_ref),
        )
        for item in items
    ]


def _told(lot: NewLot, text: str, today: date, household: Household, system: str) -> Understood:
    amount, unit = (lot.quantity.amount, lot.quantity.unit) if lot.quantity else (None, "")
    pack = lot.pack.amount if lot.pack and lot.pack.unit == unit else None
    found = match(lot.name)
    sure = found.confidence >= SURE
    return Understood(
        name=lot.name,
        emoji=picture_of(lot.food_id),
        how_much=in_words(amount, unit, lot.rough, pack, system),
        brand=lot.brand,
        place=lot.place.name if lot.place else "",
        use_by=lot.use_by,
        due=due_in_words(lot.use_by, today),
        why=why_in_words(lot.date_kind),
        price=_money(lot.price, household),
        note=lot.note,
        opened=lot.opened is not None,
        food=_other_name(lot.name, lot.food_id),
        sure=sure,
        choices=() if sure else _choices(lot.name, text),
    )


def _other_name(name: str, ref: FoodId | None) -> str:
    known = food(ref)
    return known.name if known and name_key(name) not in {name_key(known.name), name_key(known.plural)} else ""


def _choices(name: str, text: str) -> tuple[Choice, ...]:
    likely = [one.name for one, confidence in match(name).alternatives if confidence >= LIKELY][:MOST_CHOICES]
    return tuple(Choice(one, text.replace(name, one, 1) if name in text else "") for one in likely)


def _money(price: Decimal | None, household: Household) -> str:
    return "" if price is None else tell_money(price, household.currency)
