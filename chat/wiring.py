"""What conversations put into the registries of others: verbs and the download of one's data."""

from django.utils.translation import gettext_lazy as _

from accounts.verbs import Verb, verbs
from chat import transfer
from chat.assistants import checking
from chat.models import AssistantSettings
from chat.queries.assistant import SEALED_FOR
from chat.queries.export import register_exports
from chat.services.conversation import undo_deleting
from kitchen import doctor
from kitchen.sealed import Place, places

VERBS = {
    "conversation.started": Verb(_("{actor} started a conversation for everybody"), "chat"),
    # Guests read the feed and are not part of these: not what it was about, which is the words of its first message.
    "conversation.deleted": Verb(_("{actor} deleted a conversation of everybody"), "chat", undo_deleting),
    "assistant.changed": Verb(_("{actor} changed which assistant answers"), "chat"),
}


def wire() -> None:
    doctor.checks.register("assistant", checking.check)
    for name, verb in VERBS.items():
        verbs.register(name, verb)
    places.register("keys of models", Place(AssistantSettings, "sealed_key", SEALED_FOR))
    register_exports()
    transfer.register()
