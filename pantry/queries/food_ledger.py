"""What was done with a food lately, over all its lots."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.tones import tone_of
from pantry.models import FoodId, StockItem, StockMovement, WasteReason
from pantry.queries.foods import rows_of
from pantry.queries.ledger_words import sentence_of

MOST = 20


@dataclass(frozen=True)
class FoodLine:
    """A line of the ledger with the lot that it is about."""

    lot: UUID
    name: str
    sentence: str
    why: Any
    initial: str
    tone: int
    at: datetime


def ledger_of_food(household: Household, ref: FoodId, system: str = "metric") -> list[FoodLine]:
    """The newest first; what was taken back is left out. One query."""
    of_it = StockItem.objects.filter(rows_of(ref), household=household).values("pk")
    lines = StockMovement.objects.standing().filter(household=household, item__in=of_it)
    newest = lines.select_related("item", "by", "from_place", "to_place").order_by("-created_at", "-id")
    return [_line(line, system) for line in newest[:MOST]]


def _line(line: StockMovement, system: str) -> FoodLine:
    name = line.by.called if line.by else _("Somebody who has left")
    return FoodLine(
        lot=line.item_id,
        name=line.item.name,
        sentence=sentence_of(line, name, system),
        why=WasteReason(line.reason).label if line.reason else "",
        initial=name[:1].upper() if line.by else "",
        tone=tone_of(line.by.pk) if line.by else 0,
        at=timezone.localtime(line.created_at),
    )
