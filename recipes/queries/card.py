"""A dish as it is drawn on its plate: what it is called, what it looks like, and why one would cook it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pantry.catalogue import FoodFacts
from pantry.queries.day import due_in_words
from recipes.queries.finding import Dish
from recipes.queries.shelf import SOON, Shelf, measure_of
from recipes.queries.times import how_long
from recipes.queries.weighing import Verdict

PLATE = "🍽️"
# So many ingredients are shown as dots; more are only counted.
MOST_PIPS = 12
FULL, EMPTY = "●", "○"
NAMED = 3
# For how many quarters of a missing ingredient one that must be eaten goes, by the days that are left.
URGENCY = {1: 3, 2: 2, 3: 2}
TODAY = 4


@dataclass(frozen=True)
class Shown:
    """What stands on the card of a list: `cover` is a picture of the dish, stars are out of five."""

    cover: UUID | None = None
    rating: Decimal | None = None
    rating_count: int = 0
    cuisine: str = ""
    category: str = ""
    is_favourite: bool = False


NOTHING_SHOWN = Shown()


@dataclass(frozen=True)
class RecipeCard:
    """`state` is that of the most urgent food that it uses up, or fresh when all is here.

    `ends` says when the first of `uses` does; `swaps` are pairs of a food that is not here and one that stands in.
    """

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
    ends: str = ""
    swaps: tuple[tuple[str, str], ...] = ()
    shown: Shown = NOTHING_SHOWN

    @property
    def time(self) -> str:
        return how_long(self.minutes)

    @property
    def has_everything(self) -> bool:
        return bool(self.needed) and self.have == self.needed

    @property
    def pips(self) -> str:
        """One for each ingredient, full for those that are here."""
        return FULL * self.have + EMPTY * (self.needed - self.have) if self.needed <= MOST_PIPS else ""

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
    def swapped(self) -> str:
        """As in: leek instead of spring onion."""
        if not self.swaps:
            return ""
        (wanted, given), *others = self.swaps
        if not others:
            return _("%(given)s instead of %(wanted)s") % {"given": given, "wanted": wanted}
        sentence = ngettext(
            "%(given)s instead of %(wanted)s, and %(more)s more thing stands in",
            "%(given)s instead of %(wanted)s, and %(more)s more things stand in",
            len(others),
        )
        return sentence % {"given": given, "wanted": wanted, "more": len(others)}

    @property
    def uses_up(self) -> str:
        """As in: uses up the spinach (today)."""
        if not self.uses:
            return ""
        first = _("%(food)s (%(when)s)") % {"food": self.uses[0], "when": self.ends} if self.ends else self.uses[0]
        match self.uses:
            case [_first]:
                return _("uses up the %(food)s") % {"food": first}
            case [_first, second]:
                return _("uses up the %(first)s and the %(second)s") % {"first": first, "second": second}
        _first, second, *others = self.uses
        sentence = ngettext(
            "uses up the %(first)s, the %(second)s and %(more)s more thing",
            "uses up the %(first)s, the %(second)s and %(more)s more things",
            len(others),
        )
        return sentence % {"first": first, "second": second, "more": len(others)}


def card_of(dish: Dish, verdicts: Sequence[Verdict], shelf: Shelf, shown: Shown = NOTHING_SHOWN) -> RecipeCard:
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
        ends=due_in_words(shelf.today + timedelta(days=urgent[0][1]), shelf.today) if urgent else "",
        swaps=tuple(dict.fromkeys((wanted(one), one.instead.name) for one in verdicts if one.instead)),
        shown=shown,
    )


def wanted(verdict: Verdict) -> str:
    return verdict.food.name if verdict.food else verdict.asked.name


def called(verdict: Verdict) -> str:
    """What goes into the dish."""
    return verdict.instead.name if verdict.instead else wanted(verdict)


def lacking(verdict: Verdict) -> str:
    name = wanted(verdict)
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


def quarters(days: int | None) -> int:
    """What using a food up is worth, with so many days left."""
    return 0 if days is None or days > SOON else URGENCY.get(days, TODAY)


def main_emoji(name_key: str, verdicts: Sequence[Verdict]) -> str:
    """Of the food that the dish is named after, else of what there is most of, staples aside."""
    shown = [(one, known) for one in verdicts if (known := one.food) and known.emoji and not known.staple]
    if not shown:
        return PLATE
    words = set(name_key.split())
    return max(shown, key=lambda pair: (named_after(pair[1], words), grams(pair[0])))[1].emoji


def named_after(known: FoodFacts, words: set[str]) -> int:
    from_name = set(known.name.casefold().split())
    return len(from_name & words) if from_name <= words else 0


def grams(verdict: Verdict) -> Decimal:
    kind, factor = measure_of(verdict.food, verdict.asked.unit)
    return verdict.asked.quantity * factor if verdict.asked.quantity and kind == "mass" else Decimal(0)
