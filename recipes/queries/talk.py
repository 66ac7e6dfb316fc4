"""What people of the household say of a dish: their stars with a few words, and comments, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from kitchen.tones import tone_of
from recipes.models import Recipe, RecipeComment, RecipeReview, RecipeStanding

SHOWN = 100


@dataclass(frozen=True)
class Voice:
    """A review or a comment with whoever said it; `stars` is 0 for a comment. `is_own`: the reader's.

    `may_change`: a comment that the reader may change, or that nobody here wrote and everybody may delete.
    """

    id: UUID
    name: str
    initial: str
    tone: int
    stars: int
    text: str
    at: datetime
    edited: bool = False
    is_own: bool = False
    may_change: bool = False

    @property
    def halves(self) -> int:
        return self.stars * 2


@dataclass(frozen=True)
class Talk:
    """`earlier` counts comments before those that are shown."""

    rating: str
    halves: int
    reviews: list[Voice]
    comments: list[Voice]
    earlier: int
    mine: Voice | None


def talk_about(recipe: Recipe, reader: User) -> Talk:
    """Three queries, however much was said."""
    reviews = RecipeReview.objects.filter(household_id=recipe.household_id, recipe=recipe).select_related("person")
    said = RecipeComment.objects.filter(household_id=recipe.household_id, recipe=recipe, deleted_at=None)
    newest = list(said.select_related("author").order_by("-created_at", "-id")[: SHOWN + 1])
    standing = RecipeStanding.objects.filter(household_id=recipe.household_id, recipe=recipe).first()
    rated = [of_review(one, reader) for one in reviews]
    return Talk(
        rating=rating_in_words(standing),
        halves=round(standing.rating_average * 2) if standing and standing.rating_average else 0,
        reviews=rated,
        comments=[of_comment(one, reader) for one in reversed(newest[:SHOWN])],
        earlier=max(0, len(newest) - SHOWN),
        mine=next((one for one in rated if one.is_own), None),
    )


def rating_in_words(standing: RecipeStanding | None) -> str:
    """Such as "4.5 of 5 stars from 2 people"; "" where nobody has rated it."""
    if standing is None or standing.rating_average is None:
        return ""
    sentence = ngettext(
        "%(average)s of 5 stars from %(count)d person",
        "%(average)s of 5 stars from %(count)d people",
        standing.rating_count,
    )
    return sentence % {"average": f"{standing.rating_average.normalize():f}", "count": standing.rating_count}


def of_review(review: RecipeReview, reader: User) -> Voice:
    name, initial, tone = face_of(review.person)
    own = review.person_id == reader.pk
    return Voice(review.pk, name, initial, tone, review.stars, review.text, review.changed_at, is_own=own)


def of_comment(comment: RecipeComment, reader: User) -> Voice:
    name, initial, tone = face_of(comment.author, comment.said_by)
    own, edited = comment.author_id == reader.pk, comment.edited_at is not None
    may_change = own or comment.author_id is None
    at = comment.created_at
    return Voice(comment.pk, name, initial, tone, 0, comment.text, at, edited, is_own=own, may_change=may_change)


def face_of(person: User | None, said_by: str = "") -> tuple[str, str, int]:
    """What came from another program has a name and nobody; who has left is not named."""
    name = said_by or (person.called if person else _("somebody who is not here any more"))
    return name, name[:1].upper(), tone_of(person.pk) if person else 1
