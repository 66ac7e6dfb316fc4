"""What the pages of the roof draw live."""

from uuid import UUID

from django.template.loader import render_to_string

from accounts.live.drawing import drawings
from accounts.live.seat import Reader
from accounts.models import Household
from accounts.queries.activity import newest_lines
from accounts.queries.people import people_here
from kitchen.home.queries.today import LATELY


def draw_lately(household: Household, subject: UUID | None, reader: Reader) -> str:
    """Today's newest lines; the feed page itself asks again, as it knows which part of the feed it shows."""
    del subject
    context = {"lately": newest_lines(household, LATELY), "role": reader.role, "household": household}
    return render_to_string("home/today/_lately.html", context)


def draw_together(household: Household, subject: UUID | None, reader: Reader) -> str:
    del subject, reader
    return render_to_string("home/today/_together.html", {"people": people_here(household)})


def register() -> None:
    drawings.register("people.today", draw_together)
    drawings.register("feed", draw_lately)
