from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips
from pantry.forms.stock import MoveForm, OperationForm
from pantry.models import WasteReason
from pantry.queries.asked import read_uuid

MOST = 200
NOTHING_CHOSEN = _("Choose at least one thing.")
ODD = _("This could not be done: load the page again.")
TOO_MANY = _("This is too much at once: choose at most 200 things.")


class LotsField(forms.MultipleChoiceField):
    """The ids of those whose boxes are ticked; which of them are there, the view finds out."""

    widget = forms.MultipleHiddenInput

    def valid_value(self, value: Any) -> bool:
        return read_uuid(str(value)) is not None

    def clean(self, value: Any) -> list[UUID]:
        ids = list(dict.fromkeys(UUID(one) for one in super().clean(value)))
        if len(ids) > MOST:
            raise forms.ValidationError(TOO_MANY)
        return ids


class SeveralForm(OperationForm):
    """`back` is the address of the shelves from which it was asked.

    One that `asks` has more to be said than which lots: until that is said (`sure`), it is not bound.
    """

    asks = False
    lot = LotsField(error_messages={"required": NOTHING_CHOSEN, "invalid_choice": NOTHING_CHOSEN})
    back = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, **more: Any) -> None:
        is_said = not self.asks or "sure" in data
        super().__init__(data if is_said else None, **more)
        if not is_said:
            self.initial = {"lot": data.getlist("lot"), "back": data.get("back", "")}

    @property
    def ids(self) -> list[UUID]:
        """Also of a form that is not bound, or wrong."""
        told = self["lot"].value() or []
        return [id for one in told[:MOST] if (id := read_uuid(str(one)))]

    def sentence(self) -> str:
        """What is wrong, where the form itself is not seen."""
        told = [*self.errors.get("lot", []), *self.non_field_errors()]
        if not told and self.errors:
            return str(ODD)
        return str(told[0] if told else NOTHING_CHOSEN)


class WasteSeveralForm(SeveralForm):
    asks = True
    reason = forms.ChoiceField(label=_("Why"), choices=WasteReason, widget=ChoiceChips)


class MoveSeveralForm(SeveralForm, MoveForm):
    asks = True
