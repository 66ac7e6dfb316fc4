from uuid import UUID

from django import forms

from kitchen.forms import Form
from pantry.forms.several import LotsField


class OrderForm(Form):
    """Ids as they lie, and which of them goes a step up or down."""

    order = LotsField(required=False)
    up = forms.UUIDField(required=False)
    down = forms.UUIDField(required=False)

    def ids(self) -> list[UUID]:
        given = self.cleaned_data
        ids: list[UUID] = given["order"]
        for step, moved in ((-1, given["up"]), (1, given["down"])):
            if moved in ids:
                at = ids.index(moved)
                ids.insert(max(0, at + step), ids.pop(at))
        return ids
