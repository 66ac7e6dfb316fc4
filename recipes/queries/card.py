"""A dish as it is drawn on its plate: what it is called, what it looks like, and why one would cook it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pantry.catalogue import FoodFacts
from recipes.queries.finding import Dish
from recipes.queries.shelf import SOON, Shelf, measure
from recipes.queries.times import how_long
from recipes.queries.weighing import Verdict

PLATE = "🍽️"
# So many ingredients are shown as dots; more are only counted.
MOST_PIPS = 12
NAMED = 3
# How much one that must be eaten goes for a missing ingredient, by the days that are left, and all of them together.
URGENCY = {1: 0.75, 2: 0.5, 3: 0.5}
MOST_URGENT, TODAY = 1.5, 1.0


@dataclass(frozen=True)
class RecipeCard:
    """`state` is that of the most urgent food that it uses up, or fresh when all is here; `why` is for people."""

    id: UUID
    name: str
    emoji: str
    minutes: int | None
    servings: Decimal | None
    tags: list[str]
    have: int
    needed: int
    state: str
    missing: list[str]
    uses: list[str]

    @property
    def time(self) -> str:
        return how_long(self.minutes)

    @property
    def has_everything(self) -> bool:
        return bool(self.needed) and self.have == self.needed

    @property
    def pips(self) -> int:
        return self.needed if self.needed <= MOST_PIPS else 0

    @property
    def here(self) -> str:
        if not self.needed:
            return _("no ingredients written down")
        if self.has_everything:
            return _("everything is here")
        return _("%(have)s of %(needed)s here") % {"have": self.have, "needed": self.needed}

    @property
    def lacks(self) -> str:
        """1 missing: cream"""
        if not self.missing:
            return ""
        count, more = len(self.missing), len(self.missing) - NAMED
        names = ", ".join(self.missing[:NAMED])
        if more > 0:
            return _("%(count)s missing: %(names)s and %(more)s more") % {"count": count, "names": names, "more": more}
        return _("%(count)s missing: %(names)s") % {"count": count, "names": names}

    @property
    def uses_up(self) -> str:
        match self.uses:
            case []:
                return ""
            case [first]:
                return _("uses up the %(food)s") % {"food": first}
            case [first, second]:
                return _("uses up the %(first)s and the %(second)s") % {"first": first, "second": second}
        first, second, *others = self.uses
        sentence = ngettext(
            "uses up the %(first)s, the %(second)s and %(more)s more thing",
            "uses up the %(first)s, the %(second)s and %(more)s more things",
            len(others),
        )
        return sentence % {"first": first, "second": second, "more": len(others)}


def card_of(dish: Dish, verdicts: Sequence[Verdict], shelf: Shelf) -> RecipeCard:
    counted = [one for one in verdicts if not one.asked.optional]
    missing = list(dict.fromkeys(lacking(one) for one in counted if one.enough is False))
    urgent = used_up(verdicts, shelf)
    have = sum(one.enough is not False for one in counted)
    return RecipeCard(
        id=dish.id,
        name=dish.name,
        emoji=dish.emoji or main_emoji(dish.name_key, verdicts),
        minutes=dish.total_minutes,
        servings=dish.servings,
        tags=dish.tags,
        have=have,
        needed=len(counted),
        state=state(urgent, is_whole=bool(counted) and have == len(counted)),
        missing=missing,
        uses=[name for name, _days in urgent],
    )


def called(verdict: Verdict) -> str:
    known = verdict.asked.food
    return known.name if known else verdict.asked.name


def lacking(verdict: Verdict) -> str:
    name = called(verdict)
    return _("more %(food)s") % {"food": name} if verdict.there else name


def used_up(verdicts: Iterable[Verdict], shelf: Shelf) -> list[tuple[str, int]]:
    """Foods it uses that must be eaten within SOON days, the most urgent first, with the days left."""
    days: dict[str, int] = {}
    for one in verdicts:
        left = shelf.days_left(one.stored) if one.stored else None
        if left is not None and left <= SOON:
            days.setdefault(called(one), left)
    return sorted(days.items(), key=lambda pair: pair[1])


def state(urgent: list[tuple[str, int]], *, is_whole: bool) -> str:
    if urgent:
        return "late" if urgent[0][1] <= 0 else "soon"
    return "fresh" if is_whole else ""


def urgency(verdicts: Iterable[Verdict], shelf: Shelf) -> float:
    return min(MOST_URGENT, sum(URGENCY.get(days, TODAY) for _name, days in used_up(verdicts, shelf)))


def main_emoji(name_key: str, verdicts: Sequence[Verdict]) -> str:
    """Of the food that the dish is named after, else of what there is most of, staples aside."""
    shown = [(one, known) for one in verdicts if (known := one.asked.food) and known.emoji and not known.staple]
    if not shown:
        return PLATE
    words = set(name_key.split())
    return max(shown, key=lambda pair: (named_after(pair[1], words), grams(pair[0])))[1].emoji


def named_after(known: FoodFacts, words: set[str]) -> int:
    from_name = set(known.name.casefold().split())
    return len(from_name & words) if from_name <= words else 0


def grams(verdict: Verdict) -> Decimal:
    kind, factor = measure(verdict.asked.food_ref, verdict.asked.unit)
    return verdict.asked.quantity * factor if verdict.asked.quantity and kind == "mass" else Decimal(0)
