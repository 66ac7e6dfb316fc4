"""What a reader found: recipes that are not kept yet, and what could not be read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass
class Section:
    """A part of the ingredients or steps, such as "For the sauce"; most recipes have one without a name."""

    name: str = ""
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Picture:
    """One that came inside of a file: `data` is its bytes, or gives them when it is called; or one at an address.

    Pictures of archives are read when they are asked for, while the archive is open, so that a library of them is
    never in memory at once. Nobody has looked at the bytes: they may be anything.
    """

    name: str = ""
    data: bytes | Callable[[], bytes] | None = field(default=None, repr=False)
    url: str = ""
    alt: str = ""

    def read(self) -> bytes:
        """The bytes, or nothing where it is only an address. UnreadableError where it is broken."""
        return self.data() if callable(self.data) else self.data or b""


@dataclass(frozen=True)
class Comment:
    """What somebody wrote below a recipe."""

    author: str
    text: str
    day: date | None = None


@dataclass(frozen=True)
class Cooked:
    """One time that it was cooked, as another program wrote it down."""

    day: date
    servings: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class Original:
    """Where a recipe lies in what was brought: the file within the archive ("" without one), and which recipe of that
    file it is, from 1 on, counting those too that could not be read.
    """

    member: str = ""
    number: int = 1


@dataclass
class Draft:
    """A recipe as it was read, in plain text. Times are whole minutes; `nutrients` are of one serving, by the
    names of schema.org, as written there ("calories": "320 kcal"); `rating` is of five stars; `servings_of` is what
    is counted where it is no people ("biscuits"); `yields` and `rest_minutes` are only set where a program keeps them
    apart from servings and from the total; `exact` is what this program wrote itself, of which nothing is guessed;
    `source_file` is its name within an archive.
    """

    title: str = ""
    emoji: str = ""
    description: str = ""
    ingredients: list[Section] = field(default_factory=list)
    steps: list[Section] = field(default_factory=list)
    servings: Decimal | None = None
    servings_words: str = ""
    servings_of: str = ""
    yields: str = ""
    prep_minutes: int | None = None
    cook_minutes: int | None = None
    rest_minutes: int | None = None
    total_minutes: int | None = None
    difficulty: int | None = None
    image: str = ""
    pictures: list[Picture] = field(default_factory=list)
    author: str = ""
    source_url: str = ""
    source_name: str = ""
    cuisine: str = ""
    category: str = ""
    tags: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    equipment: list[str] = field(default_factory=list)
    nutrients: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    rating: Decimal | None = None
    favourite: bool = False
    comments: list[Comment] = field(default_factory=list)
    cooked: list[Cooked] = field(default_factory=list)
    created: date | None = None
    exact: bool = False
    source_file: str = ""
    original: Original = field(default_factory=Original)

    @property
    def is_complete(self) -> bool:
        return bool(self.title and self.ingredients and self.steps)


@dataclass(frozen=True)
class Failure:
    """What could not be read, by the name of its file or recipe, and why, in one sentence."""

    name: str
    why: str
    original: Original = field(default_factory=Original)


@dataclass(frozen=True)
class Extra:
    """What a backup holds beside recipes: "food", "unit", "plan_day", "shopping_list"; as plain, cleaned values."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Reading:
    recipes: list[Draft] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
