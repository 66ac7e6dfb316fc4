"""What a household lets the assistant change unasked, done right after the answer that proposed it.

It never goes beyond what the person may do by hand. A guest is always asked, and so is everybody where the model had
read foreign text (chat/agent/trust.py).
"""

from django.db.models import QuerySet

from accounts.models import Household, Membership
from accounts.roles import TABLE
from chat.models import Approvals, AssistantSettings, Proposal, ProposalState, Run, RunState
from chat.services.proposal import approve_proposal


def approvals_of(household: Household) -> str:
    told = AssistantSettings.objects.filter(household=household).values_list("approvals", flat=True).first()
    return told or Approvals.ALWAYS


def carry_out_unasked(run: Run, *, has_read_foreign: bool) -> list[Proposal]:
    """What was proposed in a run that has ended well, as far as the household's habit agrees."""
    if run.state != RunState.DONE or has_read_foreign or run.asked_by is None:
        return []
    mine = Membership.objects.filter(household=run.household_id, user=run.asked_by_id).first()
    if mine is None or mine.role not in TABLE:
        return []
    habit = approvals_of(run.household)
    waiting = [one for one in _proposals(run) if _agrees(habit, one)]
    return [approve_proposal(one, by=run.asked_by, unasked=True) for one in waiting]


def _proposals(run: Run) -> QuerySet[Proposal]:
    found = Proposal.objects.select_related("message__conversation", "run")
    return found.filter(run=run, state=ProposalState.OPEN).order_by("created_at", "id")


def _agrees(habit: str, proposal: Proposal) -> bool:
    return habit == Approvals.NEVER or (habit == Approvals.LARGE and not proposal.large)
