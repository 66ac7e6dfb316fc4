"""Who sits at the socket of a shared list: a visitor with its open link, who hears of that list and of nothing else.

The numbers that are spoken of are the list's own: how much else happens in the household is not told.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.live.seat import Sight
from kitchen import tenancy
from shopping.models import ListLink
from shopping.protocol import Asked
from shopping.queries.public import VisitorRow, resolved, rows_called, visitor_page, visitor_rows
from shopping.syncing import REFUSED, Door, Result, apply_operations

# More than this is slower to put in place than the page is to load again.
MOST_ROWS = 600


@dataclass(frozen=True)
class Visit:
    """What a visitor's socket was opened with: the link, by its id."""

    household: UUID
    place: UUID


@dataclass(frozen=True)
class Visitor:
    """For whom a list is drawn: the rows of every visitor of one link are the same."""

    household: UUID
    token: str


def take_visit(token: str) -> Visit | None:
    """None for an address that opens nothing."""
    with tenancy.scope(reads_only=True):
        found = resolved(token)
    return Visit(*found) if found else None


def look(link: UUID, visits: Iterable[Visit]) -> Sight:
    """The newest number of the list, and a visitor for each visit as long as the link is open."""
    visits = list(visits)
    household = visits[0].household
    with tenancy.scope(household=household, reads_only=True):
        links = ListLink.objects.filter(pk=link, revoked_at=None, shopping_list__archived_at=None)
        found = links.values_list("token", "shopping_list__number").first()
    if found is None:
        return Sight(0, {})
    token, number = found
    return Sight(number, dict.fromkeys(visits, Visitor(household, token)))


def draw(link: UUID, since: int, to: int, visitors: Collection[Visitor]) -> dict[Visitor, str]:
    """For each visitor the message (accounts/live/protocol.py) that takes a page from number `since` of the list to
    `to`; those of a link all have the same address.
    """
    return {one: _draw(link, since, to, one) for one in visitors}


def _draw(link: UUID, since: int, to: int, visitor: Visitor) -> str:
    with tenancy.scope(household=visitor.household, reads_only=True), translation.override(settings.LANGUAGE_CODE):
        kept = ListLink.objects.select_related("shopping_list__store").get(pk=link)
        rows = visitor_rows(kept.shopping_list, since=since, most=MOST_ROWS + 1)
        if since > to or len(rows) > MOST_ROWS:
            return json.dumps({"reload": True})
        drawn = [drawn_row(row, visitor.token) for row in rows]
        tally = render_to_string("shopping/public/_tally.html", {"page": visitor_page(kept)})
    return json.dumps({"from": since, "number": to, "html": "".join([*drawn, tally]), "kinds": ["item"]})


def drawn_row(row: VisitorRow, token: str) -> str:
    return render_to_string("shopping/public/_row.html", {"row": row, "token": token})


def sync(link: ListLink, asked: Sequence[Asked]) -> dict[str, Any]:
    """What became of each change that a visitor's device asks for, and the rows that were touched as they are now."""
    door = Door(link.household, None, link)
    ours = [one for one in asked if one.list_id == link.shopping_list_id]
    done = {result.id: result for result in apply_operations(door, ours)} if ours else {}
    results = [done.get(one.id) or _elsewhere(one) for one in asked]
    rows = rows_called(link.shopping_list, {result.item for result in results if result.item})
    html = "".join(drawn_row(row, link.token) for row in rows)
    return {"results": [_told(result) for result in results], "rows": {str(link.shopping_list_id): html}}


def _elsewhere(asked: Asked) -> Result:
    return Result(asked.id, REFUSED, why=_("This list is not there any more."))


def _told(result: Result) -> dict[str, Any]:
    return {
        "id": str(result.id),
        "outcome": result.outcome,
        "number": result.number,
        "item": str(result.item) if result.item else None,
        "why": result.why,
        "said": "",
        "undo": "",
    }
