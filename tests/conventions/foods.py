"""Own foods of the cast, with words, figures and a minimum; all on the shelves and in dishes is of the first."""

from decimal import Decimal

from accounts.models import Household
from pantry.models import OwnFood, Product, ReferenceFood, StockItem
from recipes.models import RecipeIngredient
from tests.database import as_owner

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
FOOD = "Vortle"


def cast_foods(household: Household, many: int) -> dict[str, object]:
    """What stands in the URLs of foods. After shelves and dishes: what these have becomes of a food."""
    with as_owner():
        foods = [_food(household, f"{FOOD} {number}", many) for number in range(many)]
        for model in (StockItem, Product, RecipeIngredient):
            model._default_manager.filter(household=household).update(own_food=foods[0])
        ReferenceFood.objects.get_or_create(source="usda", code=FOOD, defaults={"name": FOOD, "name_key": FOOD.lower()})
    return {"pantry:food": foods[0].pk, "recipes:food": foods[0].pk}


def _food(household: Household, name: str, many: int) -> OwnFood:
    figures = {"energy": "90", "protein": "3", "sugars": "1"}
    lives = {"fridge.sealed": 9, "fridge.opened": 3, "freezer.sealed": 90}
    return OwnFood.objects.create(
        household=household,
        name=name,
        plural=name,
        name_key=name.lower(),
        aliases=[f"{FOOD} {number} {FOOD}" for number in range(many)],
        density=Decimal("1.1"),
        piece_weight=Decimal(40),
        unit_weights={"cup": "240"},
        shelf_life=lives,
        allergens=["milk"],
        diets=["vegetarian"],
        nutrition=figures,
        minimum=Decimal(5000),
        minimum_unit="g",
        lead_days=4,
    )
