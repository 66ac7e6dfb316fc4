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

    def look_at(self, lines: "list[LineForm]") -> None:
        """Each line is asked, so that each says what is wrong with it."""
        if self.is_bound and not all([line.is_valid() for line in lines]):  # noqa: C419
            self.add_error(None, _("Correct what is marked below."))


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
        prefix = proposal.item.pk.hex
        # What was ticked since the page was drawn is none of what was sent.
        super().__init__(data if data and f"{prefix}-place" in data else None, prefix=prefix, initial=now)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(id, place.name) for id, place in self.places.items()]

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
