"""What the page of a list draws live: the rows, and what goes along with them. The home page asks again."""

from typing import Any
from uuid import UUID

from django.template.loader import render_to_string

from accounts.live.drawing import drawings
from accounts.live.seat import Reader
from accounts.models import Household
from accounts.roles import TABLE
from shopping.models import ShoppingList
from shopping.queries.list import list_page


def draw_list(household: Household, subject: UUID | None, reader: Reader) -> str:
    return _draw("shopping/list/_list.html", household, subject, reader)


def draw_along(household: Household, subject: UUID | None, reader: Reader) -> str:
    return _draw("shopping/list/_along.html", household, subject, reader)


def _draw(template: str, household: Household, subject: UUID | None, reader: Reader) -> str:
    kept = ShoppingList.objects.filter(household=household, pk=subject).first() if subject else None
    if kept is None:
        return ""
    context: dict[str, Any] = {"page": list_page(kept), "household": household, "at_table": reader.role in TABLE}
    return render_to_string(template, context)


def register() -> None:
    drawings.register("list", draw_list)
    drawings.register("list.along", draw_along)
