"""What one serving of a dish holds, by its foods, and how much of it is known: an estimate, which is said."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kitchen.units.table import MASS
from pantry.catalogue import NUTRIENTS
from pantry.models import FoodId
from pantry.queries.foods import food, nutrition
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.scaling import Written
from recipes.queries.shelf import measure

FIRST = ("energy", "protein", "carbohydrate", "sugars", "fat", "saturated_fat", "fibre", "salt")
SALT_OF_SODIUM, KILOJOULE = Decimal("0.0025"), Decimal("4.184")
# Of a figure that is known for less of the weight it is said that it is at least so much.
ENOUGH, SURE = Decimal("0.9"), Decimal("0.8")
SALTY = 10_000  # mg of sodium in 100 g
ONE, TEN, HUNDRED = Decimal(1), Decimal(10), Decimal(100)
# What a source declares, by the names of schema.org.
DECLARED = {
    "calories": lazy("Energy"),
    "proteinContent": lazy("Protein"),
    "carbohydrateContent": lazy("Carbohydrate"),
    "sugarContent": lazy("Sugars"),
    "fatContent": lazy("Fat"),
    "saturatedFatContent": lazy("Saturated fat"),
    "unsaturatedFatContent": lazy("Unsaturated fat"),
    "transFatContent": lazy("Trans fat"),
    "fiberContent": lazy("Fibre"),
    "sodiumContent": lazy("Sodium"),
    "cholesterolContent": lazy("Cholesterol"),
    "servingSize": lazy("In one serving"),
}


@dataclass(frozen=True)
class Figure:
    name: str
    words: str
    is_part: bool = False


@dataclass(frozen=True)
class Nutrients:
    """Of one serving, or of the whole dish where nobody said for how many it is. `counted` of `lines` ingredients, and
    `share` per cent of the weight that is known, are in it. `unknown` names those that are not.
    """

    first: list[Figure]
    others: list[Figure]
    counted: int
    lines: int
    share: int
    unknown: list[str]
    for_one: bool
    declared: list[Figure]

    @property
    def is_thin(self) -> bool:
        """Too little is known for the figures to be believed."""
        return self.counted < self.lines * SURE or self.share < SURE * HUNDRED


def nutrients_of(recipe: Recipe, ingredients: list[RecipeIngredient]) -> Nutrients:
    sums, known, unknown, counted = Sums(), Decimal(0), [], 0
    needed = [row for row in ingredients if not row.optional]
    weighed = [row for row in needed if not is_a_pinch(row)]
    sums.salted = any(is_salt(row) for row in needed if row not in weighed)
    for row in weighed:
        grams = grams_of(row, row.food_ref)
        if grams is not None and sums.add(row, grams):
            counted += 1
        else:
            unknown.append(row.name)
        known += grams or 0
    servings = Decimal(recipe.servings or ONE)
    share = int(sums.weight / known * 100) if known else 0
    first = [figure for code in FIRST if (figure := sums.figure(code, servings))]
    others = [figure for code in NUTRIENTS if code not in FIRST and (figure := sums.figure(code, servings))]
    for_one = recipe.servings is not None
    return Nutrients(first, others, counted, len(weighed), share, unknown, for_one, declared(recipe))


def is_a_pinch(row: RecipeIngredient) -> bool:
    """Salt, pepper, a little oil: what every kitchen has and of which no amount is written weighs nothing here."""
    known = food(row.food_ref)
    return row.quantity is None and known is not None and known.staple


def is_salt(row: RecipeIngredient) -> bool:
    figures = nutrition(row.food_ref)
    return figures is not None and figures.values.get("sodium", 0) > SALTY


def grams_of(line: Written, ref: FoodId | None) -> Decimal | None:
    """The middle of a range; None where nobody knows what it weighs."""
    if line.quantity is None:
        return None
    kind, factor = measure(ref, line.unit)
    middle = (line.quantity + (line.quantity_max or line.quantity)) / 2
    return middle * factor if kind == MASS else None


class Sums:
    """Nutrients added up over foods, each with the grams for which it was known."""

    def __init__(self) -> None:
        self.weight = Decimal(0)
        self.totals: dict[str, Decimal] = {}
        self.known: dict[str, Decimal] = {}
        self.salted = False  # to taste: nobody knows by how much

    def add(self, row: RecipeIngredient, grams: Decimal) -> bool:
        figures = nutrition(row.food_ref)
        if figures is None or "energy" not in figures.values:
            return False
        self.weight += grams
        for code, value in figures.values.items():
            self.totals[code] = self.totals.get(code, Decimal(0)) + value * grams / HUNDRED
            self.known[code] = self.known.get(code, Decimal(0)) + grams
        return True

    def figure(self, code: str, servings: Decimal) -> Figure | None:
        counted = "sodium" if code == "salt" else code
        if counted not in self.totals:
            return None
        amount = self.totals[counted] / servings
        if code == "salt":
            name, unit, part, amount = _("Salt"), "g", False, amount * SALT_OF_SODIUM
        else:
            nutrient = NUTRIENTS[code]
            name, unit, part = _(nutrient.name), nutrient.unit, bool(nutrient.part_of) and code != "fibre"
        told = f"{short(amount)} {unit}"
        if code == "energy":
            told = f"{told} ({short(amount * KILOJOULE)} kJ)"
        if self.known[counted] < self.weight * ENOUGH or (self.salted and counted == "sodium"):
            told = _("at least %(amount)s") % {"amount": told}
        return Figure(name, told, part)


def short(amount: Decimal) -> str:
    """As exact as an estimate may look: 430, 17, 3.2, 0.25."""
    places = 0 if amount >= TEN else 1 if amount >= ONE else 2
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize()
    return number_format(f"{rounded:f}")


def declared(recipe: Recipe) -> list[Figure]:
    """The label as its source gives it, untouched."""
    label = recipe.label if isinstance(recipe.label, dict) else {}
    return [Figure(str(name), str(label[key])[:60]) for key, name in DECLARED.items() if label.get(key)]
