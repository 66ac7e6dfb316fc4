"""Labels for boxes and shelves: the address that their QR code holds, and what such an address opens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Household
from accounts.pictures import qr_picture
from pantry.models import Place, StockItem
from pantry.queries.amount import how_much
from pantry.queries.facets import PICTURES
from pantry.queries.stock import picture_of, shelves

MOST_OFFERED = 60
SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESS = re.compile(r"/h/([0-9a-z]{4,16})/pantry/labels/([0-9a-f-]{36})/?$")


@dataclass(frozen=True)
class Label:
    """`qr` is the picture of its code. `day`: until when a lot should be eaten, `made`: when it was put away."""

    id: UUID
    name: str
    emoji: str
    below: str
    qr: str
    day: date | None = None
    made: date | None = None


def address_of(household: Household, id: UUID) -> str:
    """Whole, as it stands in the QR code."""
    return settings.PUBLIC_URL + reverse("pantry:label.show", kwargs={"code": household.code, "id": id})


def read_address(text: str) -> tuple[str, UUID] | None:
    """The household's code and the id that a label of any Kitchen says; None for every other text."""
    found = ADDRESS.search(text.strip()) if text.strip().startswith(("http://", "https://")) else None
    if found is None:
        return None
    try:
        return found.group(1), UUID(found.group(2))
    except ValueError:
        return None


def labelled(household: Household, id: UUID) -> StockItem | Place | None:
    """What a label of this household is of, whatever has become of it."""
    lot = StockItem.objects.filter(household=household, pk=id).select_related("place", "food").first()
    return lot or Place.objects.filter(household=household, pk=id).first()


def ids_in(texts: Iterable[str]) -> list[UUID]:
    """Those that are ids."""
    return [UUID(text) for text in texts if SHAPE.fullmatch(text)]


def choosable(household: Household, chosen: list[UUID]) -> list[StockItem]:
    """The newest lots, and those that were chosen already."""
    newest = shelves(household).order_by("-created_at")
    return [*newest.filter(pk__in=chosen), *newest.exclude(pk__in=chosen)[:MOST_OFFERED]]


def labels_of(household: Household, ids: list[UUID], system: str = "metric") -> list[Label]:
    """Of the lots and places with these ids, in their usual order."""
    lots = shelves(household).filter(pk__in=ids).select_related("household", "place", "food")
    places = Place.objects.there().filter(household=household, pk__in=ids).select_related("household")
    return [*(of_place(place) for place in places), *(of_lot(lot, system) for lot in lots)]


def of_lot(lot: StockItem, system: str = "metric") -> Label:
    below = f"{how_much(lot, system)} · {lot.place.name}"
    made = timezone.localdate(lot.created_at, ZoneInfo(lot.household.time_zone))
    qr = qr_picture(address_of(lot.household, lot.pk))
    return Label(lot.pk, lot.name, picture_of(lot.food_ref), below, qr, lot.use_by, made)


def of_place(place: Place) -> Label:
    qr = qr_picture(address_of(place.household, place.pk))
    return Label(place.pk, place.name, PICTURES[place.storage], place.get_storage_display(), qr)
