"""The pantry keeper's eyes: what is there, until when, and how long food keeps."""

from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.agent.deps import Kitchen
from chat.agent.events import Card, Source
from chat.agent.lookups import lots_called, near, place_called
from chat.agent.toolbox import Told, tool
from chat.agent.values import LotValue, lot_value, units_of
from kitchen.errors import DomainError
from pantry.catalogue import FoodFacts
from pantry.models import Storage
from pantry.queries.foods import foods_of, match
from pantry.queries.stock import Lot, eat_first, lot_of, lots

AGENT, DOOR = "pantry", "pantry:home"
MOST = 40
LONGEST = 366


def told(found: list[Lot], **more: object) -> Told:
    """Lots for a model and for people."""
    shown = found[:MOST]
    values: list[LotValue] = [lot_value(lot) for lot in shown]
    return Told(
        value={"lots": values, "count": len(found), **more},
        summary=ngettext("%(count)d thing", "%(count)d things", len(found)) % {"count": len(found)},
        card=Card("lots", {"ids": [lot["id"] for lot in values]}) if values else None,
        sources=tuple(Source("lot", lot["id"], lot["title"]) for lot in values[:4]),
        # What a barcode said is somebody else's words.
        foreign=any(lot.item.product_id for lot in shown),
    )


@tool(AGENT, gettext_lazy("Looking through the pantry"), DOOR)
def find_stock(kitchen: Kitchen, words: str = "", place: str = "") -> Told:
    """What is in the pantry, fridge and freezer, most urgent first.

    Args:
        words: a food, such as "flour"; empty for everything.
        place: one place or "pantry", "fridge", "freezer"; empty for all.

    """
    where = place_called(kitchen, place) if place else None
    if not words:
        storage = place.casefold() if place.casefold() in Storage.values else ""
        narrow = {"storage": storage} if storage else {"place": where}
        everything = lots(kitchen.household, today=kitchen.today, system=units_of(kitchen), **narrow)
        return told(everything, place=where.name if where and not storage else storage)
    found = lots_called(kitchen, words)
    here = [item for item in found.things if where is None or item.place.storage == where.storage]
    drawn = [lot_of(item, kitchen.today, units_of(kitchen)) for item in here]
    elsewhere = not here and bool(found.things)
    answer = told(drawn, near=list(found.near), elsewhere=elsewhere, exact=found.exact)
    return replace(answer, confidence=found.confidence)


@tool(AGENT, gettext_lazy("Looking what must be eaten"), DOOR)
def find_expiring(kitchen: Kitchen, days: int = 3) -> Told:
    """What is past its date or reaches it within so many days.

    Args:
        days: 0 is today, 7 a week.

    """
    days = max(0, min(days, LONGEST))
    found = eat_first(kitchen.household, today=kitchen.today, limit=MOST, days=days, system=units_of(kitchen))
    until = kitchen.today + timedelta(days=days)
    return told(found, days=days, until=until.isoformat())


@tool(AGENT, gettext_lazy("Looking up how long it keeps"), DOOR)
def look_up_shelf_life(kitchen: Kitchen, food: str) -> Told:
    """How many days a food usually keeps, sealed, opened and thawed, by where it is kept.

    Args:
        food: its name.

    """
    known, confidence = known_food(food)
    lives = [{"storage": storage, "state": state, "days": days} for (storage, state), days in known.shelf_life.items()]
    value = {"food": known.name, "emoji": known.emoji, "usual_storage": known.storage, "keeps": lives}
    return Told(value, summary=known.name, confidence=confidence)


def known_food(words: str) -> tuple[FoodFacts, float]:
    """The food that is meant and how sure that is; refuses one that nobody knows, with the nearest names."""
    known = match(words)
    if known.food is None:
        names = [one.name for one, _score in known.alternatives] or list(near(words, (one.name for one in foods_of())))
        raise DomainError(unknown(words, names))
    return known.food, known.confidence


def unknown(food: str, names: list[str]) -> str:
    if not names:
        return _("I do not know the food “%(name)s”.") % {"name": food}
    return _("I do not know the food “%(name)s”. Do you mean %(near)s?") % {"name": food, "near": ", ".join(names[:3])}
