from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from chat.models import Answering, Conversation, ConversationKind
from kitchen.forms import ChoiceChips, Form

ANSWERS = ((Answering.ADDRESSED, _("When somebody writes @kitchen")), (Answering.ALWAYS, _("Always")))


class ConversationForm(Form):
    """What is set for a conversation: in a group also when the assistant answers."""

    title = LineField(label=_("Title"), max_length=80)
    answering = forms.ChoiceField(label=_("The assistant answers"), choices=ANSWERS, widget=ChoiceChips)

    def __init__(self, data: Any = None, *, of: Conversation) -> None:
        super().__init__(data, initial={"title": of.title, "answering": of.answering})
        if of.kind == ConversationKind.SOLO or (data is not None and "answering" not in data):
            del self.fields["answering"]
