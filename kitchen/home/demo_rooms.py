"""What lies, stands and is written in the demo household: dishes, stock around today, a list to shop by.

Everything goes through the services, with ids of its own, so that filling again adds nothing.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from accounts.models import Household, User
from pantry.models import StockMovement
from pantry.queries.day import today_in
from pantry.queries.stock import find_lots
from pantry.services.stock import add_stock, new_lots, use_stock
from recipes.importers import Draft
from recipes.models import Recipe
from recipes.sections import read_ingredients, read_steps
from recipes.services.recipe_import import import_drafts
from shopping.services.adding import add_items
from shopping.services.item import tick_item
from shopping.services.list import default_list
from shopping.services.need import add_needs
from shopping.wanted import wanted_from_text

DISHES = Path(__file__).parent / "demo_data"
# Typed as people type it, and the days from today to the date that is printed on it; None for what has none.
SHELVES: tuple[tuple[str, int | None], ...] = (
    ("400 g spinach fridge", 0),
    ("1 cucumber fridge", -1),
    ("250 g mushrooms fridge", 1),
    ("300 g natural yoghurt fridge", 1),
    ("500 ml oat milk fridge", 2),
    ("2 red peppers fridge", 2),
    ("1 bunch parsley fridge", 3),
    ("500 g broccoli fridge", 3),
    ("5 tomatoes fridge", 4),
    ("1 kg carrots fridge", 9),
    ("8 eggs fridge", 11),
    ("200 g cheddar fridge", 16),
    ("250 g butter fridge", 30),
    ("4 lemons fridge", 14),
    ("1 jar mustard fridge", 120),
    ("2.5 kg potatoes pantry", 21),
    ("8 onions pantry", 24),
    ("2 red onions pantry", 20),
    ("10 cloves garlic pantry", 30),
    ("5 apples pantry", 10),
    ("3 bananas pantry", 2),
    ("half a loaf of bread pantry", 1),
    ("6x 400g chopped tomatoes pantry", 500),
    ("3x 400g chickpeas pantry", 400),
    ("1 kg rice pantry", None),
    ("500 g red lentils pantry", None),
    ("2x 500g spaghetti pantry", None),
    ("1 kg plain flour pantry", 150),
    ("500 g rolled oats pantry", 120),
    ("750 ml olive oil pantry", 300),
    ("1 l sunflower oil pantry", 250),
    ("200 g tomato puree fridge", 25),
    ("2 l vegetable stock pantry", 200),
    ("150 ml soy sauce fridge", 180),
    ("some cumin pantry", None),
    ("some paprika pantry", None),
    ("some smoked paprika pantry", None),
    ("some cinnamon pantry", None),
    ("some turmeric pantry", None),
    ("some garam masala pantry", None),
    ("500 g sugar pantry", None),
    ("baking powder 100 g pantry", 200),
    ("1 kg frozen peas freezer", 170),
    ("4 slices bread freezer", 60),
)
SHORT = 8
SHOPPING = "2 l oat milk\n6 spring onions\n1 kg strong white flour\nwashing-up liquid\n500 g natural yoghurt"
WANTED_DISH = "Tofu with broccoli and ginger"


def fill_rooms(home: Household, alice: User, bob: User) -> Iterator[str]:
    drafts = list(dishes())
    import_drafts(home, drafts, by=alice)
    _shelves(home, alice, bob)
    _list(home, alice, bob)
    yield f"Recipes: {len(drafts)}; lots: {len(SHELVES)}; a shopping list"


def dishes() -> Iterator[Draft]:
    """Each dish of demo_data."""
    for path in sorted(DISHES.glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["recipe"]:
            yield _draft(one)


def _draft(one: dict[str, Any]) -> Draft:
    minutes = sum(one.get(name, 0) for name in ("prep", "cook", "rest"))
    return Draft(
        title=one["name"],
        emoji=one["emoji"],
        description=one.get("description", ""),
        ingredients=read_ingredients(one["ingredients"]),
        steps=read_steps(one["steps"]),
        servings=Decimal(one["servings"]),
        servings_words=one.get("yields", ""),
        prep_minutes=one.get("prep"),
        cook_minutes=one.get("cook"),
        total_minutes=minutes or None,
        difficulty=one["difficulty"],
        category=one["course"],
        equipment=one.get("equipment", []),
        cuisine=one.get("cuisine", ""),
        tags=one.get("tags", []),
    )


def _shelves(home: Household, alice: User, bob: User) -> None:
    """Alice puts the shopping away; Bob has used some of the rice. Once, also where that has been undone since."""
    if StockMovement.objects.filter(household=home, operation=_id(home, "shelves")).exists():
        return
    today = today_in(home)
    entries = []
    for line, days in SHELVES:
        entries += new_lots(_dated(line, days, today), home, today=today)[0]
    add_stock(home, entries, by=alice, operation=_id(home, "shelves"))
    if rice := find_lots(home, "rice"):
        used, _wrong = new_lots("300 g rice", home, today=today)
        use_stock(rice[0], used[0].quantity, by=bob, operation=_id(home, "rice"))


def _dated(line: str, days: int | None, today: date) -> str:
    """What keeps for weeks says best before."""
    if days is None:
        return line
    return f"{line} {'bb' if days > SHORT else 'use by'} {today + timedelta(days=days):%Y-%m-%d}"


def _list(home: Household, alice: User, bob: User) -> None:
    shopping_list = default_list(home, by=alice)
    wanted, _wrong = wanted_from_text(SHOPPING, today=today_in(home))
    added = add_items(shopping_list, wanted, by=bob, operation=_id(home, "list"))
    if dish := Recipe.objects.filter(household=home, name=WANTED_DISH).first():
        add_needs(dish, shopping_list, by=alice, operation=_id(home, "needs"))
    if added.items:
        tick_item(added.items[1], by=bob)


def _id(home: Household, what: str) -> UUID:
    return uuid5(home.pk, what)
