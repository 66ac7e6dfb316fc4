"""What the table on a package says per 100 g, as fields of a form."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import DecimalInput
from pantry.queries.food_facts import decimals

# In the order in which the law has them on a package: what is asked, and the most that 100 g can hold.
ON_PACKAGES = {
    "energy": (_("Energy, kcal"), 900),
    "fat": (_("Fat, g"), 100),
    "saturated_fat": (_("of which saturated, g"), 100),
    "carbohydrate": (_("Carbohydrate, g"), 100),
    "sugars": (_("of which sugars, g"), 100),
    "fibre": (_("Fibre, g"), 100),
    "protein": (_("Protein, g"), 100),
    "salt": (_("Salt, g"), 100),
}
LONGEST = 12
SALT_IN_SODIUM, MILLIGRAMS = Decimal("2.5"), 1000
NO_NUMBER = _("Give a number, as it stands on the package: 12.5.")


class FigureField(forms.CharField):
    """A number per 100 g, with a point or a comma."""

    widget = DecimalInput

    def __init__(self, *, most: int, **more: Any) -> None:
        super().__init__(required=False, **more)
        self.most = most

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value) or "").strip().replace(",", ".")
        if not text:
            return None
        try:
            number = Decimal(text[:LONGEST])
        except InvalidOperation:
            raise forms.ValidationError(NO_NUMBER) from None
        if not (number.is_finite() and 0 <= number <= self.most):
            raise forms.ValidationError(_("100 g hold at most %(most)d of it."), params={"most": self.most})
        return number


def figure_fields() -> dict[str, FigureField]:
    return {name: FigureField(label=label, most=most) for name, (label, most) in ON_PACKAGES.items()}


def typed_figures(nutrition: dict[str, str]) -> dict[str, str]:
    """As they stand in the fields: salt instead of sodium."""
    told = decimals(nutrition)
    if "sodium" in told:
        told["salt"] = (told["sodium"] / MILLIGRAMS * SALT_IN_SODIUM).quantize(Decimal("0.001"))
    return {name: f"{told[name].normalize():f}" for name in ON_PACKAGES if name in told}


def nutrition_from(given: dict[str, Any], was: dict[str, str]) -> dict[str, str]:
    """Figures by the catalogue's codes; those that no field shows stay as they were."""
    shown = {*ON_PACKAGES, "sodium"}
    kept = {code: figure for code, figure in was.items() if code not in shown}
    said = {name: given[name] for name in ON_PACKAGES if given[name] is not None}
    if "salt" in said:
        said["sodium"] = said.pop("salt") / SALT_IN_SODIUM * MILLIGRAMS
    return {**{code: f"{figure.normalize():f}" for code, figure in said.items()}, **kept}
