from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import DateInput, Form
from kitchen.ids import new_id
from pantry.models import Place
from shopping.forms.amount import AmountField
from shopping.services.put_away import Line, Proposal


class PutAwayForm(Form):
    """The operation that all lines belong to."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class LineForm(Form):
    """One thing that was bought, with what is proposed for it."""

    keep = forms.BooleanField(required=False)
    amount = AmountField(label=_("Amount"))
    place = forms.ChoiceField(label=_("Place"))
    use_by = forms.DateField(label=_("Eat by"), required=False, widget=DateInput)

    def __init__(self, data: Any, proposal: Proposal, places: list[Place]) -> None:
        self.proposal, self.places = proposal, {str(place.pk): place for place in places}
        now = {
            "keep": proposal.keep,
            "amount": proposal.quantity,
            "place": str(proposal.place.pk),
            "use_by": proposal.use_by,
        }
        super().__init__(data, prefix=proposal.item.pk.hex, initial=now)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(id, place.name) for id, place in self.places.items()]

    @property
    def was_sent(self) -> bool:
        """Whether the page that was sent had this line: what was ticked since then is none of it."""
        return self.add_prefix("place") in self.data

    def decided(self) -> Line:
        given = self.cleaned_data
        return Line(
            item=UUID(str(self.proposal.item.pk)),
            keep=given["keep"],
            quantity=given["amount"],
            place=self.places[given["place"]],
            use_by=given["use_by"],
            estimated=given["use_by"] == self.proposal.use_by,
        )
