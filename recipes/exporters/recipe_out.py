"""A recipe with all that belongs to it, as exporters are handed it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from recipes.content import RecipeContent

ENDINGS = {"image/webp": "webp", "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/avif": "avif"}


@dataclass(frozen=True)
class PictureOut:
    """`read` gives the bytes when they are written; `url` is where everybody may look at it, if anywhere."""

    read: Callable[[], bytes] = field(repr=False, compare=False)
    media_type: str = "image/webp"
    alt: str = ""
    url: str = ""

    @property
    def ending(self) -> str:
        return ENDINGS.get(self.media_type, "bin")


@dataclass(frozen=True)
class CommentOut:
    author: str
    text: str
    day: date


@dataclass(frozen=True)
class CookedOut:
    day: date
    servings: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class RecipeOut:
    """`stars` are those of whoever takes it along, `average` those of everybody, of so many `reviews`; `favourite` is
    their own, too. `url` is where everybody may look at the recipe, if anywhere.
    """

    content: RecipeContent
    id: UUID | None = None
    url: str = ""
    pictures: list[PictureOut] = field(default_factory=list)
    stars: Decimal | None = None
    average: Decimal | None = None
    reviews: int = 0
    favourite: bool = False
    collections: list[str] = field(default_factory=list)
    comments: list[CommentOut] = field(default_factory=list)
    cooked: list[CookedOut] = field(default_factory=list)
    created: date | None = None

    @property
    def total_minutes(self) -> int | None:
        told = (self.content.prep_minutes, self.content.cook_minutes, self.content.rest_minutes)
        return sum(one or 0 for one in told) or None

    @property
    def made(self) -> str:
        """For how many, in words: "4", "24 biscuits", "one tin"."""
        servings = self.content.servings
        counted = "" if servings is None else f"{servings.normalize():f} {self.content.servings_of}".strip()
        return counted or self.content.yields
