"""Counting what would be left with one more filter, over what the others leave."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Diet
from recipes.index.narrowing import word_counts
from recipes.index.packing import CATEGORY, CUISINE, TAG
from recipes.models.recipe import Difficulty
from recipes.queries.facets import Choice, Facets
from recipes.queries.filtering import STARS, suits_diet
from recipes.queries.looking import Look
from recipes.queries.times import how_long

MOST_WORDS = 24
Counts = npt.NDArray[np.int32]
MINUTES = (15, 30, 45, 60, 120)
LEAST_STARS = (4, 3)


def facets_of(found: Look) -> Facets:
    wanted, counts = found.given.wanted, word_counts(found.given.index, found.mask)
    return Facets(
        tag=_words(found, TAG, counts, wanted.tags),
        cuisine=_words(found, CUISINE, _counts_but(found, "cuisine", counts), (wanted.cuisine,)),
        category=_words(found, CATEGORY, _counts_but(found, "category", counts), (wanted.category,)),
        max_minutes=_times(found),
        difficulty=_difficulties(found),
        diet=_diets(found),
        min_rating=_ratings(found),
    )


def _counts_but(found: Look, name: str, counts: Counts) -> Counts:
    """Without one of the filters, where there is that one."""
    return word_counts(found.given.index, found.mask_but(name)) if name in found.masks else counts


def _words(found: Look, kind: str, counts: Counts, chosen: Iterable[str]) -> list[Choice]:
    """The most frequent, and what is chosen."""
    words = found.given.index.words
    numbers = {words.number(kind, one) for one in chosen if one}
    listed: list[Choice] = []
    for number in np.argsort(-counts, kind="stable").tolist():
        if not counts[number] or len(listed) >= MOST_WORDS:
            break
        if words.known[number].kind == kind:
            text = words.known[number].text
            listed.append(Choice(text, text, int(counts[number]), is_chosen=number in numbers))
    there = {one.value.casefold() for one in listed}
    also = [Choice(one, one, 0, is_chosen=True) for one in chosen if one and one.casefold() not in there]
    return [*also, *listed]


def _times(found: Look) -> list[Choice]:
    """A time that was asked for and is none of these stands among them."""
    chosen, minutes = found.given.wanted.max_minutes, found.given.index.heads["minutes"]
    known = np.sort(minutes[found.mask_but("max_minutes") & (minutes >= 0)])
    bounds = sorted({*MINUTES, chosen} if chosen is not None else MINUTES)
    counts = np.searchsorted(known, bounds, side="right").tolist()
    return [
        Choice(str(bound), _("up to %(time)s") % {"time": how_long(bound)}, count, is_chosen=bound == chosen)
        for bound, count in zip(bounds, counts, strict=True)
    ]


def _difficulties(found: Look) -> list[Choice]:
    levels = found.given.index.heads["difficulty"][found.mask_but("difficulty")]
    counts, chosen = np.bincount(levels, minlength=6).tolist(), found.given.wanted.difficulty
    return [
        Choice(str(one.value), str(one.label), counts[one.value], is_chosen=one.value == chosen) for one in Difficulty
    ]


def _diets(found: Look) -> list[Choice]:
    mask, chosen = found.mask_but("diet"), found.given.wanted.diet
    return [
        Choice(
            one.value,
            str(one.label),
            int((mask & suits_diet(found.given.known, one.value)).sum()),
            is_chosen=one.value == chosen,
        )
        for one in Diet
    ]


def _ratings(found: Look) -> list[Choice]:
    rating, chosen = found.given.index.heads["rating"], found.given.wanted.min_rating
    mask = found.mask_but("min_rating")
    return [
        Choice(
            str(least),
            ngettext("%(count)d star and more", "%(count)d stars and more", least) % {"count": least},
            int((mask & (rating >= least * STARS)).sum()),
            is_chosen=least == chosen,
        )
        for least in LEAST_STARS
    ]
