"""What the digest is made of: accounts knows who is told and when, the apps to its right what there is to tell."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.utils import timezone, translation

from accounts.models import Household, User
from kitchen.registry import Registry
from kitchen.zones import zone


@dataclass(frozen=True)
class Line:
    """One thing in words; `state` is late, soon or fresh, as on the pages."""

    text: str
    why: str = ""
    state: str = ""


@dataclass(frozen=True)
class Section:
    """`url` is the path of the page that shows all of it; `headline` says the most urgent of it in a few words.

    `more` is a sentence about what is not among the lines.
    """

    title: str
    lines: Sequence[Line]
    url: str
    headline: str = ""
    more: str = ""


# Called in the scope of the household and the person, in their language, with the household's day. None: nothing.
Teller = Callable[[Household, User, date], Section | None]
sections: Registry[Teller] = Registry("section of the digest")


@dataclass(frozen=True)
class Digest:
    household: Household
    person: User
    day: date
    sections: Sequence[Section]

    @property
    def headline(self) -> str:
        return next((one.headline for one in self.sections if one.headline), self.sections[0].title)


def digest_of(household: Household, person: User, day: date) -> Digest | None:
    """What this person is told of the household's day; None when there is nothing, which is then not told at all.

    Whoever draws it stays in the language of the person: see `as_read_by`.
    """
    told = [section for _name, tell in sections if (section := tell(household, person, day))]
    return Digest(household, person, day, told) if told else None


@contextmanager
def as_read_by(person: User, household: Household) -> Iterator[None]:
    """In the language of the person, by the clock of the household."""
    with translation.override(person.language), timezone.override(zone(household.time_zone)):
        yield
