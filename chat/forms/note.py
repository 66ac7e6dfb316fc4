"""What somebody asks the assistant to remember."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from chat.services.note import LONGEST
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id

MINE, SHARED = "mine", "shared"
WHOSE = ((MINE, _("Only for me")), (SHARED, _("For everybody here")))


class ChangeNoteForm(Form):
    text = LineField(label=_("What to remember"), max_length=LONGEST)


class NoteForm(ChangeNoteForm):
    """`id` makes a second sending the same. Guests keep notes of their own only."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    whose = forms.ChoiceField(label=_("For whom"), choices=WHOSE, widget=ChoiceChips, initial=MINE)

    def __init__(self, data: Any = None, *, at_table: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if not at_table:
            del self.fields["whose"]

    @property
    def everybody(self) -> bool:
        return self.cleaned_data.get("whose") == SHARED
