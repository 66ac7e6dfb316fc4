"""What the assistant proposed, as cards: the exact effect, what became of it, and what can still be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from accounts.models import Activity
from chat.agent.changes import CHANGES
from chat.agent.editing import EDITS
from chat.models import Proposal, ProposalState
from chat.models.proposal import mark_of
from chat.viewer import Viewer

# What makes one thing of however many lines.
ONE = frozenset(["split_bill", "settle_up", "save_recipe", "import_recipe"])


@dataclass(frozen=True)
class Offer:
    """`state` is that of the proposal, or "late" once nobody decided in time. `large` asks a second time."""

    id: UUID
    effect: list[dict[str, str]]
    state: str
    result: str
    decided_by: str
    may_decide: bool
    can_undo: bool
    undone: bool
    large: bool = False
    edited: bool = False
    unasked: bool = False
    can_edit: bool = False

    one: bool = False

    @property
    def waiting(self) -> bool:
        return self.state == ProposalState.OPEN

    @property
    def mark(self) -> str:
        return mark_of(self.effect)

    @property
    def changes(self) -> int:
        """How many things become other; the lines of a bill and of a recipe tell one."""
        return 1 if self.one else len(self.effect)


def to_decide(offers: Iterable[Offer]) -> list[Offer]:
    """Those that wait for this viewer."""
    return [offer for offer in offers if offer.waiting and offer.may_decide]


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
        undone="arguments__undone",
        tool="tool",
        large="large",
        edited="edited",
        unasked="unasked",
    )
    return ArraySubquery(Proposal.objects.filter(message=OuterRef("pk")).order_by("created_at", "id").values(told=told))


def offers_of(row: Any, asked_by: UUID | None, viewer: Viewer) -> list[Offer]:
    may = viewer.at_table or viewer.person == asked_by
    return [_offer(told, may=may, viewer=viewer) for told in row.offer_rows]


def _offer(told: dict[str, Any], *, may: bool, viewer: Viewer) -> Offer:
    state = told["state"]
    if state == ProposalState.OPEN and datetime.fromisoformat(told["expires_at"]) <= timezone.now():
        state = "late"
    undone, tool = bool(told["undone_at"] or told["undone"]), told["tool"]
    back = bool(told["activity"]) or (state == ProposalState.APPROVED and undoes(tool))
    return Offer(
        id=UUID(told["id"]),
        effect=told["effect"],
        state=state,
        result=told["result"],
        decided_by=told["decided_by"] or "",
        may_decide=may,
        can_undo=may and (viewer.at_table or undoes(tool)) and back and not undone,
        undone=undone,
        large=told["large"],
        edited=told["edited"],
        unasked=told["unasked"],
        one=tool in ONE,
        can_edit=may and state == ProposalState.OPEN and tool in EDITS,
    )


def undoes(tool: str) -> bool:
    """Whether a change takes itself back, where no line of the feed does."""
    return getattr(CHANGES.get(tool), "undo", None) is not None
