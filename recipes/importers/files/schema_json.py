"""JSON of schema.org in a file of its own, as Nextcloud Cookbook keeps it."""

from collections.abc import Iterator
from typing import Any

from recipes.importers.draft import Draft
from recipes.importers.schema.graph import recipes_in
from recipes.importers.schema.recipe import draft_of


def each(data: dict[str, Any], url: str) -> Iterator[Draft]:
    for node in recipes_in(data):
        yield draft_of(node, url)
