"""What the assistant proposed, as cards: the exact effect, what became of it, and what can still be done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.models import Activity
from chat.models import Proposal, ProposalState
from chat.viewer import Viewer


@dataclass(frozen=True)
class Offer:
    """`state` is that of the proposal, or "late" once nobody decided in time."""

    id: UUID
    effect: list[dict[str, str]]
    state: str
    result: str
    decided_by: str
    may_decide: bool
    can_undo: bool
    undone: bool

    @property
    def waiting(self) -> bool:
        return self.state == ProposalState.OPEN


def offers_of_message() -> ArraySubquery:
    """For an annotation of messages."""
    undone = Activity.objects.filter(pk=OuterRef("activity")).values("undone_at")
    told = JSONObject(
        id="id",
        run="run_id",
        effect="effect",
        state="state",
        result="result",
        decided_by="decided_by__name",
        expires_at="expires_at",
        activity="activity",
        undone_at=Subquery(undone[:1]),
    )
    return ArraySubquery(Proposal.objects.filter(message=OuterRef("pk")).order_by("created_at", "id").values(told=told))


def offers_of(row: Any, asked_by: UUID | None, viewer: Viewer) -> list[Offer]:
    may = viewer.at_table or viewer.person == asked_by
    return [_offer(told, may=may, viewer=viewer) for told in row.offer_rows]


def _offer(told: dict[str, Any], *, may: bool, viewer: Viewer) -> Offer:
    state = told["state"]
    if state == ProposalState.OPEN and datetime.fromisoformat(told["expires_at"]) <= timezone.now():
        state = "late"
    undone = bool(told["undone_at"])
    return Offer(
        id=UUID(told["id"]),
        effect=told["effect"],
        state=state,
        result=told["result"],
        decided_by=told["decided_by"] or "",
        may_decide=may,
        can_undo=may and viewer.at_table and bool(told["activity"]) and not undone,
        undone=undone,
    )
