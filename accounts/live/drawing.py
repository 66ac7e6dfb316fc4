"""Draws what changed: once for each kind of reader, whoever and however many they are."""

import json
from collections.abc import Callable
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
MOST_CHANGES = 60

Drawing = Callable[[Household, UUID | None, Reader], str]

# "kind" or "kind.place" -> what draws it there: fragments whose roots carry the ids of what they replace, "" for none.
drawings: Registry[Drawing] = Registry("drawing")


def draw(household_id: UUID, since: int, to: int, reader: Reader) -> str:
    """The message (JSON) that takes a page from number `since` to number `to`.

    `{"from", "number", "html", "kinds"}`, or `{"reload": true}` when too much happened, or too long ago, to tell.
    What is drawn is the state of now, which may be newer than `to`, never older.
    """
    with tenancy.scope(household=household_id, reads_only=True):
        changes = changes_between(household_id, since, to)
        if changes is None or len(changes) > MOST_CHANGES:
            return json.dumps({"reload": True})
        html = _fragments(household_id, changes, reader) if changes else ""
    kinds = list(dict.fromkeys(change.kind for change in changes))
    return json.dumps({"from": since, "number": to, "html": html, "kinds": kinds})


def _fragments(household_id: UUID, changes: list[Change], reader: Reader) -> str:
    household = Household.objects.get(pk=household_id)
    with translation.override(reader.language), timezone.override(zone(household.time_zone)):
        return "".join(
            _fragment(name, drawing, household, change, reader)
            for change in changes
            for name, drawing in drawings
            if name.partition(".")[0] == change.kind
        )


def _fragment(name: str, drawing: Drawing, household: Household, change: Change, reader: Reader) -> str:
    """One drawing; if it fails that is logged and the others stand, as a page would be lost to it."""
    try:
        with tenancy.scope(reads_only=True):
            return drawing(household, change.subject, reader)
    except Exception:
        log.exception("drawing failed", drawing=name, household=str(household.pk))
        return ""
