"""JSON in the dialects of several programs. One recipe, a list of them, a graph, a backup."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from recipes.importers.draft import Draft, Failure
from recipes.importers.files import mealie, mealie_backup, paprika, plain_json, schema_json, tandoor
from recipes.importers.files.amounts import dicts
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

Row = dict[str, Any]
DIALECTS = (mealie, tandoor, paprika)
MOST = 20_000


def fits(source: Source) -> bool:
    return isinstance(source.data, dict | list)


def read(source: Source) -> Iterator[Draft | Failure]:
    if isinstance(source.data, dict) and mealie_backup.fits(source.data):
        return one_by_one(mealie_backup.rows(source.data), mealie.each, _name)
    return one_by_one(_objects(source.data), partial(_drafts, url=source.url), _name)


def _drafts(data: Row, url: str) -> list[Draft]:
    dialect = next((one for one in DIALECTS if one.fits(data)), None)
    if dialect is not None:
        return list(dialect.each(data))
    return list(schema_json.each(data, url)) or (list(plain_json.each(data)) if plain_json.fits(data) else [])


def _name(data: Row) -> object:
    return data.get("name") or data.get("title")


def _objects(data: Any) -> list[Row]:
    """The objects of a file: itself, those of its list, those under "recipes"."""
    if isinstance(data, list):
        return dicts(data)[:MOST]
    inner = data.get("recipes")
    return dicts(inner)[:MOST] if isinstance(inner, list) and "@type" not in data else [data]
