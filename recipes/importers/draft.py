"""What a reader found: recipes that are not kept yet, and what could not be read."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Section:
    """A part of the ingredients or steps, such as "For the sauce"; most recipes have one without a name."""

    name: str = ""
    lines: list[str] = field(default_factory=list)


@dataclass
class Draft:
    """A recipe as it was read, in plain text. Times are whole minutes; `nutrients` are of one serving, by the
    names of schema.org, as written there ("calories": "320 kcal"); `source_file` is its name within an archive.
    """

    title: str = ""
    description: str = ""
    ingredients: list[Section] = field(default_factory=list)
    steps: list[Section] = field(default_factory=list)
    servings: Decimal | None = None
    servings_words: str = ""
    prep_minutes: int | None = None
    cook_minutes: int | None = None
    total_minutes: int | None = None
    image: str = ""
    author: str = ""
    source_url: str = ""
    source_name: str = ""
    cuisine: str = ""
    category: str = ""
    tags: list[str] = field(default_factory=list)
    nutrients: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    source_file: str = ""

    @property
    def is_complete(self) -> bool:
        return bool(self.title and self.ingredients and self.steps)


@dataclass(frozen=True)
class Failure:
    """What could not be read, by the name of its file or recipe, and why, in one sentence."""

    name: str
    why: str


@dataclass
class Reading:
    recipes: list[Draft] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
