"""What is counted in food: per 100 g, by codes that files, rows and labels share."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop

KCAL, GRAM, MILLIGRAM, MICROGRAM = "kcal", "g", "mg", "µg"


@dataclass(frozen=True)
class Nutrient:
    """`name` is to be translated when it is shown; `part_of` is the code of what it is counted in as well."""

    code: str
    name: str
    unit: str
    position: int
    part_of: str = ""


# Carbohydrate is what is left when water, protein, fat and ash are taken off: fibre is a part of it, which it is
# not on a label of the European Union. Salt is two and a half times the sodium. Vitamin A is in retinol activity
# equivalents, niacin is the vitamin alone, folate all of it.
IN_ORDER = (
    ("energy", gettext_noop("Energy"), KCAL, ""),
    ("protein", gettext_noop("Protein"), GRAM, ""),
    ("carbohydrate", gettext_noop("Carbohydrate"), GRAM, ""),
    ("sugars", gettext_noop("Sugars"), GRAM, "carbohydrate"),
    ("fibre", gettext_noop("Fibre"), GRAM, "carbohydrate"),
    ("fat", gettext_noop("Fat"), GRAM, ""),
    ("saturated_fat", gettext_noop("Saturated fat"), GRAM, "fat"),
    ("monounsaturated_fat", gettext_noop("Monounsaturated fat"), GRAM, "fat"),
    ("polyunsaturated_fat", gettext_noop("Polyunsaturated fat"), GRAM, "fat"),
    ("trans_fat", gettext_noop("Trans fat"), GRAM, "fat"),
    ("cholesterol", gettext_noop("Cholesterol"), MILLIGRAM, ""),
    ("sodium", gettext_noop("Sodium"), MILLIGRAM, ""),
    ("calcium", gettext_noop("Calcium"), MILLIGRAM, ""),
    ("iron", gettext_noop("Iron"), MILLIGRAM, ""),
    ("magnesium", gettext_noop("Magnesium"), MILLIGRAM, ""),
    ("phosphorus", gettext_noop("Phosphorus"), MILLIGRAM, ""),
    ("potassium", gettext_noop("Potassium"), MILLIGRAM, ""),
    ("zinc", gettext_noop("Zinc"), MILLIGRAM, ""),
    ("copper", gettext_noop("Copper"), MILLIGRAM, ""),
    ("manganese", gettext_noop("Manganese"), MILLIGRAM, ""),
    ("selenium", gettext_noop("Selenium"), MICROGRAM, ""),
    ("vitamin_a", gettext_noop("Vitamin A"), MICROGRAM, ""),
    ("vitamin_b1", gettext_noop("Vitamin B1 (thiamin)"), MILLIGRAM, ""),
    ("vitamin_b2", gettext_noop("Vitamin B2 (riboflavin)"), MILLIGRAM, ""),
    ("vitamin_b3", gettext_noop("Vitamin B3 (niacin)"), MILLIGRAM, ""),
    ("vitamin_b5", gettext_noop("Vitamin B5 (pantothenic acid)"), MILLIGRAM, ""),
    ("vitamin_b6", gettext_noop("Vitamin B6"), MILLIGRAM, ""),
    ("folate", gettext_noop("Folate"), MICROGRAM, ""),
    ("vitamin_b12", gettext_noop("Vitamin B12"), MICROGRAM, ""),
    ("vitamin_c", gettext_noop("Vitamin C"), MILLIGRAM, ""),
    ("vitamin_d", gettext_noop("Vitamin D"), MICROGRAM, ""),
    ("vitamin_e", gettext_noop("Vitamin E"), MILLIGRAM, ""),
    ("vitamin_k", gettext_noop("Vitamin K"), MICROGRAM, ""),
    ("choline", gettext_noop("Choline"), MILLIGRAM, ""),
)
NUTRIENTS: dict[str, Nutrient] = {
    code: Nutrient(code, name, unit, position, part_of)
    for position, (code, name, unit, part_of) in enumerate(IN_ORDER, start=1)
}
