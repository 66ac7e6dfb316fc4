"""A page of HTML: what it says to machines first, then what people see."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from recipes.importers.draft import Draft
from recipes.importers.pages.document import Document, parse
from recipes.importers.pages.jsonld import read_jsonld
from recipes.importers.pages.microdata import read_microdata
from recipes.importers.pages.plain import read_plain
from recipes.importers.pages.sites import read_site

MOST = 30


def read_page(text: str, url: str = "", *, wild: bool = False) -> list[Draft]:
    """The recipes of a page; `wild` does without the readers for single sites."""
    document = parse(text, url)
    if document is None:
        return []
    marked = _distinct([*read_jsonld(document), *read_microdata(document)])
    whole = [draft for draft in marked if draft.is_complete]
    if len(whole) > 1:
        return [filled(draft, Draft(source_name=document.head().source_name)) for draft in whole[:MOST]]
    draft = whole[0] if whole else _fullest(marked)
    for more in _others(document, wild=wild):
        if draft.is_complete:
            break
        draft = filled(draft, more())
    found = filled(draft, document.head())
    return [found] if found.ingredients or found.steps else []


def _others(document: Document, *, wild: bool) -> Iterator[Callable[[], Draft | None]]:
    if not wild:
        yield lambda: read_site(document)
    yield lambda: read_plain(document)


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
