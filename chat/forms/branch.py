from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import TextField
from chat.forms.saying import LONGEST
from kitchen.errors import DomainError
from kitchen.forms import Form
from kitchen.ids import new_id


class OtherwiseForm(Form):
    """One's own words put otherwise. `id` makes a second sending the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = TextField(label=_("Message"), max_length=LONGEST, error_messages={"required": _("Write something first.")})

    def refuse(self, error: DomainError) -> None:
        """Nothing was kept of it, perhaps because its id is another's: it is sent again with one of its own."""
        super().refuse(error)
        self.data = {**self.data.dict(), "id": str(new_id())}  # type: ignore[attr-defined]
