"""Taking back what was approved: by its lines in the feed, the newest first, or as the change itself knows how."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.services.activity import undo_activity
from chat.agent.changes import CHANGES
from chat.agent.deps import Kitchen
from chat.agent.toolbox import require_door
from chat.models import Proposal, ProposalState
from chat.runs.ledger import tell
from chat.services.proposal import kitchen_of, lock_proposal
from kitchen.errors import DomainError


@transaction.atomic
def undo_proposal(proposal: Proposal, *, by: User) -> Proposal:
    """All of it or nothing. Taken back twice, it is taken back once."""
    locked, mine = lock_proposal(proposal, by)
    if locked.state != ProposalState.APPROVED:
        raise DomainError(_("This cannot be undone."))
    done = _take_back(_lines_of(locked), by) if locked.activity else _undo_itself(locked, kitchen_of(locked, mine))
    if done:
        tell(locked.run_id, "proposal", {"id": str(locked.pk), "state": "undone"})
    return locked


def _take_back(lines: list[Activity], by: User) -> bool:
    standing = [line for line in lines if line.undone_at is None]
    for line in standing:
        undo_activity(line, by=by)
    return bool(standing)


def _lines_of(proposal: Proposal) -> list[Activity]:
    """The newest first. Proposals of earlier versions know one line alone."""
    ids = {str(line) for line in proposal.arguments.get("lines", ())} | {str(proposal.activity)}
    lines = Activity.objects.select_related("household").filter(household=proposal.household_id, pk__in=ids)
    found = list(lines.order_by("-number"))
    if not found:
        raise DomainError(_("This cannot be undone."))
    return found


def _undo_itself(proposal: Proposal, kitchen: Kitchen) -> bool:
    change = CHANGES.get(proposal.tool)
    undo = getattr(change, "undo", None)
    if change is None or undo is None:
        raise DomainError(_("This cannot be undone."))
    if proposal.arguments.get("undone"):
        return False
    require_door(kitchen, change.door)
    undo(kitchen, proposal.arguments)
    proposal.arguments = {**proposal.arguments, "undone": True}
    proposal.save(update_fields=["arguments"])
    return True
