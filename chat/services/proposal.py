"""Deciding about a change that the assistant proposed: agreeing, declining, saying parts of it otherwise."""

from collections.abc import Collection, Sequence

import structlog
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Membership, User
from accounts.roles import TABLE
from chat.agent.changes import CHANGES, Applied
from chat.agent.deps import Kitchen
from chat.agent.editing import EDITS, Said
from chat.agent.size import is_large
from chat.models import Conversation, Proposal, ProposalState
from chat.models.proposal import mark_of
from chat.runs.ledger import tell
from chat.services.conversation import lock_conversation
from kitchen.errors import DomainError

log = structlog.get_logger("kitchen.chat")
NOT_UNDERSTOOD = (LookupError, TypeError, ValueError, ArithmeticError, DataError, IntegrityError)


@transaction.atomic
def approve_proposal(proposal: Proposal, *, by: User, unasked: bool = False, shown: Collection[str] = ()) -> Proposal:
    """Do what was proposed, as it was shown, in this transaction. Approved twice, it is done once.

    What cannot be done any more is kept as failed, with the sentence that says why. `unasked`: the household's habit
    agrees in the name of who asked. `shown` are the marks of the effects that the yes was said to, if they are known.
    """
    locked, mine = lock_proposal(proposal, by)
    if locked.state == ProposalState.APPROVED:
        return locked
    _check_open(locked)
    if shown and mark_of(locked.effect) not in shown:
        raise DomainError(_("Somebody has changed this meanwhile. Here is what it would do now: look once more."))
    locked.unasked = unasked
    try:
        with transaction.atomic():
            applied = _apply(locked, kitchen_of(locked, mine))
    except DomainError as refusal:
        return _settle(locked, ProposalState.FAILED, by, str(refusal))
    locked.activity = applied.activity_id
    locked.arguments = {**locked.arguments, "lines": [str(line) for line in applied.lines]}
    return _settle(locked, ProposalState.APPROVED, by, applied.sentence)


@transaction.atomic
def deny_proposal(proposal: Proposal, *, by: User) -> Proposal:
    locked, _mine = lock_proposal(proposal, by)
    if locked.state == ProposalState.DENIED:
        return locked
    _check_open(locked)
    return _settle(locked, ProposalState.DENIED, by, _("Declined. Nothing was changed."))


@transaction.atomic
def edit_proposal(proposal: Proposal, said: Said, *, by: User) -> Proposal:
    """The same change with parts of it said otherwise: rehearsed anew, and still waiting for a yes."""
    locked, mine = lock_proposal(proposal, by)
    _check_open(locked)
    edit = EDITS.get(locked.tool)
    if edit is None:
        raise DomainError(_("Nothing of this can be said otherwise: approve it, or decline it."))
    try:
        planned = edit.changed(kitchen_of(locked, mine), locked.arguments, said)
    except NOT_UNDERSTOOD as error:
        log.exception("proposal not understood", tool=locked.tool)
        raise DomainError(_("The assistant cannot do this any more.")) from error
    locked.arguments, locked.effect, locked.edited = planned.arguments, planned.effect, True
    locked.large = is_large(locked.tool, planned.arguments)
    locked.save(update_fields=["arguments", "effect", "edited", "large"])
    tell(locked.run_id, "proposal", {"id": str(locked.pk), "state": "edited"})
    return locked


def approve_several(proposals: Sequence[Proposal], *, by: User, shown: Collection[str] = ()) -> list[Proposal]:
    """One after the other, each by itself: what cannot be done leaves the others as they are."""
    return [approve_proposal(one, by=by, shown=shown) for one in proposals if is_waiting(one)]


def deny_several(proposals: Sequence[Proposal], *, by: User) -> list[Proposal]:
    return [deny_proposal(one, by=by) for one in proposals if is_waiting(one)]


def set_open_aside(conversation: Conversation) -> None:
    """Going on without an answer is a "no": what waits would be a change that nobody thinks of any more."""
    waiting = Proposal.objects.select_for_update(of=("self",)).filter(
        message__conversation=conversation, state=ProposalState.OPEN
    )
    for proposal in waiting:
        _settle(proposal, ProposalState.EXPIRED, None, _("Set aside: the conversation went on. Nothing was changed."))


def is_waiting(proposal: Proposal) -> bool:
    return proposal.state == ProposalState.OPEN and proposal.expires_at > timezone.now()


def lock_proposal(proposal: Proposal, by: User) -> tuple[Proposal, Membership]:
    """The conversation first, as everything that changes it does; then the proposal, for somebody who may decide."""
    _conversation, mine = lock_conversation(proposal.message.conversation, by)
    found = Proposal.objects.select_for_update(of=("self",)).select_related("run", "household")
    locked = found.get(pk=proposal.pk)
    if locked.run.asked_by_id != by.pk and mine.role not in TABLE:
        raise DomainError(_("Who asked can decide this."))
    return locked, mine


def kitchen_of(proposal: Proposal, mine: Membership) -> Kitchen:
    """For whoever decides, not for who asked: it is done with their rights."""
    return Kitchen(proposal.household, mine.user, mine, timezone.localdate(), proposal.run.conversation_id)


def _check_open(proposal: Proposal) -> None:
    if proposal.state != ProposalState.OPEN:
        raise DomainError(_("This has been decided already."))
    if not is_waiting(proposal):
        raise DomainError(_("This has waited too long: ask again, so that it fits what is here now."))


def _apply(proposal: Proposal, kitchen: Kitchen) -> Applied:
    change = CHANGES.get(proposal.tool)
    if change is None:
        raise DomainError(_("The assistant cannot do this any more."))
    try:
        return change.apply(kitchen, proposal.arguments)
    except NOT_UNDERSTOOD as error:
        # What an earlier version proposed, or a model that goes its own ways, may not be what is understood here.
        log.exception("proposal not understood", tool=proposal.tool)
        raise DomainError(_("The assistant cannot do this any more.")) from error


def _settle(proposal: Proposal, state: ProposalState, by: User | None, result: str) -> Proposal:
    proposal.state, proposal.result = state, result[:300]
    proposal.decided_by, proposal.decided_at = by, timezone.now()
    proposal.save(update_fields=["state", "result", "decided_by", "decided_at", "activity", "arguments", "unasked"])
    tell(proposal.run_id, "proposal", {"id": str(proposal.pk), "state": str(state)})
    return proposal
