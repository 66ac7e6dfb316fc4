from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from chat.models import ConversationKind
from chat.services.message import Opening
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id

LONGEST = 4000
WHO = ((ConversationKind.SOLO, _("Only you")), (ConversationKind.GROUP, _("Everybody here")))


class SayForm(Form):
    """What somebody says. `id` makes a second sending the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = forms.CharField(
        label=_("Message"), max_length=LONGEST, error_messages={"required": _("Write something first.")}
    )

    def refuse(self, error: DomainError) -> None:
        """Nothing was kept of it, perhaps because its id is another's: it is sent again with one of its own."""
        super().refuse(error)
        fresh = {name: str(new_id()) for name in ("id", "conversation") if name in self.fields}
        self.data = {**self.data.dict(), **fresh}  # type: ignore[attr-defined, dict-item]


class StartForm(SayForm):
    """The first message of a new conversation, whose id is `conversation`."""

    conversation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    kind = forms.ChoiceField(label=_("Who reads along"), choices=WHO, widget=ChoiceChips)

    def __init__(self, data: Any = None, *, group: bool, **options: Any) -> None:
        super().__init__(data, initial={"kind": ConversationKind.SOLO}, **options)
        if not group:
            del self.fields["kind"]

    def opening(self) -> Opening:
        return Opening(self.cleaned_data["conversation"], self.cleaned_data.get("kind") or ConversationKind.SOLO)


class RenameForm(Form):
    title = LineField(label=_("What it is about"), max_length=80)
