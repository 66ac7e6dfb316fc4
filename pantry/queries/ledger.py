"""The ledger of one lot as it is read: who did what, when, and what of it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.verbs import verbs
from kitchen.money import tell_money
from kitchen.tones import tone_of
from pantry.models import StockItem, StockMovement, WasteReason
from pantry.queries.ledger_words import sentence_of, until

MOST = 100


@dataclass(frozen=True)
class LedgerLine:
    """`undo` is the activity that takes it back, None where there is nothing to take back any more. `dated` tells
    which date it gave the lot and why, `other` is the lot that it came from or went to, `value` the money of it.
    """

    id: UUID
    sentence: str
    why: Any
    initial: str
    tone: int
    at: datetime
    undone: bool
    undo: UUID | None
    dated: str = ""
    other: UUID | None = None
    value: str = ""


def ledger_of(item: StockItem, system: str = "metric", *, money: bool = False) -> list[LedgerLine]:
    """The newest MOST lines, newest first; what took another back is told at that other. `money` for who sees it."""
    back = StockMovement.objects.filter(household=item.household_id, undoes=OuterRef("pk"))
    lines = StockMovement.objects.filter(household=item.household_id, item=item, undoes=None)
    lines = lines.select_related("by", "from_place", "to_place").annotate(undone=Exists(back))
    newest = list(lines.order_by("-created_at", "-id")[:MOST])
    operations = {line.operation for line in newest}
    activities, others = _undoable(item, operations), _others(item, operations)
    currency = item.household.currency if money else ""
    return [_line(line, activities, others, system, currency) for line in newest]


def _undoable(item: StockItem, operations: set[UUID]) -> dict[UUID | None, UUID]:
    found = Activity.objects.filter(household=item.household_id, subject__in=operations, undone_at=None)
    told = found.values_list("subject", "pk", "verb")
    return {subject: pk for subject, pk, name in told if (verb := verbs.get(name)) and verb.undo}


def _others(item: StockItem, operations: set[UUID]) -> dict[UUID, UUID]:
    """By operation, the lot with which this one shared: a part that was split off, one that was put to it."""
    lines = StockMovement.objects.filter(household=item.household_id, operation__in=operations, undoes=None)
    apart = lines.filter(kind__in=("split", "merged")).exclude(item=item)
    from_here = lines.filter(kind__in=("opened", "frozen", "thawed", "moved"), delta__gt=0).exclude(item=item)
    return dict((apart | from_here).order_by("item").values_list("operation", "item"))


def _line(
    line: StockMovement, undo: dict[UUID | None, UUID], others: dict[UUID, UUID], system: str, currency: str
) -> LedgerLine:
    name, undone = _called(line.by), getattr(line, "undone", False)
    value = line.value if currency and line.kind != "added" else None
    return LedgerLine(
        id=line.pk,
        sentence=sentence_of(line, name, system),
        why=WasteReason(line.reason).label if line.reason else "",
        initial=name[:1].upper() if line.by else "",
        tone=tone_of(line.by.pk) if line.by else 0,
        at=timezone.localtime(line.created_at),
        undone=undone,
        undo=None if undone else undo.get(line.operation),
        dated=until(line),
        other=others.get(line.operation),
        value="" if value is None else tell_money(value, currency),
    )


def _called(user: User | None) -> str:
    return user.called if user else _("Somebody who has left")
