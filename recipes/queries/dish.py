"""One dish as its page shows it: for so many people, from what is here, for whoever eats along."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household
from kitchen.units import tell
from pantry.queries.day import due_in_words, state_of
from recipes.models import Recipe
from recipes.queries.card import RecipeCard, card_of
from recipes.queries.dish_rows import DishRows, Line, Shot, Standing, dish_rows
from recipes.queries.finding import dish_of
from recipes.queries.scaling import Servings, amount_in_words, servings_for, written
from recipes.queries.shelf import SOON, Shelf, shelf_with
from recipes.queries.standing_in import stand_ins_on
from recipes.queries.suiting import NOBODY, Suits, suits
from recipes.queries.times import how_long
from recipes.queries.weighing import Verdict, judge_all, reason
from recipes.sources import host_of

T = TypeVar("T")


@dataclass(frozen=True)
class DishLine:
    """An ingredient for people. `mark` says in a word or two what is here of it, `state` how soon it must be eaten,
    `why` the reason for the mark where it needs one; `understood` is the food that it was taken for.
    """

    amount: str
    text: str
    original: str
    understood: str
    mark: str
    state: str
    why: str


@dataclass(frozen=True)
class RecipePage:
    """Lines and steps by section; `suits` names nobody unless the reader is of the table."""

    recipe: Recipe
    standing: Standing
    shots: list[Shot]
    card: RecipeCard
    servings: Servings
    ingredients: list[tuple[str, list[DishLine]]]
    steps: list[tuple[str, list[tuple[int, str]]]]
    missing: int
    assumed: list[str]
    suits: Suits

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Terms and values, as far as they are known."""
        recipe = self.recipe
        times = (
            (_("Preparation"), recipe.prep_minutes),
            (_("Cooking"), recipe.cook_minutes),
            (_("Waiting"), recipe.rest_minutes),
        )
        known = [(term, how_long(minutes)) for term, minutes in times if minutes]
        if len(known) > 1:
            known.append((_("All together"), how_long(recipe.total_minutes)))
        others = ((_("Makes"), recipe.yields), (_("Difficulty"), str(recipe.get_difficulty_display() or "")))
        return [*known, *((term, value) for term, value in others if value)]

    @property
    def above(self) -> str:
        """From whom, how long, for how many."""
        recipe = self.recipe
        parts = [recipe.author or recipe.source_name or self.host, how_long(recipe.total_minutes)]
        if recipe.servings:
            number = f"{recipe.servings.normalize():f}"
            makes = _("makes %(number)s %(what)s") if recipe.servings_of else _("serves %(number)s")
            parts.append(makes % {"number": number, "what": recipe.servings_of})
        return " · ".join(filter(None, parts))

    @property
    def host(self) -> str:
        return host_of(self.recipe.source_url)

    @property
    def halves(self) -> int:
        """The average of the ratings in half stars, 0 for none."""
        return round((self.standing.rating or 0) * 2)

    @property
    def rated(self) -> str:
        """Such as "4.5 of 5 stars"; "" where nobody has rated it."""
        average = self.standing.rating
        return _("%(average)s of 5 stars") % {"average": number_format(average.normalize())} if average else ""

    @property
    def cooked(self) -> str:
        """Such as "cooked 3 times, last on 5 November"; "" for never."""
        count, last = self.standing.cooked, self.standing.last_cooked
        if not count or last is None:
            return ""
        sentence = ngettext("cooked once, on %(day)s", "cooked %(count)d times, last on %(day)s", count)
        return sentence % {"count": count, "day": date_format(localtime(last), "j M Y")}


@dataclass(frozen=True)
class Reader:
    """For whom a dish is shown: whether they eat here, their units, and who they are."""

    at_table: bool = False
    units: str = "metric"
    person: UUID | None = None


def recipe_page(
    household: Household, id: UUID, servings: Decimal | None = None, *, today: date, reader: Reader | None = None
) -> RecipePage | None:
    reader = reader or Reader()
    rows = dish_rows(household, id, reader.person)
    return None if rows is None else page_of(rows, servings, today=today, reader=reader)


def page_of(rows: DishRows, servings: Decimal | None, *, today: date, reader: Reader) -> RecipePage:
    recipe, shelf, wanted = rows.recipe, shelf_with(rows.lots, today), servings_for(rows.recipe, servings)
    stand_ins = stand_ins_on(shelf, rows.table)
    verdicts = judge_all((line.asked for line in rows.lines), shelf, wanted.factor, stand_ins)
    pairs = list(zip(rows.lines, verdicts, strict=True))
    lines = [line_of(line, verdict, wanted.factor, shelf, reader.units) for line, verdict in pairs]
    steps = list(enumerate((text for _section, text in rows.steps), start=1))
    return RecipePage(
        recipe=recipe,
        standing=rows.standing,
        shots=rows.shots,
        card=card_of(dish_of(recipe), verdicts, shelf),
        servings=wanted,
        ingredients=in_sections(lines, [line.section for line in rows.lines]),
        steps=in_sections(steps, [section for section, _text in rows.steps]),
        missing=sum(one.enough is False and not one.asked.optional for one in verdicts),
        assumed=list(dict.fromkeys(one.asked.name for one in verdicts if one.assumed)),
        suits=suits((line.asked.food_ref for line in rows.lines), rows.table if reader.at_table else NOBODY),
    )


def line_of(line: Line, verdict: Verdict, factor: Decimal, shelf: Shelf, units: str) -> DishLine:
    food = line.asked.food
    mark, state = mark_of(verdict, shelf, units)
    return DishLine(
        amount=amount_in_words(line, factor, units),
        text=written(line),
        original=line.original,
        understood=food.name if food else "",
        mark=mark,
        state=state,
        why="" if verdict.assumed else why_of(verdict),
    )


def why_of(verdict: Verdict) -> str:
    if verdict.instead:
        return _("There is %(food)s, which can stand in for it.") % {"food": verdict.instead.name}
    return reason(verdict)


def mark_of(verdict: Verdict, shelf: Shelf, units: str) -> tuple[str, str]:
    if verdict.assumed:
        return _("staple"), ""
    if verdict.enough is False:
        short = verdict.in_unit(verdict.short)
        if short and verdict.there:
            return _("%(amount)s more") % {"amount": tell(short, units)}, ""
        return _("missing"), ""
    if verdict.instead:
        return _("instead"), "fresh"
    due = verdict.stored.due if verdict.stored else None
    if due and (due - shelf.today).days <= SOON:
        return due_in_words(due, shelf.today), state_of(due, shelf.today)
    return (_("here"), "fresh") if verdict.enough else (_("some here"), "fresh")


def in_sections(lines: list[T], names: list[str]) -> list[tuple[str, list[T]]]:
    """Lines that follow each other under one name, together."""
    found: list[tuple[str, list[T]]] = []
    for name, line in zip(names, lines, strict=True):
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(line)
    return found
