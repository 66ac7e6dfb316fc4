from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kitchen.forms import Form
from pantry.catalogue.categories import AISLES, FoodCategory
from pantry.models.own_food import MOST_LEAD_DAYS
from pantry.queries.lead import USUAL

WRONG = {
    "max_value": lazy("Give at most 60 days."),
    "min_value": lazy("Give 0 days or more."),
    "invalid": lazy("Give a whole number of days."),
}


class LeadForm(Form):
    """Days for each aisle; an empty field is the usual."""

    def __init__(self, data: Any, days: Mapping[str, int]) -> None:
        super().__init__(data, initial=dict(days))
        for aisle in AISLES.values():
            self.fields[aisle.slug] = forms.IntegerField(
                label=_(aisle.name),
                required=False,
                min_value=0,
                max_value=MOST_LEAD_DAYS,
                error_messages=WRONG,
                widget=forms.NumberInput(attrs={"class": "input", "placeholder": USUAL, "inputmode": "numeric"}),
            )

    @property
    def rows(self) -> Iterator[tuple[FoodCategory, BoundField]]:
        return ((aisle, self[aisle.slug]) for aisle in AISLES.values())
