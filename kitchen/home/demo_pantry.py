"""What the demo household knows of its food: foods of its own, what must always be there, packages with codes, boxes
in the freezer, and a year of what was used and thrown away.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from accounts.models import Activity, Household, User
from kitchen.units import Quantity
from pantry.models import MovementKind, WasteReason
from pantry.queries.day import today_in
from pantry.queries.foods import food_called
from pantry.queries.stock import find_lots
from pantry.services.food import add_food
from pantry.services.food_wishes import set_minimum
from pantry.services.product import Said, add_product
from pantry.services.stock import add_stock, freeze_stock, new_lots, open_stock
from pantry.services.table_ledger import take_history
from pantry.tables import GivenLine

JAM = "Grandma's plum jam"
ALWAYS = (("oat milk", "2", "l"), ("eggs", "6", "piece"), ("rice", "1", "kg"), ("coffee", "500", "g"))
# GS1 keeps the prefix 952 for examples: no shop sells under it.
PRODUCTS = (
    ("Oat drink", "Hafermühle", "1", "l", "oat milk", "09520000000011"),
    ("Ground coffee", "Morgenrot", "500", "g", "coffee", "09520000000028"),
)
MORE = f"3 jars {JAM} pantry\n2x 400g lentil stew fridge\n200 g ground coffee pantry € 3.20"
WEEKS = 11
# Used each so many days: what, how much of which unit.
USED = ((2, "oat milk", "400", "ml"), (2, "coffee", "60", "g"), (4, "eggs", "3", "piece"), (7, "rice", "350", "g"))
# Thrown away so many days ago.
THROWN: tuple[tuple[int, str, str, str, WasteReason, str], ...] = (
    (6, "spinach", "150", "g", WasteReason.SPOILED, "1.10"),
    (24, "bread", "300", "g", WasteReason.PAST_DATE, "1.80"),
    (38, "natural yoghurt", "250", "g", WasteReason.PAST_DATE, "0.95"),
    (61, "salad", "1", "piece", WasteReason.SPOILED, "1.49"),
    (90, "strawberries", "250", "g", WasteReason.SPOILED, "2.99"),
    (127, "bread", "400", "g", WasteReason.LEFT_OVER, "2.40"),
    (163, "cucumber", "1", "piece", WasteReason.SPOILED, "0.79"),
    (214, "cooked rice", "300", "g", WasteReason.LEFT_OVER, ""),
    (270, "feta", "80", "g", WasteReason.NOT_LIKED, "0.90"),
)


def fill_pantry(home: Household, alice: User, bob: User) -> Iterator[str]:
    """Once, also where something of it was undone since."""
    operation = _id(home, "history")
    if not Activity.objects.filter(household=home, subject=operation).exists():
        _own_foods(home, alice)
        _more(home, alice, bob)
        lines = list(_lines(today_in(home)))
        take_history(home, lines, by=alice, operation=operation)
        yield f"What is known of food: {len(ALWAYS)} minimums, {len(PRODUCTS)} products, {len(lines)} lines of the past"


def _own_foods(home: Household, by: User) -> None:
    jam = {"name": JAM, "plural": JAM, "category": "breakfast", "emoji": "🍯", "unit_weights": {"jar": "350"}}
    add_food(home, {**jam, "shelf_life": {"pantry.sealed": 540, "fridge.opened": 40}}, by=by, id=_id(home, "jam"))  # type: ignore[typeddict-item]
    for name, amount, unit in ALWAYS:
        if ref := food_called(name):
            set_minimum(home, ref, Quantity(Decimal(amount), unit), by=by)
    for name, brand, amount, unit, food, code in PRODUCTS:
        pack = Quantity(Decimal(amount), unit)
        add_product(home, Said(name, brand, pack, food_called(food), codes={code: ""}), by=by, id=_id(home, code))


def _more(home: Household, alice: User, bob: User) -> None:
    """Jam, a stew for later of which one box is frozen, and a carton that was opened."""
    lots, _wrong = new_lots(MORE, home, today=today_in(home))
    items = add_stock(home, lots, by=alice, operation=_id(home, "more"))
    stew = next(item for item in items if "stew" in item.name)
    freeze_stock(stew, Quantity(Decimal(400), "g"), by=bob, operation=_id(home, "frozen"))
    if milk := find_lots(home, "oat milk"):
        open_stock(milk[0], by=bob, operation=_id(home, "opened"))


def _lines(today: date) -> Iterator[GivenLine]:
    for days, name, amount, unit in USED:
        for ago in range(days, WEEKS * 7, days):
            quantity = Quantity(Decimal(amount), unit)
            yield GivenLine(0, today - timedelta(days=ago), MovementKind.CONSUMED, name, quantity)
    for ago, name, amount, unit, reason, value in THROWN:
        quantity, price = Quantity(Decimal(amount), unit), Decimal(value) if value else None
        yield GivenLine(0, today - timedelta(days=ago), MovementKind.WASTED, name, quantity, reason, price)


def _id(home: Household, what: str) -> UUID:
    return uuid5(home.pk, f"pantry {what}")
