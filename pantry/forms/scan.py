from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips, DateInput
from pantry.barcodes import Code, CodeError, Link, PictureError, read_code
from pantry.forms.product import FactsForm
from pantry.forms.stock import OperationForm
from pantry.models import Place
from pantry.services.scan import ADD, LOOK, USE, Wish
from pantry.services.scan_line import measured
from pantry.services.scan_stock import Piece

LONGEST_CODE = 500
DOING = [(ADD, _("Put away")), (USE, _("Use up")), (LOOK, _("Look up"))]
NOTHING_SEEN = _("There is no barcode in this picture: go nearer, hold still, and let light fall on it.")
SAY_A_CODE = _("Type the digits under the bars, or take a photo of them.")


class WishForm(OperationForm):
    mode = forms.ChoiceField(label=_("What to do with each"), choices=DOING, widget=ChoiceChips, initial=ADD)

    def wish(self, *also: object) -> Wish:
        return Wish(self.cleaned_data["mode"], self.deed("operation", *also))


class ScanForm(WishForm):
    """A code as it was typed or scanned, or a photo with some in it."""

    code = forms.CharField(label=_("Barcode"), max_length=LONGEST_CODE, required=False, strip=True)
    photo = forms.FileField(label=_("Photo of the barcode"), required=False, allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("code") and not given.get("photo") and not self.errors:
            self.add_error("code", SAY_A_CODE)
        return given

    def seen(self) -> list[str | Code | Link]:
        """What there is to scan; PictureError or CodeError with one sentence where there is nothing."""
        if typed := self.cleaned_data["code"]:
            return [typed]
        return list(seen_in(self.cleaned_data["photo"]))


class FrameForm(forms.Form):
    photo = forms.FileField(allow_empty_file=True)


def seen_in(photo: Any) -> list[Code | Link]:
    from pantry.barcodes.decode import decode
    from pantry.barcodes.pictures import MOST_BYTES

    if photo.size > MOST_BYTES:
        raise PictureError("too_large")
    return decode(photo.read())


class CodeForm(WishForm):
    """What goes with a code whose meaning is being asked for: the code stays as it was scanned."""

    code = forms.CharField(max_length=LONGEST_CODE, widget=forms.HiddenInput)
    mode = forms.ChoiceField(choices=DOING, widget=forms.HiddenInput, initial=ADD)

    def clean_code(self) -> Code:
        try:
            return read_code(self.cleaned_data["code"])
        except CodeError as error:
            raise error.as_validation() from error


class MeasureForm(CodeForm):
    """What the last digits of a shop's own code are: asked once for each of its articles."""

    measure = forms.ChoiceField(
        label=_("This code was printed by the shop. What do its last digits say?"), widget=ChoiceChips
    )

    def __init__(self, data: Any = None, *, pieces: dict[str, Piece], currency: str, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["measure"].choices = measured(pieces, currency)  # type: ignore[attr-defined]


class KeepForm(FactsForm, CodeForm):
    """What is this? Remembered with the code; with the package comes where it goes and what date is on it."""

    place = forms.ChoiceField(label=_("Where it goes"), required=False, widget=ChoiceChips)
    use_by = forms.DateField(label=_("Date on the package"), required=False, widget=DateInput)
    measure = forms.ChoiceField(
        label=_("This code was printed by the shop. What do its last digits say?"), required=False, widget=ChoiceChips
    )
    looked_up = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = (
        "operation",
        "code",
        "mode",
        "looked_up",
        "name",
        "brand",
        "pack",
        "kind",
        "measure",
        "place",
        "use_by",
    )

    def __init__(
        self, data: Any = None, *, places: list[Place], pieces: dict[str, Piece], currency: str, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.places = {str(place.pk): place for place in places}
        usual: Any = self.fields["place"]
        usual.choices = [("", _("where it usually lies")), *((id, place.name) for id, place in self.places.items())]
        if pieces:
            self.fields["measure"].required = True
            self.fields["measure"].choices = measured(pieces, currency)  # type: ignore[attr-defined]
        else:
            del self.fields["measure"]

    def by_hand(self) -> dict[str, Any]:
        """Where and until when, as far as somebody said so."""
        given = self.cleaned_data
        said = {"place": self.places.get(given["place"]), "use_by": given["use_by"]}
        return {name: value for name, value in said.items() if value}
