"""Saying something otherwise: an answer that is tried anew, a question that is put anew, and going back to either.

What was there stays as a branch of its own; nobody's words are taken off the page by somebody else.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from chat.models import Conversation, ConversationKind, Message, MessageRole, MessageState
from chat.models.run import UNFINISHED
from chat.naming import without_address
from chat.queries.path import path_of
from chat.runs.ledger import interrupt_overdue
from chat.services.conversation import follow, lock_conversation
from chat.services.message import asks_assistant, give_answer, said_before, say, touch
from chat.services.proposal import set_open_aside
from chat.services.run import stop_below
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import visible


@transaction.atomic
def answer_anew(answer: Message, *, by: User) -> Message:
    """Another answer to the same question, in the place of `answer`. Pressed twice, or in two windows, it is one."""
    conversation, _mine = lock_conversation(answer.conversation, by)
    interrupt_overdue(conversation=conversation)
    stale = Message.objects.select_related("parent").get(pk=answer.pk)
    if stale.role != MessageRole.ASSISTANT or stale.parent is None:
        raise DomainError(_("Only an answer can be tried anew."))
    if not stale.shown:
        return _instead_of(stale)
    if stale.state == MessageState.RUNNING:
        raise DomainError(_("This answer is still being written: wait for it, or stop it."))
    _leave(conversation, stale, by)
    made = give_answer(conversation, stale.parent, by)
    touch(conversation, stale.parent.text)
    return made


@transaction.atomic
def ask_otherwise(question: Message, text: str, *, by: User, id: UUID | None = None) -> Message:
    """One's own words put otherwise, with a new answer where one is asked for. `id` is the form's own."""
    text = visible(text)
    conversation, _mine = lock_conversation(question.conversation, by)
    if id and (before := Message.objects.filter(pk=id).first()):
        return said_before(before, conversation, by, text)
    interrupt_overdue(conversation=conversation)
    stale = Message.objects.select_related("parent").get(pk=question.pk)
    asks = asks_assistant(conversation, text)
    _check_own(stale, by)
    if not (without_address(text) if asks else text.strip()):
        raise DomainError(_("Write something first."), field="text")
    _leave(conversation, stale, by)
    said = say(conversation, MessageRole.PERSON, id=id or new_id(), parent=stale.parent, author=by, text=text)
    _bring_along(stale, said)
    if asks:
        give_answer(conversation, said, by)
    touch(conversation, text)
    return said


@transaction.atomic
def choose_branch(message: Message, *, by: User) -> Message:
    """Show this one of several, with what was said last below it."""
    conversation, _mine = lock_conversation(message.conversation, by)
    wanted = Message.objects.get(pk=message.pk)
    if wanted.shown:
        return wanted
    shown = path_of(conversation).filter(parent=wanted.parent_id).first()
    if shown is None:
        raise DomainError(_("The conversation has gone another way: load the page again."))
    below = path_of(conversation).filter(number__gte=shown.number)
    if below.filter(runs__state__in=UNFINISHED).exists():
        raise DomainError(_("The assistant is still answering here: wait for it, or stop it."))
    below.update(shown=False)
    Message.objects.filter(pk__in=_continued(wanted)).update(shown=True)
    follow(conversation)
    return wanted


def _check_own(question: Message, by: User) -> None:
    if question.role != MessageRole.PERSON or question.author_id != by.pk:
        raise DomainError(_("Only one's own words can be put otherwise."))
    if not question.shown:
        raise DomainError(_("This has been put otherwise already: load the page again."))


def _bring_along(stale: Message, said: Message) -> None:
    """What hung at the words hangs at what they have become: each branch stands by itself."""
    for one in stale.attachments.all():
        one.pk, one.message = new_id(), said
        one.save(force_insert=True)


def _instead_of(answer: Message) -> Message:
    """What stands in the place of an answer that was tried anew elsewhere."""
    shown = Message.objects.filter(parent=answer.parent_id, shown=True, role=MessageRole.ASSISTANT).first()
    if shown is None:
        raise DomainError(_("The conversation has gone another way: load the page again."))
    return shown


def _leave(conversation: Conversation, message: Message, by: User) -> None:
    """Take a message and what follows it off the page; what is being written there is stopped."""
    below = path_of(conversation).filter(number__gte=message.number)
    others = below.filter(role=MessageRole.PERSON).exclude(author=by)
    if conversation.kind == ConversationKind.GROUP and others.exists():
        raise DomainError(_("Others have written since: say it anew below."))
    stop_below(conversation, message.number)
    set_open_aside(conversation)
    below.update(shown=False)


def _continued(message: Message) -> list[UUID]:
    """The message and its newest answer, question, answer and so on."""
    later = Message.objects.filter(conversation=message.conversation_id, number__gt=message.number)
    newest = dict(later.order_by("number").values_list("parent_id", "pk"))
    found = [message.pk]
    while found[-1] in newest:
        found.append(newest[found[-1]])
    return found
