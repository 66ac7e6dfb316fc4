"""What was used and thrown away elsewhere, as the ledger of lots that are used up: for forecasts and reports."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.units import rounded
from kitchen.zones import zone
from pantry.matching import name_key
from pantry.models import MovementKind, StockItem, StockMovement, Storage
from pantry.queries.foods import food, food_called
from pantry.services.ledger import NOTHING, Deed, begin, lot_facts
from pantry.services.lot import call
from pantry.services.place import place_for
from pantry.tables import GivenLine

NOON = time(12)
# What the ledger's column holds of one lot.
MOST_OF_ONE = Decimal(1_000_000_000)


@transaction.atomic
def take_history(household: Household, lines: Sequence[GivenLine], *, by: User, operation: UUID) -> int:
    """How many lines came in. What came in before, in this operation or another one, is left out."""
    deed = begin(household, by, operation)
    fresh = _fresh(deed, lines)
    told = []
    for (lot, name, unit), group in _by_lot(fresh).items():
        item = _lot(deed, uuid5(household.pk, f"{lot}|{name}|{unit}"), name, unit)
        total = sum((rounded(line.quantity.amount) for _id, line in group), Decimal(0))
        if total > MOST_OF_ONE:
            raise DomainError(_("More of %(name)s went than any kitchen could have held.") % {"name": name[:40]})
        first = min(line.on for _id, line in group)
        ids = "".join(str(id) for id, _line in group)
        came = uuid5(operation, f"{item.pk}{ids}")
        deed.write(item, MovementKind.ADDED, total, **_past(deed, came, first))
        for id, line in group:
            said = {"reason": line.reason, "value": line.value, **_past(deed, id, line.on)}
            deed.write(item, line.kind, -rounded(line.quantity.amount), **said)
        told.append(lot_facts(item, total))
    if told:
        deed.tell("stock.brought", told)
    return len(fresh)


def _fresh(deed: Deed, lines: Sequence[GivenLine]) -> list[tuple[UUID, GivenLine]]:
    """With ids that the same line has each time; two lines that say the same are counted, the first and the second."""
    times: dict[str, int] = {}
    found: list[tuple[UUID, GivenLine]] = []
    for line in lines:
        amount, unit = rounded(line.quantity.amount), line.quantity.unit
        says = f"{line.lot}|{name_key(line.name)}|{line.on}|{line.kind}|{amount}|{unit}"
        times[says] = times.get(says, 0) + 1
        found.append((uuid5(deed.household.pk, f"{says}|{times[says]}"), line))
    ids = [id for id, _line in found]
    known = set(StockMovement.objects.filter(household=deed.household, pk__in=ids).values_list("pk", flat=True))
    lots = {line.lot for line in lines if line.lot}
    here = {str(pk) for pk in StockItem.objects.filter(household=deed.household).values_list("pk", flat=True)} & lots
    return [(id, line) for id, line in found if id not in known and line.lot not in here]


def _by_lot(lines: Iterable[tuple[UUID, GivenLine]]) -> dict[tuple[str, str, str], list[tuple[UUID, GivenLine]]]:
    groups: dict[tuple[str, str, str], list[tuple[UUID, GivenLine]]] = {}
    for id, line in lines:
        groups.setdefault((line.lot, line.name, line.quantity.unit), []).append((id, line))
    return groups


def _lot(deed: Deed, id: UUID, name: str, unit: str) -> StockItem:
    """The lot of earlier lines of this kind, else a new one that is used up."""
    if found := StockItem.objects.filter(household=deed.household, pk=id).first():
        return found
    item = StockItem(id=id, household=deed.household, added_by=deed.by, finished_at=timezone.now())
    call(item, name, food_called(name))
    known = food(item.food_ref)
    # Where such food is kept: the next one of its kind is proposed there.
    item.place = place_for(deed.household, known.storage if known else Storage.PANTRY)
    item.amount, item.unit = NOTHING, unit
    item.save(force_insert=True)
    return item


def _past(deed: Deed, id: UUID, on: date) -> dict[str, Any]:
    """A line of a past day: it is its own operation, at noon, and never in the future."""
    at = datetime.combine(on, NOON, tzinfo=zone(deed.household.time_zone))
    return {"id": id, "operation": id, "created_at": min(at, timezone.now())}
