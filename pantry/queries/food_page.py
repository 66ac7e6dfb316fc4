"""The page of one food: what there is of it, what is known of it, and what was done with it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from django.db.models import F, Q
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.money import tell_money
from kitchen.units import UNITS, CannotConvert, Quantity, convert, rounded, tell, unit_name
from pantry.catalogue import CATEGORIES, FoodFacts
from pantry.models import FoodId, OwnFood, Product, StockItem, food_text
from pantry.queries import food_told as told
from pantry.queries.food_ledger import FoodLine, ledger_of_food
from pantry.queries.foods import book, food, nutrition, rows_of
from pantry.queries.stock import PLAIN, Lot, drawn
from pantry.queries.worth import price_of_one

SHOWN, PRICES, PRODUCTS, MOST = 30, 24, 20, 400


@dataclass(frozen=True)
class Keeping:
    """What a household wants of it: `least` is its minimum, `buy` what is missing, `enough` where nothing is."""

    least: str = ""
    there: str = ""
    buy: str = ""
    enough: bool = False
    lead_days: int | None = None


@dataclass(frozen=True)
class FoodPage:
    food: FoodFacts
    key: str
    emoji: str
    own: bool
    row: OwnFood | None
    path: list[str]
    aisle: str
    parent: FoodFacts | None
    words: list[str]
    learned: list[str]
    lots: list[Lot]
    more: int
    keeping: Keeping
    price: str
    products: list[Product]
    ledger: list[FoodLine]
    lives: list[told.LifeRow]
    weights: list[told.Told]
    allergens: list[str]
    diets: list[str]
    nutrition: list[told.NutrientRow]
    nutrition_source: str


def food_page(household: Household, ref: FoodId, *, today: date, system: str = "metric") -> FoodPage | None:
    known = food(ref)
    if known is None:
        return None
    row, branch = book().row(known.id), CATEGORIES[known.group or known.category]
    items, paid = lots_of(household, known.id)
    figures = nutrition(known.id)
    return FoodPage(
        food=known,
        key=food_text(known.id),
        emoji=known.emoji or branch.emoji or PLAIN,
        own=row is not None and row.base_id is None,
        row=row,
        path=[_(one.name) for one in branch.path],
        aisle=known.category,
        parent=food(known.parent),
        words=[word for word in known.names[1:] if word != known.name and (row is None or word not in row.aliases)],
        learned=list(row.aliases) if row else [],
        lots=drawn(items[:SHOWN], today, system),
        more=max(0, len(items) - SHOWN),
        keeping=keeping(row, known, items, system),
        price=usual_price(household, paid),
        products=list(products_of(household, known.id)),
        ledger=ledger_of_food(household, known.id, system),
        lives=told.lives_told(known),
        weights=told.weights_told(known, system),
        allergens=told.allergens_told(known),
        diets=told.diets_told(known),
        nutrition=told.nutrition_told(figures),
        nutrition_source=told.source_in_words(figures.source) if figures else "",
    )


def products_of(household: Household, ref: FoodId) -> list[Product]:
    found = Product.objects.filter(rows_of(ref), household=household, removed_at=None)
    return list(found.order_by("name_key", "id")[:PRODUCTS])


def keeping(row: OwnFood | None, known: FoodFacts, items: list[StockItem], system: str = "metric") -> Keeping:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for item in items:
        if item.amount is not None:
            sums[item.unit] += item.amount
    there = " + ".join(tell(one, system) for one in by_kind(sums))
    if row is None or row.minimum is None:
        return Keeping(there=there, lead_days=row.lead_days if row else None)
    least = Quantity(row.minimum, row.minimum_unit)
    missing = _missing(least, sums, known)
    rough = any(item.amount is None for item in items)
    return Keeping(
        least=tell(least, system),
        there=there,
        buy=tell(missing, system) if missing and missing.amount > 0 and not rough else "",
        enough=missing is not None and missing.amount <= 0,
        lead_days=row.lead_days,
    )


def by_kind(sums: dict[str, Decimal]) -> list[Quantity]:
    """What can be weighed, what can be poured, and what only counts, each in one sum."""
    found: dict[str, Quantity] = {}
    for unit, amount in sorted(sums.items()):
        family = UNITS[unit].family if unit in UNITS else unit
        before = found.get(family)
        added = convert(Quantity(amount, unit), before.unit).amount if before else amount
        found[family] = Quantity(before.amount + added, before.unit) if before else Quantity(amount, unit)
    return list(found.values())


def lots_of(household: Household, ref: FoodId) -> tuple[list[StockItem], list[StockItem]]:
    """What is there, the most urgent first, and what was paid for, the newest first: one query."""
    there, paid = Q(finished_at=None), Q(price__isnull=False)
    found = StockItem.objects.filter(rows_of(ref), there | paid, household=household)
    rows = list(
        found.select_related("place", "food", "product").order_by(F("finished_at").desc(nulls_first=True))[:MOST]
    )
    far = date.max
    here = sorted((row for row in rows if not row.finished_at), key=lambda row: (row.use_by or far, row.created_at))
    bought = sorted((row for row in rows if row.price is not None), key=lambda row: row.created_at, reverse=True)
    return here, bought[:PRICES]


def usual_price(household: Household, paid: list[StockItem]) -> str:
    """The middle one of what was paid lately, for a kilogram, a litre or one of it."""
    ones = [one for item in paid if (one := price_of_one(item))]
    if not ones:
        return ""
    unit = Counter(unit for _price, unit in ones).most_common(1)[0][0]
    middle = median(price for price, of in ones if of == unit)
    money = tell_money(Decimal(middle), household.currency)
    return _("%(money)s for 1 %(unit)s") % {"money": money, "unit": unit_name(unit)}


def _missing(least: Quantity, sums: dict[str, Decimal], known: FoodFacts) -> Quantity | None:
    """None where what is there does not convert; not above zero where there is enough."""
    there = Decimal(0)
    for unit, amount in sums.items():
        try:
            there += convert(Quantity(amount, unit), least.unit, known.units).amount
        except CannotConvert:
            return None
    return Quantity(rounded(least.amount - there), least.unit)
