"""Which of several readings of one page is right, field by field."""

from dataclasses import fields, replace
from typing import Any

from recipes.importers.draft import Draft, Section
from recipes.importers.outline import looks_measured
from recipes.importers.pages.sites import Site

# Fewer lines than this are no reason to doubt the mark-up.
FEW = 3
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
        if (careless and not surely) or _is_named_better(ours, theirs):
            better[name] = theirs
    return filled(replace(draft, **better), plain)


def _is_careless(ours: list[Section], theirs: list[Section]) -> bool:
    """Ingredients all in one line, or none of them with an amount, where people see better ones."""
    poor = _count(ours) == 1 or not _measured(ours)
    return poor and _measured(theirs) >= max(FEW, _count(ours) // 2)


def _is_short(ours: list[Section], theirs: list[Section]) -> bool:
    """All steps in one, where people see several that say no less."""
    return _count(ours) == 1 and _count(theirs) >= FEW and _letters(theirs) * 3 >= _letters(ours) * 2


def _is_named_better(ours: list[Section], theirs: list[Section]) -> bool:
    """The same lines, but below names that the mark-up has no place for."""
    named = sum(bool(section.name) for section in theirs)
    if len(ours) > 1 or named < 1 or len(theirs) < len(ours) or (len(theirs) == 1 and not theirs[0].name):
        return False
    return _count(ours) == _count(theirs) and _lines(ours, names=False) == _lines(theirs, names=False)


def _lines(sections: list[Section], *, names: bool) -> set[str]:
    """The lines, and the names if wanted, to compare what two readers found."""
    every = [line for section in sections for line in [section.name if names else "", *section.lines]]
    return {bare for line in every if (bare := "".join(one for one in line.casefold() if one.isalnum()))}


def _count(sections: list[Section]) -> int:
    return sum(len(section.lines) for section in sections)


def _measured(sections: list[Section]) -> int:
    return sum(looks_measured(line) for section in sections for line in section.lines)


def _letters(sections: list[Section]) -> int:
    return sum(len(line) for section in sections for line in section.lines)
