"""Taking a run that waits: who asks what, on which day, and all that was said before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Membership
from chat.agent.deps import Kitchen
from chat.agent.events import Decided
from chat.assistants.meter import Meter
from chat.models import ConversationKind, Proposal, ProposalState, Run, RunState
from chat.naming import without_address
from chat.queries.path import ancestors
from chat.runs.circumstances import with_circumstances
from chat.runs.ledger import LEASE, End, close, lock_turns, next_waiting, stop_waiting
from chat.runs.metering import meter_of, nothing_left
from chat.runs.reach import Ref
from kitchen.zones import zone

# Turns that the agent still hears of: what is older is on the page, and told again when it matters.
REMEMBERED = 20
MOST_BEFORE = 200
ANSWERED = ("tool-return", "retry-prompt")


@dataclass(frozen=True)
class Taken:
    kitchen: Kitchen
    text: str
    history: list[Any]
    pending: Sequence[Decided]
    meter: Meter | None = None


def take(ref: Ref) -> Taken | None:
    """The run is this process's from now on; None if it is not to be run: stopped, taken, or not its turn."""
    lock_turns(ref.conversation)
    run = _waiting(ref)
    if run is None or not _has_its_turn(run):
        return None
    if run.stop_at:
        stop_waiting(run)
        return None
    membership = Membership.objects.select_related("user", "household").filter(household=ref.household, user=ref.person)
    kitchen = _kitchen(membership.first(), ref)
    if kitchen is None:
        close(run, End(RunState.FAILED, _("Who asked this is not in the household any more.")))
        return None
    kitchen = with_circumstances(kitchen, run)
    meter = meter_of(run, kitchen)
    if refusal := nothing_left(meter, kitchen):
        close(run, End(RunState.FAILED, refusal))
        return None
    run.state, run.lease_until = RunState.RUNNING, timezone.now() + LEASE
    run.save(update_fields=["state", "lease_until", "model"])
    return replace(_with_history(run, kitchen), meter=meter)


def _waiting(ref: Ref) -> Run | None:
    runs = Run.objects.select_for_update(of=("self",)).select_related("question", "answer", "conversation")
    return runs.filter(pk=ref.run, state=RunState.QUEUED).first()


def _has_its_turn(run: Run) -> bool:
    """Nobody runs, and nobody has waited for longer: else whoever ends before it begins it."""
    if Run.objects.filter(conversation=run.conversation_id, state=RunState.RUNNING).exists():
        return False
    return next_waiting(run.conversation_id) == run


def _kitchen(membership: Membership | None, ref: Ref) -> Kitchen | None:
    if membership is None:
        return None
    today = timezone.now().astimezone(zone(membership.household.time_zone)).date()
    return Kitchen(membership.household, membership.user, membership, today, ref.conversation)


def _with_history(run: Run, kitchen: Kitchen) -> Taken:
    before = [knot.id for knot in ancestors(run.answer, most=MOST_BEFORE)]
    former = Run.objects.filter(conversation=run.conversation_id, answer__in=before).exclude(log=[])
    newest = list(former.order_by("-answer__number", "-created_at")[:REMEMBERED])
    history = list(chain.from_iterable(one.log for one in reversed(newest)))
    proposals = Proposal.objects.filter(run__in=newest).exclude(call_id__in=_answered(history))
    text = run.question.text
    if run.conversation.kind == ConversationKind.GROUP:
        text = without_address(text)
    return Taken(kitchen, text, history, [_decided(one) for one in proposals])


def _answered(history: list[Any]) -> set[str]:
    """The calls that the history has a result for."""
    parts = chain.from_iterable(message.get("parts", ()) for message in history)
    return {part["tool_call_id"] for part in parts if part.get("part_kind") in ANSWERED and "tool_call_id" in part}


def _decided(proposal: Proposal) -> Decided:
    done = proposal.state == ProposalState.APPROVED
    return Decided(proposal.call_id, proposal.tool, done, proposal.result or str(proposal.get_state_display()))
