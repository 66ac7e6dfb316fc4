from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import TABLE
from chat.models import Conversation, Message, MessageRole, MessageState, Run, RunState
from chat.models.run import UNFINISHED
from chat.runs.ledger import LEASE, interrupt_overdue, stop_waiting
from chat.runs.loop import start_after_commit
from chat.runs.reach import ref_of, wake_after_commit
from chat.services.conversation import follow, lock_conversation
from chat.services.proposal import set_open_aside
from kitchen.errors import DomainError

# A run that waits for its turn renews nothing: a whole queue of slow answers may be before it.
PATIENCE = LEASE * 8
CAN_BE_RETRIED = (RunState.FAILED, RunState.INTERRUPTED, RunState.STOPPED)


def queue_run(question: Message, answer: Message, by: User) -> Run:
    """A run that fills `answer`, begun when this transaction has been committed."""
    run = Run.objects.create(
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


def check_nobody_answers(conversation: Conversation) -> None:
    """The conversation is locked: one answer at a time, and what died is not waited for."""
    interrupt_overdue(conversation=conversation)
    if Run.objects.filter(conversation=conversation, state__in=UNFINISHED).exists():
        raise DomainError(_("The assistant is still answering: wait for it, or stop it. Your words stay here."))


@transaction.atomic
def stop_run(run: Run, *, by: User) -> None:
    """Ask a run to end where it is; its text stays. Stopping what has ended changes nothing."""
    conversation, mine = lock_conversation(run.conversation, by)
    interrupt_overdue(conversation=conversation)
    locked = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if locked.state not in UNFINISHED:
        return
    if locked.asked_by_id != by.pk and mine.role not in TABLE:
        raise DomainError(_("Who asked can stop this."))
    locked.stop_at = locked.stop_at or timezone.now()
    if locked.state == RunState.QUEUED:
        stop_waiting(locked)
    else:
        locked.save(update_fields=["stop_at"])
    wake_after_commit(conversation.pk)


@transaction.atomic
def retry_run(run: Run, *, by: User) -> Run:
    """Ask the same once more, in the place of an answer that was not brought to its end. Pressed twice, it is one."""
    conversation, _mine = lock_conversation(run.conversation, by)
    newest = Run.objects.select_related("question", "answer").filter(answer=run.answer_id).order_by("created_at").last()
    if newest is None or newest.pk != run.pk:
        return newest or run
    check_nobody_answers(conversation)
    newest.refresh_from_db()
    if newest.state not in CAN_BE_RETRIED:
        raise DomainError(_("This has been answered."))
    if _went_on(conversation, newest.answer):
        raise DomainError(_("The conversation has gone on since: ask again below."))
    set_open_aside(conversation)
    _empty(newest.answer)
    again = queue_run(newest.question, newest.answer, by)
    follow(conversation)
    return again


def _went_on(conversation: Conversation, answer: Message) -> bool:
    later = conversation.messages.filter(role=MessageRole.ASSISTANT, number__gt=answer.number)
    return later.exists()


def _empty(answer: Message) -> None:
    answer.text, answer.agent, answer.card, answer.state = "", "", "", MessageState.RUNNING
    answer.sources, answer.payload, answer.confidence = [], {}, None
    answer.save()
