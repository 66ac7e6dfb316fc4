from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips, DecimalInput, Form, ManyChips
from pantry.models import Place, StockItem
from pantry.queries.amount import how_much

# Sheets that are sold everywhere, by how many labels are on one; plain paper is cut by hand.
SHEETS = [
    ("plain", _("Plain paper, to cut")),
    ("a4-21", _("A4, 21 labels (63.5 × 38 mm)")),
    ("a4-65", _("A4, 65 labels (38 × 21 mm)")),
    ("a4-8", _("A4, 8 labels (99 × 68 mm)")),
    ("letter-30", _("Letter, 30 labels (2⅝ × 1 in)")),
]
MOST_LABELS, MOST_SKIPPED = 80, 64
GONE = {"invalid_choice": _("One of them is not there any more: choose again.")}


class LabelForm(Form):
    """Which boxes and shelves get a label, on what paper, and how many of its sheet are gone."""

    lots = forms.TypedMultipleChoiceField(
        label=_("Boxes, bags and jars"), required=False, coerce=UUID, widget=ManyChips, error_messages=GONE
    )
    places = forms.TypedMultipleChoiceField(
        label=_("Places"), required=False, coerce=UUID, widget=ManyChips, error_messages=GONE
    )
    sheet = forms.ChoiceField(label=_("Paper"), choices=SHEETS, required=False, widget=ChoiceChips)
    skip = forms.IntegerField(
        label=_("Labels of the sheet that are gone already"),
        required=False,
        min_value=0,
        max_value=MOST_SKIPPED,
        widget=DecimalInput,
    )

    def __init__(self, data: Any = None, *, lots: list[StockItem], places: list[Place], **more: Any) -> None:
        super().__init__(data, **more)
        of_lots, of_places, paper = (self.fields[name] for name in ("lots", "places", "sheet"))
        of_lots.choices = [(str(lot.pk), f"{lot.name} · {how_much(lot)}") for lot in lots]  # type: ignore[attr-defined]
        of_places.choices = [(str(place.pk), place.name) for place in places]  # type: ignore[attr-defined]
        paper.initial = SHEETS[0][0]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.chosen():
            raise forms.ValidationError(_("Choose what gets a label."))
        if not self.errors and len(self.chosen()) > MOST_LABELS:
            raise forms.ValidationError(_("At most %(count)d labels at once."), params={"count": MOST_LABELS})
        return given

    def chosen(self) -> list[UUID]:
        return [*self.cleaned_data.get("places", []), *self.cleaned_data.get("lots", [])]
