"""What was understood of a typed text, for whoever typed it: before it is added, and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Household
from pantry.parsing import Entry
from pantry.queries.amount import in_words
from pantry.queries.day import due_in_words, why_in_words
from pantry.queries.stock import PLAIN, picture_of
from pantry.services.new_lots import NewLot, new_lots


@dataclass(frozen=True)
class Understood:
    """One entry; `wrong` is a sentence, and then `name` is what was typed."""

    name: str
    emoji: str = PLAIN
    how_much: str = ""
    place: str = ""
    use_by: date | None = None
    due: str = ""
    why: str = ""
    wrong: str = ""


def understood(text: str, household: Household, *, today: date, system: str = "metric") -> list[Understood]:
    lots, wrong = new_lots(text, household, today=today)
    return [*(_told(lot, today, system) for lot in lots), *refused(wrong)]


def refused(wrong: Sequence[Entry]) -> list[Understood]:
    return [Understood(entry.text, "", wrong=entry.wrong) for entry in wrong]


def _told(lot: NewLot, today: date, system: str) -> Understood:
    amount, unit = (lot.quantity.amount, lot.quantity.unit) if lot.quantity else (None, "")
    pack = lot.pack.amount if lot.pack and lot.pack.unit == unit else None
    return Understood(
        name=lot.name,
        emoji=picture_of(lot.food_id),
        how_much=in_words(amount, unit, lot.rough, pack, system),
        place=lot.place.name if lot.place else "",
        use_by=lot.use_by,
        due=due_in_words(lot.use_by, today),
        why=why_in_words(lot.date_kind),
    )
