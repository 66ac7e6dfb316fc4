from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from chat.models import Conversation, ConversationKind, Message, MessageRole, MessageState
from chat.naming import is_addressed, title_from, without_address
from chat.services.conversation import follow, lock_conversation, start_conversation
from chat.services.proposal import set_open_aside
from chat.services.run import check_nobody_answers, queue_run
from kitchen.errors import DomainError
from kitchen.ids import new_id


@dataclass(frozen=True)
class Opening:
    """A new conversation: its own id, and who reads along."""

    conversation: UUID
    kind: str = ConversationKind.SOLO


@transaction.atomic
def begin_conversation(household: Household, opening: Opening, text: str, *, by: User, id: UUID) -> Conversation:
    """A new conversation with what is said first in it; `id` is the message's own."""
    made = start_conversation(household, by=by, kind=opening.kind, id=opening.conversation)
    send_message(made, text, by=by, id=id)
    return made


@transaction.atomic
def send_message(conversation: Conversation, text: str, *, by: User, id: UUID | None = None) -> Message:
    """What somebody says; where the assistant is spoken to, its empty answer and the run that fills it come with it.

    `id` is the client's own: sent twice, it is said once. While the assistant answers, it is not asked again.
    """
    locked, _mine = lock_conversation(conversation, by)
    if id and (before := Message.objects.filter(pk=id).first()):
        return _said_before(before, locked, by, text)
    asks = asks_assistant(locked, text)
    if not (without_address(text) if asks else text.strip()):
        raise DomainError(_("Write something first."), field="text")
    if asks:
        check_nobody_answers(locked)
        set_open_aside(locked)
    said = _say(locked, MessageRole.PERSON, id=id or new_id(), author=by, text=text)
    if asks:
        answer = _say(locked, MessageRole.ASSISTANT, id=new_id(), state=MessageState.RUNNING)
        queue_run(said, answer, by)
    _touch(locked, text)
    return said


def asks_assistant(conversation: Conversation, text: str) -> bool:
    """One's own conversation is with the assistant; in a group it is asked by name and else only reads along."""
    return conversation.kind == ConversationKind.SOLO or is_addressed(text)


def _said_before(before: Message, conversation: Conversation, by: User, text: str) -> Message:
    if before.conversation_id != conversation.pk or before.author_id != by.pk:
        raise DomainError(_("This could not be saved: open the form again."))
    if before.text != text:
        raise DomainError(_("Something else was said from this page already: send this once more."))
    return before


def _say(conversation: Conversation, role: str, *, id: UUID, **fields: object) -> Message:
    conversation.last_number += 1
    made = Message(
        id=id,
        household_id=conversation.household_id,
        private_to_id=conversation.private_to_id,
        conversation=conversation,
        number=conversation.last_number,
        role=role,
        **fields,
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return made


def _touch(conversation: Conversation, text: str) -> None:
    conversation.last_at = timezone.now()
    conversation.title = conversation.title or title_from(text)
    conversation.save(update_fields=["last_number", "last_at", "title"])
    follow(conversation)
