"""The ledger of one lot as it is read: who did what, when, and what of it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.models import Activity, User
from accounts.verbs import verbs
from kitchen.tones import tone_of
from pantry.models import MovementKind, StockItem, StockMovement, WasteReason
from pantry.queries.amount import in_words

MOST = 100
MEASURED: dict[str, Any] = {
    MovementKind.ADDED: lazy("%(name)s put %(amount)s here"),
    MovementKind.CONSUMED: lazy("%(name)s used %(amount)s"),
    MovementKind.WASTED: lazy("%(name)s threw %(amount)s away"),
    "more": lazy("%(name)s counted: %(amount)s more"),
    "less": lazy("%(name)s counted: %(amount)s less"),
}
UNMEASURED: dict[str, Any] = {
    MovementKind.ADDED: lazy("%(name)s put it here"),
    MovementKind.CONSUMED: lazy("%(name)s used the rest"),
    MovementKind.WASTED: lazy("%(name)s threw the rest away"),
    MovementKind.MOVED: lazy("%(name)s moved it from %(from)s to %(to)s"),
    MovementKind.CORRECTED: lazy("%(name)s corrected what is said of it"),
}


@dataclass(frozen=True)
class LedgerLine:
    """`undo` is the activity that takes it back, None where there is nothing to take back any more."""

    id: UUID
    sentence: str
    why: Any
    initial: str
    tone: int
    at: datetime
    undone: bool
    undo: UUID | None


def ledger_of(item: StockItem, system: str = "metric") -> list[LedgerLine]:
    """The newest MOST lines, newest first; what took another back is told at that other."""
    back = StockMovement.objects.filter(household=item.household_id, undoes=OuterRef("pk"))
    lines = StockMovement.objects.filter(household=item.household_id, item=item, undoes=None)
    lines = lines.select_related("by", "from_place", "to_place").annotate(undone=Exists(back))
    newest = list(lines.order_by("-created_at", "-id")[:MOST])
    activities = _undoable(item, {line.operation for line in newest})
    return [_line(line, activities.get(line.operation), system) for line in newest]


def _undoable(item: StockItem, operations: set[UUID]) -> dict[UUID | None, UUID]:
    found = Activity.objects.filter(household=item.household_id, subject__in=operations, undone_at=None)
    told = found.values_list("subject", "pk", "verb")
    return {subject: pk for subject, pk, name in told if (verb := verbs.get(name)) and verb.undo}


def _line(line: StockMovement, undo: UUID | None, system: str) -> LedgerLine:
    name, undone = _called(line.by), getattr(line, "undone", False)
    return LedgerLine(
        id=line.pk,
        sentence=_sentence(line, name, system),
        why=WasteReason(line.reason).label if line.reason else "",
        initial=name[:1].upper() if line.by else "",
        tone=tone_of(line.by.pk) if line.by else 0,
        at=timezone.localtime(line.created_at),
        undone=undone,
        undo=None if undone else undo,
    )


def _sentence(line: StockMovement, name: str, system: str) -> str:
    delta = line.delta
    amount = in_words(abs(delta), line.unit, system=system) if delta else ""
    sentences = MEASURED if delta else UNMEASURED
    key = line.kind if line.kind != MovementKind.CORRECTED or not delta else "more" if delta > 0 else "less"
    places = {"from": _place(line.from_place), "to": _place(line.to_place)}
    return str(sentences[key]) % {"name": name, "amount": amount, **places}


def _place(place: Any) -> str:
    return place.name if place else _("a place that is gone")


def _called(user: User | None) -> str:
    return user.called if user else _("Somebody who has left")
