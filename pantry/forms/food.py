"""What a household says of a food."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.forms.line import LineField
from accounts.models import Allergen, Diet, Household
from kitchen.forms import ChoiceChips, DecimalInput, Form, ManyChips, Switch
from kitchen.ids import new_id
from kitchen.units import UNITS, Quantity, find_unit, unit_name
from pantry.catalogue import AISLES, FoodFacts
from pantry.catalogue.facts import LIVES
from pantry.forms.figures import ON_PACKAGES, figure_fields, nutrition_from, typed_figures
from pantry.forms.food_choice import FoodChoiceField
from pantry.forms.stock import AmountField
from pantry.models import OwnFood, Storage
from pantry.models.own_food import MOST_LEAD_DAYS
from pantry.queries.units import all_units
from pantry.services.food import Said

LONGEST_LIFE, HEAVIEST, DENSEST = 9999, 100_000, 25
WEIGHTS = {
    "density": (lazy("One millilitre weighs, g"), DENSEST),
    "piece_weight": (lazy("One of it weighs, g"), HEAVIEST),
    "package_weight": (lazy("A package holds, g"), HEAVIEST),
}
LIFE_LABELS = {
    "pantry": lazy("In the pantry, closed"),
    "pantry_opened": lazy("In the pantry, opened"),
    "fridge": lazy("In the fridge, closed"),
    "fridge_opened": lazy("In the fridge, opened"),
    "freezer": lazy("In the freezer, closed"),
    "freezer_opened": lazy("In the freezer, opened"),
    "thawed": lazy("In the fridge, thawed"),
}
UNIT_HELP = lazy("One a line, as: cup 120. What stands there goes before the weight of a millilitre.")


class NumberField(forms.Field):
    """An exact number above nothing, with a point or a comma."""

    widget = DecimalInput

    def __init__(self, *, most: int, **more: Any) -> None:
        super().__init__(required=False, **more)
        self.most = most

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip().replace(",", ".")
        return read_weight(text[:20], self.most) if text else None


def read_weight(text: str, most: int) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise forms.ValidationError(_("Give a number: 12.5.")) from None
    kept = round(number, 4 if most == DENSEST else 3) if number.is_finite() and abs(number) <= most else None
    if not kept or kept < 0:
        raise forms.ValidationError(_("Give a number above nothing, at most %(most)d.") % {"most": most})
    return kept


class FoodForm(Form):
    """`id` makes a second sending of a new food the same. `was` is what is known of it, as a household says it."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = LineField(label=lazy("What is it called?"), max_length=80)
    plural = LineField(label=lazy("Several of them"), max_length=80, required=False)
    emoji = LineField(label=lazy("Picture (an emoji)"), max_length=8, required=False)
    category = forms.ChoiceField(label=lazy("What kind of food is it?"))
    storage = forms.ChoiceField(label=lazy("Usually kept in"), choices=Storage, widget=ChoiceChips)
    usual_unit = forms.ChoiceField(label=lazy("Usually counted in"))
    staple = forms.BooleanField(
        label=lazy("Always at home"),
        required=False,
        widget=Switch,
        help_text=lazy("Dishes take it to be there, as salt is."),
    )
    unit_weights = forms.CharField(
        label=lazy("What other measures of it weigh, in g"),
        required=False,
        max_length=1000,
        help_text=UNIT_HELP,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    allergens = forms.MultipleChoiceField(label=lazy("Allergens"), choices=Allergen, required=False, widget=ManyChips)
    diets = forms.MultipleChoiceField(label=lazy("Suits these diets"), choices=Diet, required=False, widget=ManyChips)

    def __init__(self, data: Any = None, *, was: dict[str, Any] | None = None, system: str = "metric") -> None:
        self.was = was or {}
        super().__init__(data, initial=typed(self.was))
        fields: Any = self.fields
        unsaid = [] if self.was.get("category") else [("", "")]
        fields["category"].choices = [*unsaid, *categories()]
        fields["usual_unit"].choices = all_units(str(self.was.get("usual_unit", "")), system)
        fields |= {name: NumberField(label=label, most=most) for name, (label, most) in WEIGHTS.items()}
        fields |= {f"life_{name}": life_field(LIFE_LABELS[name]) for name in LIVES}
        fields |= figure_fields()

    @property
    def lives(self) -> list[forms.BoundField]:
        return [self[f"life_{name}"] for name in LIFE_LABELS]

    @property
    def weights(self) -> list[forms.BoundField]:
        return [self[name] for name in WEIGHTS]

    @property
    def figures(self) -> list[forms.BoundField]:
        return [self[name] for name in ON_PACKAGES]

    def clean_unit_weights(self) -> dict[str, str]:
        lines = [line for line in self.cleaned_data["unit_weights"].splitlines() if line.strip()]
        return dict(read_line(line) for line in lines)

    def said(self) -> Said:
        given: dict[str, Any] = self.cleaned_data
        before = self.was.get("nutrition", {})
        lives = {f"{place}.{state}": given[f"life_{name}"] for name, (place, state) in LIVES.items()}
        same = all((self[name].value() or "") == typed_figures(before).get(name, "") for name in ON_PACKAGES)
        return Said(
            name=given["name"],
            plural=given["plural"] or given["name"],
            emoji=given["emoji"],
            category=given["category"],
            storage=given["storage"],
            usual_unit=given["usual_unit"],
            staple=given["staple"],
            density=given["density"],
            piece_weight=given["piece_weight"],
            package_weight=given["package_weight"],
            unit_weights=given["unit_weights"],
            shelf_life={life: days for life, days in lives.items() if days is not None},
            allergens=sorted(given["allergens"]),
            diets=sorted(given["diets"]),
            nutrition=before if same else nutrition_from(given, before),
            source=self.was.get("source", "") if same else "",
        )


class KeepForm(Form):
    """What a household wants of a food; nothing typed is no wish."""

    amount = AmountField(label=lazy("Never less than"), required=False)
    unit = forms.ChoiceField(label=lazy("Unit"))
    lead_days = forms.IntegerField(
        label=lazy("Tell us so many days before its date"),
        required=False,
        min_value=0,
        max_value=MOST_LEAD_DAYS,
        widget=DecimalInput,
        help_text=lazy("Empty: as for its kind of food."),
    )

    def __init__(self, data: Any = None, *, row: OwnFood | None, usual: str, system: str = "metric") -> None:
        least = row.minimum if row else None
        unit = row.minimum_unit if row and row.minimum_unit else usual
        initial = {"amount": f"{least.normalize():f}" if least else "", "unit": unit}
        super().__init__(data, initial={**initial, "lead_days": row.lead_days if row else None})
        choice: Any = self.fields["unit"]
        choice.choices = all_units(unit, system)

    def least(self) -> Quantity | None:
        if not (given := self.cleaned_data["amount"]):
            return None
        return Quantity(given[0], given[1] or self.cleaned_data["unit"])


class MergeForm(Form):
    def __init__(self, data: Any = None, *, household: Household, food: FoodFacts) -> None:
        super().__init__(data)
        label = lazy("It is the same as")
        self.fields["into"] = FoodChoiceField(household, food.name, required=True, but=food.id, label=label)


class WordForm(Form):
    text = LineField(label=lazy("We also call it"), max_length=80)


def life_field(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=LONGEST_LIFE, widget=DecimalInput)


def categories() -> list[tuple[str, list[tuple[str, str]]]]:
    """The aisles, each with its parts; an aisle stands for what is in none of them."""
    found = []
    for aisle in AISLES.values():
        parts = [(part.slug, f"{part.emoji} {_(part.name)}") for part in aisle.children]
        found.append((_(aisle.name), [(aisle.slug, f"{aisle.emoji} {_(aisle.name)}"), *parts]))
    return found


def read_line(line: str) -> tuple[str, str]:
    """Reads "cup 120" and "1 clove: 5 g"."""
    words = line.replace("=", " ").replace(":", " ").removesuffix("g").split()
    unit = find_unit(" ".join(word for word in words[:-1] if word != "1")) if len(words) > 1 else None
    if unit is None:
        raise forms.ValidationError(
            _("Not understood: %(line)s. Write a measure and its weight: cup 120."), params={"line": line[:40]}
        )
    return unit.code, f"{read_weight(words[-1].replace(',', '.'), HEAVIEST).normalize():f}"


def typed(was: dict[str, Any]) -> dict[str, Any]:
    """What is known, as it stands in the fields."""
    lives = was.get("shelf_life", {})
    units = {UNITS[unit].code: grams for unit, grams in was.get("unit_weights", {}).items() if unit in UNITS}
    return {
        **{name: value for name, value in was.items() if name not in {"shelf_life", "nutrition", "unit_weights"}},
        **{name: f"{was[name].normalize():f}" for name in WEIGHTS if was.get(name) is not None},
        **{f"life_{name}": lives.get(f"{place}.{state}") for name, (place, state) in LIVES.items()},
        "unit_weights": "\n".join(f"{unit_name(unit)} {grams}" for unit, grams in units.items()),
        **typed_figures(was.get("nutrition", {})),
    }
