"""What the shelves can be narrowed by, each with its count, and how each condition is taken off again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pantry.catalogue import AISLES
from pantry.models import Place, Storage
from pantry.queries.asked import (
    CATEGORY,
    CHECK,
    FRESH,
    FROZEN,
    LATE,
    OPENED,
    PLACE,
    SOON,
    STATES,
    UNDATED,
    UNKNOWN,
    URGENCY,
    Asked,
)
from pantry.queries.counts import Cell, Counts, summed

PICTURES = {"pantry": "🚪", "fridge": "🧊", "freezer": "❄️"}
BASKET = "🧺"
VIEWS: dict[str, Any] = {URGENCY: _("Eat first"), PLACE: _("By place"), CATEGORY: _("By aisle")}
TOLD: dict[str, Any] = {
    LATE: _("Late"),
    CHECK: _("Past best before"),
    SOON: _("Soon"),
    OPENED: _("Opened"),
    FRESH: _("Fresh"),
    FROZEN: _("Frozen"),
    UNDATED: _("No date"),
}
KEPT: dict[str, Any] = {
    Storage.PANTRY: _("Cupboards"),
    Storage.FRIDGE: _("Fridges"),
    Storage.FREEZER: _("Freezers"),
}


@dataclass(frozen=True)
class Chip:
    """A condition: `url` puts it on, or takes it off where it is on."""

    label: Any
    url: str
    on: bool
    count: int | None = None
    picture: str = ""
    state: str = ""


@dataclass(frozen=True)
class Facets:
    views: list[Chip]
    places: list[Chip]
    states: list[Chip]
    aisles: list[Chip]
    """All that is on, to be taken off one by one."""
    on: list[Chip]


def facets_of(asked: Asked, counts: Counts, places: list[Place]) -> Facets:
    at = summed(counts.found(asked, place=None, storage=""), lambda cell: cell.place)
    by_place = [_place(asked, place, at.get(place.pk, 0)) for place in places]
    rest = counts.found(asked, state="")
    states = [_state(asked, rest, state) for state in STATES]
    of_aisle = summed(counts.found(asked, category=""), lambda cell: cell.aisle)
    aisles = [_aisle(asked, slug, of_aisle.get(slug, 0)) for slug in (*AISLES, UNKNOWN)]
    storage = [_storage(asked)] if asked.storage else []
    chosen = [*by_place, *states, *aisles]
    return Facets(
        views=[Chip(label, asked.url(by=view), view == asked.by) for view, label in VIEWS.items()],
        places=[*storage, *by_place],
        states=_worth_it(states),
        aisles=_worth_it(aisles),
        on=[*storage, *(chip for chip in chosen if chip.on), *_words(asked)],
    )


def _worth_it(chips: Iterable[Chip]) -> list[Chip]:
    """Nothing is offered that would find nothing."""
    return [chip for chip in chips if chip.on or chip.count]


def _place(asked: Asked, place: Place, count: int) -> Chip:
    on = asked.place == place.pk
    url = asked.url(place=None if on else place.pk, storage="")
    return Chip(place.name, url, on, count, PICTURES[place.storage])


def _storage(asked: Asked) -> Chip:
    return Chip(KEPT[asked.storage], asked.url(storage=""), on=True, picture=PICTURES[asked.storage])


def _state(asked: Asked, cells: list[Cell], state: str) -> Chip:
    on, count = asked.state == state, sum(cell.count for cell in cells if cell.is_in(state))
    return Chip(TOLD[state], asked.url(state="" if on else state), on, count, state=state)


def _aisle(asked: Asked, slug: str, count: int) -> Chip:
    on = asked.category == slug
    return Chip(aisle_title(slug), asked.url(category="" if on else slug), on, count, aisle_picture(slug))


def _words(asked: Asked) -> list[Chip]:
    said = gettext("“%(text)s”") % {"text": asked.text}
    return [Chip(said, asked.url(text=""), on=True)] if asked.text else []


def aisle_title(slug: str) -> str:
    return gettext(AISLES[slug].name) if slug in AISLES else gettext("No aisle")


def aisle_picture(slug: str) -> str:
    return AISLES[slug].emoji if slug in AISLES else BASKET
