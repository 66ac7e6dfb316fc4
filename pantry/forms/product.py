from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import ChoiceChips, DecimalInput, Form
from kitchen.ids import new_id
from kitchen.units import UNITS, Quantity, read_amount
from kitchen.units.table import COUNT, MASS, VOLUME
from pantry.barcodes import CodeError, read_code, short_form
from pantry.forms.figures import ON_PACKAGES, figure_fields, nutrition_from, typed_figures
from pantry.models import FoodId, Product, ProductSource, Storage
from pantry.queries.foods import food
from pantry.queries.product import guess_food, pack_of
from pantry.services.product import LONGEST_BRAND, LONGEST_NAME, MOST_CODES, Said, codes_of

SAY_A_PACK = _("Say what one package holds: 400 g, 1.5 l, or 6 x 125 g.")
KEPT_IN = [("", _("as its kind of food")), *Storage.choices]
PLAIN = forms.TextInput(attrs={"autocomplete": "off"})
NO_SUCH_FOOD = _("Nobody here knows a food called so: try a plainer word, or leave it empty.")


class PackField(forms.CharField):
    """What one package holds: "400 g", "6 x 125 g", "10"."""

    def to_python(self, value: Any) -> Any:
        text = str(super().to_python(value) or "").strip()
        return _read(text) if text else None


def _read(text: str) -> Quantity:
    found = read_amount(text[:40])
    if found is None or text[found.end :].strip(" .") or found.low <= 0:
        raise forms.ValidationError(SAY_A_PACK)
    if found.size:
        return Quantity(found.low * found.size.amount, found.size.unit)
    unit = found.unit.code if found.unit else "piece"
    if UNITS[unit].kind not in {MASS, VOLUME, COUNT}:
        raise forms.ValidationError(SAY_A_PACK)
    return Quantity(found.low, unit)


class FactsForm(Form):
    """What is said of a product. `kind` is a word for the food that it is; empty, its name says that."""

    name = LineField(
        label=_("What is it?"), max_length=LONGEST_NAME, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    brand = LineField(label=_("Brand"), max_length=LONGEST_BRAND, required=False)
    pack = PackField(
        label=_("One package holds"), required=False, help_text=_("For example: 400 g, 1.5 l or 6 x 125 g.")
    )
    kind = LineField(
        label=_("Kind of food"),
        max_length=80,
        required=False,
        help_text=_("From this, Kitchen knows how long it keeps and which dishes need it."),
    )

    def clean_kind(self) -> FoodId | None:
        """The food that the word means."""
        word = self.cleaned_data["kind"]
        found = guess_food(word) if word else None
        if word and found is None:
            raise forms.ValidationError(NO_SUCH_FOOD)
        return found

    def food(self) -> FoodId | None:
        kind: FoodId | None = self.cleaned_data["kind"]
        return kind or guess_food(self.cleaned_data["name"])


class ProductForm(FactsForm):
    """A product of the household. `id` makes a second sending of a new one the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    storage = forms.ChoiceField(label=_("Usually kept in"), choices=KEPT_IN, required=False, widget=ChoiceChips)
    opened_days = forms.IntegerField(
        label=_("Once opened it keeps, in days"), required=False, min_value=0, max_value=3650, widget=DecimalInput
    )
    codes = forms.CharField(
        label=_("Barcodes"),
        required=False,
        max_length=1000,
        help_text=_("One a line. A larger package has another code, and is another product."),
        widget=forms.Textarea(attrs={"rows": 3, "inputmode": "numeric", "autocomplete": "off"}),
    )
    note = LineField(label=_("Note"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, product: Product | None = None, **more: Any) -> None:
        super().__init__(data, initial=said_of(product) if product else more.pop("initial", None), **more)
        self.product = product
        self.fields |= figure_fields()

    @property
    def figures(self) -> list[forms.BoundField]:
        return [self[name] for name in ON_PACKAGES]

    @property
    def has_figures(self) -> bool:
        """Whether there is something in them to be seen or to be put right."""
        return any(field.value() or field.errors for field in self.figures)

    def clean_codes(self) -> list[str]:
        """Their keys, each once."""
        lines = self.cleaned_data["codes"].replace(",", "\n").splitlines()
        codes = [self._code(line.strip()) for line in lines if line.strip()]
        if len(codes) > MOST_CODES:
            raise forms.ValidationError(_("A product has at most %(count)d barcodes."), params={"count": MOST_CODES})
        return list(dict.fromkeys(codes))

    def _code(self, line: str) -> str:
        try:
            code = read_code(line)
        except CodeError as error:
            words = {"code": line[:40], "why": str(error)}
            raise forms.ValidationError(_("%(code)s: %(why)s"), params=words) from error
        if code.not_food:
            raise forms.ValidationError(code.not_food)
        return code.key

    def said(self) -> Said:
        """Everything that the form says; what it does not show stays as it was."""
        given, was = self.cleaned_data, self.product
        measures = codes_of(was) if was else {}
        before = was.nutrition if was else {}
        nutrition = nutrition_from(given, before) if self._figures_changed(before) else before
        is_same = bool(was) and nutrition == before
        return Said(
            name=given["name"],
            brand=given["brand"],
            pack=given["pack"],
            food=self.food(),
            storage=given["storage"],
            nutrition=nutrition,
            shelf_life=opened(given["opened_days"], given["storage"]),
            note=given["note"],
            source=was.source if was and is_same else ProductSource.OWN,
            source_url=was.source_url if was else "",
            codes={code: measures.get(code, "") for code in given["codes"]},
        )

    def _figures_changed(self, before: dict[str, str]) -> bool:
        shown = typed_figures(before)
        return any((self[name].value() or "") != shown.get(name, "") for name in ON_PACKAGES)


def opened(days: int | None, storage: str) -> dict[str, int]:
    """By where it is kept then: what was cold stays cold, and of the rest most goes into the fridge."""
    if days is None:
        return {}
    return {f"{place}.opened": days for place in {storage or Storage.FRIDGE, Storage.FRIDGE} - {Storage.FREEZER}}


def said_of(product: Product) -> dict[str, Any]:
    known, pack = food(product.food_ref), pack_of(product)
    return {
        "id": product.pk,
        "name": product.name,
        "brand": product.brand,
        "pack": pack_as_typed(pack),
        "kind": known.name if known else "",
        "storage": product.storage,
        "codes": "\n".join(short_form(code) for code in codes_of(product)),
        "note": product.note,
        "opened_days": next((days for life, days in product.shelf_life.items() if life.endswith(".opened")), None),
        **typed_figures(product.nutrition),
    }


def pack_as_typed(pack: Quantity | None) -> str:
    """In a form that is read again as the same."""
    if pack is None:
        return ""
    number = f"{pack.amount.normalize():f}"
    return number if pack.unit == "piece" else f"{number} {pack.unit.replace('_', ' ')}"
