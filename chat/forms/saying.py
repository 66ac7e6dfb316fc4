from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import TextField
from chat.forms.attaching import BringForm
from chat.models import ConversationKind
from chat.queries.about import Topic
from chat.services.message import Opening
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips
from kitchen.ids import new_id

LONGEST = 4000
WHO = ((ConversationKind.SOLO, _("Only you")), (ConversationKind.GROUP, _("Everybody here")))


class SayForm(BringForm):
    """What somebody says, or shows without a word. `id` makes a second sending the same."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = TextField(label=_("Message"), max_length=LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not given["text"] and not self.brought():
            self.add_error("text", _("Write something first."))
        return given

    def refuse(self, error: DomainError) -> None:
        """Nothing was kept of it, perhaps because its id is another's: it is sent again with one of its own."""
        super().refuse(error)
        fresh = {name: str(new_id()) for name in ("id", "conversation") if name in self.fields}
        self.data = {**self.data.dict(), **fresh}  # type: ignore[attr-defined, dict-item]


class StartForm(SayForm):
    """The first message of a new conversation, whose id is `conversation`."""

    conversation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    kind = forms.ChoiceField(label=_("Who reads along"), choices=WHO, widget=ChoiceChips)

    def __init__(self, data: Any = None, files: Any = None, *, group: bool, **options: Any) -> None:
        super().__init__(data, files, initial={"kind": ConversationKind.SOLO}, **options)
        if not group:
            del self.fields["kind"]

    def opening(self, about: Topic | None = None) -> Opening:
        kind = self.cleaned_data.get("kind") or ConversationKind.SOLO
        return Opening(self.cleaned_data["conversation"], kind, about)
