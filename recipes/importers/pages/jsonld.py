"""Recipes in the JSON that a page carries for search engines."""

from collections.abc import Iterator
from typing import Any

from recipes.importers.draft import Draft
from recipes.importers.mending import loads
from recipes.importers.pages.document import Document, inner_text
from recipes.importers.schema.graph import recipes_in
from recipes.importers.schema.recipe import draft_of


def read_jsonld(document: Document) -> list[Draft]:
    return [draft_of(node, document.url) for node in recipes_in(list(_data(document)))]


def _data(document: Document) -> Iterator[Any]:
    for script in document.root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            yield loads(inner_text(script))
