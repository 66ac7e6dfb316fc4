from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Membership, Onboarding, Role, User
from accounts.roles import TABLE

# Where a person's preferences keep how far they are ({"people": "skipped"}), and what they have in their kitchen.
STEPS_KEY, THINGS_KEY = "onboarding", "first_things"


class Name(TextChoices):
    HOUSEHOLD = "household", _("Your household")
    PEOPLE = "people", _("Who eats here")
    PANTRY = "pantry", _("First things")


# What each step asks, in a sentence.
SENTENCES: dict[str, Any] = {
    Name.HOUSEHOLD: _("A name for the kitchen you share, and where it is."),
    Name.PEOPLE: _("Diets and allergies, also of children without an account."),
    Name.PANTRY: _("What you have already: tick the usual, type the rest."),
}


@dataclass(frozen=True)
class Step:
    """`state` is "open", "done" or "skipped"."""

    name: str
    state: str

    @property
    def title(self) -> Any:
        return Name(self.name).label

    @property
    def sentence(self) -> Any:
        return SENTENCES[self.name]

    @property
    def url_name(self) -> str:
        return f"accounts:onboarding.{self.name}"


@dataclass(frozen=True)
class Progress:
    """A person's way in: the steps that are theirs, and the place in a household these are about, if there is one."""

    steps: list[Step]
    home: Membership | None

    @property
    def household(self) -> Household | None:
        return self.home.household if self.home else None

    @cached_property
    def next(self) -> Step | None:
        return next((step for step in self.steps if step.state == "open"), None)

    @property
    def open_count(self) -> int:
        return sum(step.state == "open" for step in self.steps)

    @property
    def begun(self) -> bool:
        return self.open_count < len(self.steps)

    @property
    def titles(self) -> list[Any]:
        return [step.title for step in self.steps]

    def number(self, name: str) -> int:
        """Of a step, from 1."""
        return [step.name for step in self.steps].index(name) + 1

    def has(self, name: str) -> bool:
        return name in [step.name for step in self.steps]


def progress_of(user: User, memberships: Sequence[Membership]) -> Progress:
    """Who was invited has a household already; a guest is asked nothing; without a household nobody is at its table."""
    kept: dict[str, str] = user.preferences.get(STEPS_KEY, {})
    homes = [one for one in memberships if one.role in TABLE]
    home = homes[-1] if homes else None
    if home is None and memberships:
        return Progress([], None)
    names = [Name.PEOPLE, Name.PANTRY] if home else [Name.HOUSEHOLD, Name.PEOPLE, Name.PANTRY]
    if home and home.role == Role.OWNER:
        names = [Name.HOUSEHOLD, *names]
    welcomed = user.onboarding == Onboarding.COMPLETE
    steps = [Step(name, "done" if welcomed else _state(name, kept, home)) for name in names]
    return Progress(steps, home)


def _state(name: str, kept: dict[str, str], home: Membership | None) -> str:
    if name == Name.HOUSEHOLD and home:
        return "done"
    if name == Name.PEOPLE and home is None and kept.get(Name.HOUSEHOLD) == "skipped":
        return "skipped"
    return kept.get(name, "open")
