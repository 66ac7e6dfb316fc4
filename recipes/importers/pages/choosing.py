"""Which of several readings of one page is right, field by field."""

import re
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from recipes.importers.draft import Draft, Section
from recipes.importers.outline import looks_measured
from recipes.importers.pages.sites import Site

# Fewer lines than this are no reason to doubt the mark-up.
FEW = 3
# One line in so many has an amount: that is a list of bare names.
SELDOM = 5
NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛一二三四五六七八九十半]")
LISTS = ("ingredients", "steps")


def filled(draft: Draft, other: Draft | None) -> Draft:
    """The draft, with what it lacks taken from the other."""
    if other is None:
        return draft
    gaps: dict[str, Any] = {
        one.name: getattr(other, one.name)
        for one in fields(Draft)
        if not getattr(draft, one.name) and getattr(other, one.name)
    }
    return replace(draft, **gaps)


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft of each title: a page often says the same recipe in two ways, which fill each other's gaps."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        key = draft.title.casefold()
        found[key] = filled(found[key], draft) if key in found else draft
    return list(found.values())


def fullest(drafts: list[Draft]) -> Draft:
    def known(draft: Draft) -> tuple[int, bool]:
        return bool(draft.ingredients) + bool(draft.steps), bool(draft.title)

    return max(drafts, key=known, default=Draft())


def improved(draft: Draft, site: Site) -> Draft:
    """The draft, with what the reader of this site reads by a way of its own, unless that says nothing new."""
    better: dict[str, Any] = {}
    for name in site.own:
        ours, theirs = getattr(draft, name), getattr(site.draft, name)
        if theirs and not (name in LISTS and ours and _says_the_same(ours, theirs)):
            better[name] = theirs
    return replace(draft, **better)


def _says_the_same(ours: list[Section], theirs: list[Section]) -> bool:
    """Whether our sections have all of their lines, with names for which they have lines or nothing."""
    own, other = _lines(ours, names=True), _lines(theirs, names=True)
    return len(theirs) <= len(ours) and other <= own and len(own) <= len(other) + len(ours)


def seen(draft: Draft, plain: Draft | None, *, surely: bool) -> Draft:
    """The draft, with what people see on the page: the names of sections, and where the mark-up was filled in
    without care, the lines. `surely` if a reader of this very site was at work.
    """
    if plain is None:
        return draft
    better: dict[str, Any] = {}
    for name in LISTS:
        ours, theirs = getattr(draft, name), getattr(plain, name)
        careless = _is_careless(ours, theirs) if name == "ingredients" else _is_short(ours, theirs)
        if careless and not surely:
            better[name] = theirs
        elif _have_names(ours, theirs):
            better[name] = _regrouped(ours, theirs)
    return filled(replace(draft, **better), plain)


def _is_careless(ours: list[Section], theirs: list[Section]) -> bool:
    """Ingredients all in one line, or hardly any with a number, where people see better ones."""
    numbered = sum(bool(NUMBER.search(line)) for section in ours for line in section.lines)
    poor = _count(ours) == 1 or numbered * SELDOM < _count(ours)
    return poor and _measured(theirs) >= max(FEW, _count(ours) // 2)


def _is_short(ours: list[Section], theirs: list[Section]) -> bool:
    """All steps in one, where people see several that say no less."""
    return _count(ours) == 1 and _count(theirs) >= FEW and _letters(theirs) * 3 >= _letters(ours) * 2


def _have_names(ours: list[Section], theirs: list[Section]) -> bool:
    """Whether people see the same lines in the same order, below names for which the mark-up has no place."""
    named = [section.name for section in theirs if any(letter.isalpha() for letter in section.name)]
    if len(ours) > 1 or not named or _count(ours) != _count(theirs):
        return False
    pairs = zip(_bare(ours), _bare(theirs), strict=True)
    return sum(mine == other for mine, other in pairs) * 10 >= _count(ours) * 6


def _regrouped(ours: list[Section], theirs: list[Section]) -> list[Section]:
    """Our lines below their names."""
    lines = iter([line for section in ours for line in section.lines])
    return [Section(section.name, list(islice(lines, len(section.lines)))) for section in theirs]


def _bare(sections: list[Section]) -> list[str]:
    return [_letters_of(line) for section in sections for line in section.lines]


def _letters_of(line: str) -> str:
    return "".join(one for one in line.casefold() if one.isalnum())


def _lines(sections: list[Section], *, names: bool) -> set[str]:
    """The lines, and the names if wanted, to compare what two readers found."""
    every = [line for section in sections for line in [section.name if names else "", *section.lines]]
    return {bare for line in every if (bare := _letters_of(line))}


def _count(sections: list[Section]) -> int:
    return sum(len(section.lines) for section in sections)


def _measured(sections: list[Section]) -> int:
    return sum(looks_measured(line) for section in sections for line in section.lines)


def _letters(sections: list[Section]) -> int:
    return sum(len(line) for section in sections for line in section.lines)
