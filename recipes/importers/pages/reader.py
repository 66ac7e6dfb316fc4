"""A page of HTML: what it says to machines first, then what people see."""

from dataclasses import fields, replace
from typing import Any

from recipes.importers.draft import Draft, Section
from recipes.importers.outline import looks_measured
from recipes.importers.pages.document import Document, parse
from recipes.importers.pages.jsonld import read_jsonld
from recipes.importers.pages.microdata import read_microdata
from recipes.importers.pages.plain import read_plain
from recipes.importers.pages.sites import Site, read_site

MOST = 30
# Fewer lines than this are no reason to doubt the mark-up.
FEW = 3


def read_page(text: str, url: str = "", *, wild: bool = False) -> list[Draft]:
    """The recipes of a page; `wild` does without the readers for single sites."""
    document = parse(text, url)
    if document is None:
        return []
    marked = _distinct([*read_jsonld(document), *read_microdata(document)])
    site = None if wild else read_site(document)
    whole = [draft for draft in marked if draft.is_complete]
    if len(whole) > 1:
        return [filled(draft, Draft(source_name=document.head().source_name)) for draft in whole[:MOST]]
    draft = whole[0] if whole else _fullest(marked)
    if site is not None:
        draft = filled(improved(draft, site), site.draft)
    if not draft.is_complete or (site is None and doubtful(draft)):
        draft = seen(draft, read_plain(document))
    found = filled(draft, document.head())
    return [found] if found.ingredients or found.steps else []


def doubtful(draft: Draft) -> bool:
    """Whether the mark-up was filled in without care: all in one line, or ingredients without any amount."""
    return _is_poor(draft.ingredients) or not _measured(draft.ingredients) or _is_poor(draft.steps)


def seen(draft: Draft, plain: Draft | None) -> Draft:
    """The draft, with what people see on the page where the mark-up says less."""
    if plain is None:
        return draft
    better: dict[str, Any] = {}
    ingredients, steps = plain.ingredients, plain.steps
    if _is_poor(draft.ingredients) or not _measured(draft.ingredients):
        if _measured(ingredients) >= max(FEW, _count(draft.ingredients) // 2):
            better["ingredients"] = ingredients
    if _is_poor(draft.steps) and _count(steps) >= FEW and _letters(steps) * 3 >= _letters(draft.steps) * 2:
        better["steps"] = steps
    return filled(replace(draft, **better), plain)


def _count(sections: list[Section]) -> int:
    return sum(len(section.lines) for section in sections)


def _letters(sections: list[Section]) -> int:
    return sum(len(line) for section in sections for line in section.lines)


def _measured(sections: list[Section]) -> int:
    return sum(looks_measured(line) for section in sections for line in section.lines)


def _is_poor(sections: list[Section]) -> bool:
    return _count(sections) == 1


def improved(draft: Draft, site: Site) -> Draft:
    """The draft, with what the reader of this site reads by a way of its own, unless that says nothing new."""
    better: dict[str, Any] = {}
    for name in site.own:
        ours, theirs = getattr(draft, name), getattr(site.draft, name)
        if not theirs:
            continue
        if name in {"ingredients", "steps"} and ours:
            fewer = len(theirs) <= len(ours) and _lines(theirs) <= _lines(ours)
            if fewer and len(_lines(ours)) <= len(_lines(theirs)) + len(ours):
                continue
        better[name] = theirs
    return replace(draft, **better)


def _lines(sections: list[Section]) -> set[str]:
    """The lines and names, to compare what two readers found."""
    every = [line for section in sections for line in (section.name, *section.lines)]
    return {bare for line in every if (bare := "".join(line.casefold().split()).rstrip(":"))}


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


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft of each title: a page often says the same recipe in two ways, which fill each other's gaps."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        key = draft.title.casefold()
        found[key] = filled(found[key], draft) if key in found else draft
    return list(found.values())


def _fullest(drafts: list[Draft]) -> Draft:
    return max(
        drafts, key=lambda draft: (bool(draft.ingredients) + bool(draft.steps), bool(draft.title)), default=Draft()
    )
