from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError
from kitchen.forms import Form
from kitchen.units import Quantity
from pantry.forms.stock import SAY_HOW_MUCH, AmountField
from recipes.models import Recipe, RecipeIngredient
from recipes.queries.cook_page import servings_from
from recipes.queries.scaling import Servings


class HavingForm(Form):
    """So much of one ingredient, which the rest of the dish follows. Part of an address: asked by GET."""

    having = AmountField(label=_("I have"), error_messages={"required": SAY_HOW_MUCH})
    of = forms.ChoiceField(label=_("of"))

    def __init__(self, asked: QueryDict, recipe: Recipe, ingredients: list[RecipeIngredient]) -> None:
        super().__init__(asked if asked.get("having") else None)
        self.recipe = recipe
        self.measured = {one.pk.hex: one for one in ingredients if one.quantity}
        self.servings: Servings | None = None
        field: Any = self.fields["of"]
        field.choices = [(key, one.name) for key, one in self.measured.items()]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            amount, unit = given["having"]
            line = self.measured[given["of"]]
            try:
                self.servings = servings_from(self.recipe, line, Quantity(amount, unit or line.unit or "piece"))
            except DomainError as refusal:
                self.add_error("having", refusal.as_validation())
        return given

    def scaled(self) -> Servings | None:
        return self.servings if self.is_bound and self.is_valid() else None
