"""What the page of a list draws live: rows that changed, how far it is, and the whole list where more has changed."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.template.loader import render_to_string

from accounts.live.drawing import alike, drawings, row_drawings
from accounts.live.seat import Reader
from accounts.models import Household
from accounts.roles import TABLE
from kitchen.templatetags.drawn import drawn
from shopping.models import ShoppingList
from shopping.queries.list import list_page
from shopping.queries.row import rows_of
from shopping.queries.tally import tally_of


def sits_at_table(reader: Reader) -> bool:
    """All that a list says of its reader: guests see less of it."""
    return reader.role in TABLE


def draw_rows(household: Household, subjects: Sequence[UUID], reader: Reader) -> str:
    return rows_html(household, subjects, at_table=sits_at_table(reader))


def rows_html(household: Household, ids: Sequence[UUID], *, at_table: bool) -> str:
    """The rows one after the other; one that is not on its list any more says so."""
    return "".join(html for _list_id, html in rows_drawn(household, ids, at_table=at_table))


def rows_drawn(household: Household, ids: Iterable[UUID], *, at_table: bool) -> Iterator[tuple[UUID, str]]:
    """Each row with the list that it is on. One query."""
    for row in rows_of(household, ids):
        yield row.list_id, drawn("shopping/list/_item.html", row=row, code=household.code, at_table=at_table)


def draw_list(household: Household, subject: UUID | None, reader: Reader) -> str:
    kept = _list(household, subject)
    return _drawn("shopping/list/_list.html", kept, list_page(kept), reader) if kept else ""


def draw_tally(household: Household, subject: UUID | None, reader: Reader) -> str:
    kept = _list(household, subject)
    if kept is None:
        return ""
    tally = tally_of(kept)
    return "".join(_drawn(name, kept, tally, reader) for name in ("shopping/list/_tally.html", ALONG))


ALONG = "shopping/list/_along.html"


def _list(household: Household, subject: UUID | None) -> ShoppingList | None:
    lists = ShoppingList.objects.select_related("household")
    return lists.filter(household=household, pk=subject).first() if subject else None


def _drawn(template: str, kept: ShoppingList, page: object, reader: Reader) -> str:
    return render_to_string(template, {"page": page, "household": kept.household, "at_table": sits_at_table(reader)})


def register() -> None:
    row_drawings.register("item", alike(draw_rows, sits_at_table))
    drawings.register("list", alike(draw_list, sits_at_table))
    drawings.register("tally", alike(draw_tally, sits_at_table))
