from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import TABLE
from chat.assistants import BUILTIN
from chat.models import Conversation, Message, MessageRole, MessageState, Run, RunState
from chat.models.run import UNFINISHED
from chat.queries.path import path_of
from chat.runs.ledger import PATIENCE, interrupt_overdue, stop_soon
from chat.runs.loop import begin  # noqa: F401 - registers itself as what begins runs
from chat.runs.reach import ref_of, wake_after_commit
from chat.runs.turns import start_after_commit
from chat.services.budget import count_question
from chat.services.conversation import follow, lock_conversation
from chat.services.proposal import set_open_aside
from kitchen.errors import DomainError

# What waits behind these would be answered into a kitchen that nobody asked about.
MOST_WAITING = 5
# About what an answer takes, in seconds.
AN_ANSWER = 10
CAN_BE_RETRIED = (RunState.FAILED, RunState.INTERRUPTED, RunState.STOPPED)


def queue_run(question: Message, answer: Message, by: User, *, builtin: bool = False) -> Run:
    """A run that fills `answer`, begun when this transaction has been committed and nobody is before it.

    The conversation is locked. `builtin` asks our own assistant, whichever the household has.
    """
    interrupt_overdue(conversation=answer.conversation_id)
    waiting = Run.objects.filter(conversation=answer.conversation_id, state=RunState.QUEUED)
    if waiting.count() >= MOST_WAITING:
        told = _("Enough questions wait for an answer already. Your words stay here.")
        raise DomainError(told, retry_after=AN_ANSWER)
    count_question(answer.household, by)
    run = Run.objects.create(
        model=BUILTIN if builtin else "",
        household_id=answer.household_id,
        private_to_id=answer.private_to_id,
        conversation_id=answer.conversation_id,
        question=question,
        answer=answer,
        asked_by=by,
        lease_until=timezone.now() + PATIENCE,
    )
    start_after_commit(ref_of(run))
    return run


@transaction.atomic
def stop_run(run: Run, *, by: User) -> None:
    """Ask a run to end where it is, or not to begin; its text stays. Stopping what has ended changes nothing."""
    conversation, mine = lock_conversation(run.conversation, by)
    interrupt_overdue(conversation=conversation)
    locked = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if locked.state not in UNFINISHED:
        return
    if locked.asked_by_id != by.pk and mine.role not in TABLE:
        raise DomainError(_("Who asked can stop this."))
    stop_soon(locked)
    wake_after_commit(conversation.pk)


def stop_below(conversation: Conversation, number: int) -> None:
    """Stop what is being written, or is to be written, from a message on; the conversation is locked."""
    runs = Run.objects.select_for_update(of=("self",)).filter(conversation=conversation, state__in=UNFINISHED)
    for run in runs.filter(answer__number__gte=number).order_by("-created_at"):
        stop_soon(run)


@transaction.atomic
def retry_run(run: Run, *, by: User, builtin: bool = False) -> Run:
    """Ask the same once more, in the place of an answer that was not brought to its end. Pressed twice, it is one."""
    conversation, _mine = lock_conversation(run.conversation, by)
    newest = Run.objects.select_related("question", "answer").filter(answer=run.answer_id).order_by("created_at").last()
    if newest is None or newest.pk != run.pk:
        return newest or run
    interrupt_overdue(conversation=conversation)
    newest.refresh_from_db()
    if newest.state not in CAN_BE_RETRIED:
        raise DomainError(_("This has been answered."))
    if _went_on(conversation, newest.answer):
        raise DomainError(_("The conversation has gone on since: ask again below."))
    set_open_aside(conversation)
    _empty(newest.answer)
    again = queue_run(newest.question, newest.answer, by, builtin=builtin)
    follow(conversation)
    return again


def _went_on(conversation: Conversation, answer: Message) -> bool:
    later = path_of(conversation).filter(role=MessageRole.ASSISTANT, number__gt=answer.number)
    return not answer.shown or later.exists()


def _empty(answer: Message) -> None:
    answer.text, answer.thinking, answer.agent, answer.card = "", "", "", ""
    answer.state = MessageState.RUNNING
    answer.sources, answer.payload, answer.confidence = [], {}, None
    answer.save()
