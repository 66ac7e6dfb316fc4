from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from chat.models import Answering, Conversation, ConversationKind, Message, MessageRole, MessageState
from chat.naming import is_addressed, title_from, without_address
from chat.queries.about import Topic
from chat.queries.path import leaf_of
from chat.services.attachment import NOTHING, Brought, hang_attachments
from chat.services.conversation import follow, lock_conversation, start_conversation
from chat.services.proposal import set_open_aside
from chat.services.run import queue_run
from chat.services.summary import renew_summary
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import visible


@dataclass(frozen=True)
class Opening:
    """A new conversation: its own id, who reads along, and the thing that it was opened from."""

    conversation: UUID
    kind: str = ConversationKind.SOLO
    about: Topic | None = None


@transaction.atomic
def begin_conversation(  # noqa: PLR0913  (a message and where it opens)
    household: Household, opening: Opening, text: str, *, by: User, id: UUID, brought: Brought = NOTHING
) -> Conversation:
    """A new conversation with what is said first in it; `id` is the message's own."""
    made = start_conversation(household, by=by, kind=opening.kind, id=opening.conversation, about=opening.about)
    send_message(made, text, by=by, id=id, brought=brought)
    return made


@transaction.atomic
def send_message(
    conversation: Conversation, text: str, *, by: User, id: UUID | None = None, brought: Brought = NOTHING
) -> Message:
    """What somebody says; where the assistant is spoken to, its empty answer and the run that fills it come with it.

    `id` is the client's own: sent twice, it is said once. What is asked while the assistant answers waits for its turn.
    """
    text = visible(text)
    locked, _mine = lock_conversation(conversation, by)
    if id and (before := Message.objects.filter(pk=id).first()):
        return said_before(before, locked, by, text)
    asks = asks_assistant(locked, text)
    if not brought and not (without_address(text) if asks else text.strip()):
        raise DomainError(_("Write something first."), field="text")
    if asks:
        set_open_aside(locked)
    said = say(locked, MessageRole.PERSON, id=id or new_id(), parent=leaf_of(locked), author=by, text=text)
    kept = hang_attachments(said, brought, by=by) if brought else []
    if asks:
        give_answer(locked, said, by)
    touch(locked, text or ", ".join(one.name for one in kept))
    return said


def give_answer(conversation: Conversation, question: Message, by: User) -> Message:
    """The assistant's empty answer, and the run that fills it."""
    answer = say(conversation, MessageRole.ASSISTANT, id=new_id(), parent=question, state=MessageState.RUNNING)
    queue_run(question, answer, by)
    return answer


def asks_assistant(conversation: Conversation, text: str) -> bool:
    """One's own conversation is with the assistant; in a group it is asked by name, or by everything that is said."""
    alone = conversation.kind == ConversationKind.SOLO
    return alone or conversation.answering == Answering.ALWAYS or is_addressed(text)


def said_before(before: Message, conversation: Conversation, by: User, text: str) -> Message:
    if before.conversation_id != conversation.pk or before.author_id != by.pk:
        raise DomainError(_("This could not be saved: open the form again."))
    if before.text != text:
        raise DomainError(_("Something else was said from this page already: send this once more."))
    return before


def say(conversation: Conversation, role: str, *, id: UUID, **fields: object) -> Message:
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


def touch(conversation: Conversation, text: str) -> None:
    conversation.last_at = timezone.now()
    conversation.title = conversation.title or title_from(text)
    renew_summary(conversation)
    conversation.save(update_fields=["last_number", "last_at", "title", "summary"])
    follow(conversation)
