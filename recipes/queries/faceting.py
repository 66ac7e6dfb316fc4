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
from recipes.queries.filtering import STARS
from recipes.queries.knowing import DIETS
from recipes.queries.looking import Look
from recipes.queries.times import how_long

MOST_WORDS = 24
ALL_DIETS = sum(DIETS.values())
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
    minutes, chosen = _column(found, "minutes", "max_minutes"), found.given.wanted.max_minutes
    unknown = np.count_nonzero(minutes < 0)
    bounds = sorted({*MINUTES, chosen} if chosen is not None else MINUTES)
    return [
        Choice(
            str(bound),
            _("up to %(time)s") % {"time": how_long(bound)},
            int(np.count_nonzero(minutes <= bound) - unknown),
            is_chosen=bound == chosen,
        )
        for bound in bounds
    ]


def _column(found: Look, name: str, without: str) -> Counts:
    """Of the rows that would be left without one of the filters."""
    column: Counts = found.given.index.columns[name][found.rows_but(without)]
    return column


def _difficulties(found: Look) -> list[Choice]:
    counts = np.bincount(_column(found, "difficulty", "difficulty"), minlength=len(Difficulty) + 1).tolist()
    chosen = found.given.wanted.difficulty
    return [
        Choice(str(one.value), str(one.label), counts[one.value], is_chosen=one.value == chosen) for one in Difficulty
    ]


def _diets(found: Look) -> list[Choice]:
    """Counted by which diets go together, of which there are few."""
    known, rows, chosen = found.given.known, found.rows_but("diet"), found.given.wanted.diet
    sure = rows[~known.unsure[rows]]
    together = np.bincount(known.diets[sure] & ALL_DIETS, minlength=ALL_DIETS + 1)
    kinds = np.arange(ALL_DIETS + 1)
    return [
        Choice(
            one.value,
            str(one.label),
            int(together[kinds & DIETS[one.value] > 0].sum()),
            is_chosen=one.value == chosen,
        )
        for one in Diet
    ]


def _ratings(found: Look) -> list[Choice]:
    rating, chosen = _column(found, "rating", "min_rating"), found.given.wanted.min_rating
    return [
        Choice(
            str(least),
            ngettext("%(count)d star and more", "%(count)d stars and more", least) % {"count": least},
            int(np.count_nonzero(rating >= least * STARS)),
            is_chosen=least == chosen,
        )
        for least in LEAST_STARS
    ]
