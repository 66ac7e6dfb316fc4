"""JSON of schema.org: one recipe, a list of them, a graph."""

from collections.abc import Iterator

from recipes.importers.draft import Draft
from recipes.importers.schema.graph import recipes_in
from recipes.importers.schema.recipe import draft_of
from recipes.importers.source import Source


def fits(source: Source) -> bool:
    return isinstance(source.data, dict | list)


def read(source: Source) -> Iterator[Draft]:
    for node in recipes_in(source.data):
        yield draft_of(node, source.url)
