import structlog
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Membership, User
from accounts.roles import TABLE
from accounts.services.activity import undo_activity
from chat.agent.changes import CHANGES, Applied
from chat.agent.deps import Kitchen
from chat.models import Conversation, Proposal, ProposalState
from chat.runs.ledger import tell
from chat.services.conversation import lock_conversation
from kitchen.errors import DomainError

log = structlog.get_logger("kitchen.chat")


@transaction.atomic
def approve_proposal(proposal: Proposal, *, by: User) -> Proposal:
    """Do what was proposed, as it was shown, in this transaction. Approved twice, it is done once.

    What cannot be done any more is kept as failed, with the sentence that says why.
    """
    locked, mine = _locked(proposal, by)
    if locked.state == ProposalState.APPROVED:
        return locked
    _check_open(locked)
    try:
        with transaction.atomic():
            applied = _apply(locked, mine)
    except DomainError as refusal:
        return _settle(locked, ProposalState.FAILED, by, str(refusal))
    locked.activity = applied.activity_id
    return _settle(locked, ProposalState.APPROVED, by, applied.sentence)


@transaction.atomic
def deny_proposal(proposal: Proposal, *, by: User) -> Proposal:
    locked, _mine = _locked(proposal, by)
    if locked.state == ProposalState.DENIED:
        return locked
    _check_open(locked)
    return _settle(locked, ProposalState.DENIED, by, _("Declined. Nothing was changed."))


@transaction.atomic
def undo_proposal(proposal: Proposal, *, by: User) -> Proposal:
    """Take back what was approved, as its line in the feed would."""
    locked, _mine = _locked(proposal, by)
    activity = _activity_of(locked)
    if activity.undone_at is None:
        undo_activity(activity, by=by)
        tell(locked.run_id, "proposal", {"id": str(locked.pk), "state": "undone"})
    return locked


def _activity_of(proposal: Proposal) -> Activity:
    activities = Activity.objects.select_related("household").filter(household=proposal.household_id)
    found = activities.filter(pk=proposal.activity).first() if proposal.activity else None
    if found is None:
        raise DomainError(_("This cannot be undone."))
    return found


def set_open_aside(conversation: Conversation) -> None:
    """Going on without an answer is a "no": what waits would be a change that nobody thinks of any more."""
    waiting = Proposal.objects.select_for_update(of=("self",)).filter(
        message__conversation=conversation, state=ProposalState.OPEN
    )
    for proposal in waiting:
        _settle(proposal, ProposalState.EXPIRED, None, _("Set aside: the conversation went on. Nothing was changed."))


def is_waiting(proposal: Proposal) -> bool:
    return proposal.state == ProposalState.OPEN and proposal.expires_at > timezone.now()


def _locked(proposal: Proposal, by: User) -> tuple[Proposal, Membership]:
    """The conversation first, as everything that changes it does; then the proposal, for somebody who may decide."""
    _conversation, mine = lock_conversation(proposal.message.conversation, by)
    found = Proposal.objects.select_for_update(of=("self",)).select_related("run", "household")
    locked = found.get(pk=proposal.pk)
    if locked.run.asked_by_id != by.pk and mine.role not in TABLE:
        raise DomainError(_("Who asked can decide this."))
    return locked, mine


def _check_open(proposal: Proposal) -> None:
    if proposal.state != ProposalState.OPEN:
        raise DomainError(_("This has been decided already."))
    if not is_waiting(proposal):
        raise DomainError(_("This has waited too long: ask again, so that it fits what is here now."))


def _apply(proposal: Proposal, mine: Membership) -> Applied:
    change = CHANGES.get(proposal.tool)
    if change is None:
        raise DomainError(_("The assistant cannot do this any more."))
    today = timezone.localdate()
    kitchen = Kitchen(proposal.household, mine.user, mine, today, proposal.run.conversation_id)
    try:
        return change.apply(kitchen, proposal.arguments)
    except (LookupError, TypeError, ValueError, ArithmeticError, DataError, IntegrityError) as error:
        # What an earlier version proposed, or a model that goes its own ways, may not be what is understood here.
        log.exception("proposal not understood", tool=proposal.tool)
        raise DomainError(_("The assistant cannot do this any more.")) from error


def _settle(proposal: Proposal, state: ProposalState, by: User | None, result: str) -> Proposal:
    proposal.state, proposal.result = state, result[:300]
    proposal.decided_by, proposal.decided_at = by, timezone.now()
    proposal.save(update_fields=["state", "result", "decided_by", "decided_at", "activity"])
    tell(proposal.run_id, "proposal", {"id": str(proposal.pk), "state": str(state)})
    return proposal
