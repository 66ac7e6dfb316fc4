"""The ledger of one lot as it is read: who did what, when, and what of it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.verbs import verbs
from kitchen.money import tell_money
from kitchen.tones import tone_of
from pantry.models import StockItem, StockMovement, WasteReason
from pantry.queries.ledger_words import sentence_of, until

MOST = 100
PARTED = ("opened", "frozen", "thawed", "moved")


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
    lines = list(_lines(item))
    others = {line.operation: line.item_id for line in lines if line.item_id != item.pk and _shared(line)}
    currency = item.household.currency if money else ""
    return [_line(line, others, system, currency) for line in lines if line.item_id == item.pk]


def _lines(item: StockItem) -> QuerySet[StockMovement]:
    """Those of the lot, and those that the same operations wrote for other lots: all in one query."""
    every = StockMovement.objects.filter(household=item.household_id, undoes=None)
    newest = every.filter(item=item).order_by("-created_at", "-id").values("operation")[:MOST]
    back = StockMovement.objects.filter(household=item.household_id, undoes=OuterRef("pk"))
    undoable = [name for name, verb in verbs if verb.undo]
    told = Activity.objects.filter(household=item.household_id, subject=OuterRef("operation"), undone_at=None)
    found = every.filter(operation__in=newest).select_related("by", "from_place", "to_place")
    found = found.annotate(undone=Exists(back), undo=Subquery(told.filter(verb__in=undoable).values("pk")[:1]))
    return found.order_by("-created_at", "-id")


def _shared(line: StockMovement) -> bool:
    """Of another lot: a part that came from this one or went to it, one that was put to it."""
    return line.kind in ("split", "merged") or (bool(line.delta) and line.kind in PARTED)


def _line(line: StockMovement, others: dict[UUID, UUID], system: str, currency: str) -> LedgerLine:
    name, undone, undo = _called(line.by), getattr(line, "undone", False), getattr(line, "undo", None)
    value = line.value if currency and line.kind != "added" else None
    return LedgerLine(
        id=line.pk,
        sentence=sentence_of(line, name, system),
        why=WasteReason(line.reason).label if line.reason else "",
        initial=name[:1].upper() if line.by else "",
        tone=tone_of(line.by.pk) if line.by else 0,
        at=timezone.localtime(line.created_at),
        undone=undone,
        undo=None if undone else undo,
        dated=until(line),
        other=others.get(line.operation),
        value="" if value is None else tell_money(value, currency),
    )


def _called(user: User | None) -> str:
    return user.called if user else _("Somebody who has left")
