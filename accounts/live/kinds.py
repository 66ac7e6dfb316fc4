"""What the shell of every page draws live: who is in the household, what it is called."""

from uuid import UUID

from django.template.loader import render_to_string

from accounts.live.drawing import drawings
from accounts.live.seat import Reader
from accounts.models import Household
from accounts.queries.people import people_here


def draw_people(household: Household, subject: UUID | None, reader: Reader) -> str:
    del subject, reader
    return render_to_string("layout/_people.html", {"people": people_here(household), "household": household})


def draw_household(household: Household, subject: UUID | None, reader: Reader) -> str:
    """Its name and picture in rail and top bar."""
    del subject, reader
    return render_to_string("layout/_brand.html", {"household": household})


def register() -> None:
    drawings.register("people", draw_people)
    drawings.register("household", draw_household)
