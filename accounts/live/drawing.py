"""Draws what changed: once for each kind of reader, whoever and however many they are."""

import json
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import partial
from typing import Any
from uuid import UUID

import structlog
from django.utils import timezone, translation

from accounts.live.seat import Reader
from accounts.models import Household
from accounts.queries.notice import Change, changes_between
from kitchen import tenancy
from kitchen.registry import Registry
from kitchen.zones import zone

log = structlog.get_logger("kitchen.live")

# More than this is slower to draw and to put in place than the page is to load again.
MOST_CHANGES, MOST_ROWS = 60, 600

Drawing = Callable[[Household, UUID | None, Reader], str]
RowsDrawing = Callable[[Household, Sequence[UUID], Reader], str]

# "kind" or "kind.place" -> what draws it there: fragments whose roots carry the ids of what they replace, "" for none.
drawings: Registry[Drawing] = Registry("drawing")
# kind -> what draws all rows of it that changed in one go: for things of which many change at once.
row_drawings: Registry[RowsDrawing] = Registry("drawing of rows")


def alike(draw_it: Callable[[Household, Any, Reader], str], of: Callable[[Reader], Hashable]) -> Any:
    """That drawing, drawn once for all those readers of a language of whom `of` says the same.

    For what depends on less of a reader than on all; those who are drawn for together share it.
    """

    def drawn(household: Household, subject: Any, reader: Reader) -> str:
        scope = tenancy.current()
        kept: dict[object, str] = scope.memory.setdefault("drawn", {}) if scope else {}
        about = tuple(subject) if isinstance(subject, list) else subject
        key = (draw_it, about, of(reader), reader.language)
        if key not in kept:
            kept[key] = draw_it(household, subject, reader)
        return kept[key]

    return drawn


def draw(household_id: UUID, since: int, to: int, readers: Collection[Reader]) -> dict[Reader, str]:
    """For each reader the message (JSON) that takes a page from number `since` to number `to`.

    `{"from", "number", "html", "kinds"}`, or `{"reload": true}` when too much happened, or too long ago, to tell.
    What is drawn is the state of now, which may be newer than `to`, never older.
    """
    try:
        return _draw(household_id, since, to, readers, _at_once)
    except Exception:  # noqa: BLE001  (whichever it was, it must not take the others along)
        return _draw(household_id, since, to, readers, _one_by_one)


def _draw(
    household_id: UUID, since: int, to: int, readers: Collection[Reader], by: Callable[[str, Callable[[], str]], str]
) -> dict[Reader, str]:
    with tenancy.scope(household=household_id, reads_only=True):
        changes = changes_between(household_id, since, to)
        if changes is None or _is_much(changes):
            return dict.fromkeys(readers, json.dumps({"reload": True}))
        household = Household.objects.get(pk=household_id) if changes else None
        html = {one: _fragments(household, changes, one, by) if household else "" for one in readers}
    kinds = list(dict.fromkeys(change.kind for change in changes))
    return {one: json.dumps({"from": since, "number": to, "html": html[one], "kinds": kinds}) for one in readers}


def _is_much(changes: list[Change]) -> bool:
    rows = sum(row_drawings.get(change.kind) is not None for change in changes)
    return rows > MOST_ROWS or len(changes) - rows > MOST_CHANGES


def _fragments(
    household: Household, changes: list[Change], reader: Reader, by: Callable[[str, Callable[[], str]], str]
) -> str:
    with translation.override(reader.language), timezone.override(zone(household.time_zone)):
        return "".join(by(name, draw_it) for name, draw_it in _wanted(household, changes, reader))


def _wanted(household: Household, changes: list[Change], reader: Reader) -> Iterator[tuple[str, Callable[[], str]]]:
    for kind, draw_rows in row_drawings:
        if rows := [change.subject for change in changes if change.kind == kind and change.subject]:
            yield kind, partial(draw_rows, household, rows, reader)
    for change in changes:
        for name, drawing in drawings:
            if name.partition(".")[0] == change.kind:
                yield name, partial(drawing, household, change.subject, reader)


def _at_once(_name: str, draw_it: Callable[[], str]) -> str:
    return draw_it()


def _one_by_one(name: str, draw_it: Callable[[], str]) -> str:
    """Each in a scope of its own: one that fails is logged and the others stand, as a page would be lost to it."""
    try:
        with tenancy.scope(reads_only=True):
            return draw_it()
    except Exception:
        log.exception("drawing failed", drawing=name)
        return ""
