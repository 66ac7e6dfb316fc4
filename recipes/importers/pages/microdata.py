"""Recipes marked up with microdata (itemscope, itemprop) or RDFa (typeof, property)."""

from recipes.importers.draft import Draft
from recipes.importers.pages.document import Document, Element
from recipes.importers.pages.marked import Dialect, items
from recipes.importers.schema.recipe import draft_of


def _types(element: Element) -> list[str]:
    if element.get("itemscope") is None and element.get("itemtype") is None:
        return []
    return (element.get("itemtype") or "Thing").split()


def _names(element: Element) -> list[str]:
    return (element.get("itemprop") or "").split()


def _rdfa_types(element: Element) -> list[str]:
    return (element.get("typeof") or "").split()


def _rdfa_names(element: Element) -> list[str]:
    """Without the prefixes: "v:ingredient", "schema:name", "http://schema.org/name"."""
    told = (element.get("property") or "").split()
    return [one.replace(":", "/").rpartition("/")[2] for one in told if not one.startswith(("og:", "article:", "fb:"))]


MICRODATA, RDFA = Dialect(_types, _names), Dialect(_rdfa_types, _rdfa_names)


def read_microdata(document: Document) -> list[Draft]:
    return [draft_of(node, document.url) for dialect in (MICRODATA, RDFA) for node in items(document, dialect)]
