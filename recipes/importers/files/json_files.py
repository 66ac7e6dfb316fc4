"""JSON in the dialects of several programs. One recipe, a list of them, a graph, a backup."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from recipes.importers.draft import Draft, Failure
from recipes.importers.files import (
    crouton,
    kitchen_recipe,
    mealie,
    mealie_backup,
    mela,
    paprika,
    plain_json,
    recettetek,
    recipesage,
    schema_json,
    tandoor,
)
from recipes.importers.files.amounts import dicts
from recipes.importers.files.batch import one_by_one
from recipes.importers.source import Source

Row = dict[str, Any]
DIALECTS = (kitchen_recipe, mealie, tandoor, paprika, crouton, mela, recipesage, recettetek)
MOST = 20_000


def fits(source: Source) -> bool:
    return isinstance(source.data, dict | list)


def read(source: Source) -> Iterator[Draft | Failure]:
    if isinstance(source.data, dict) and mealie_backup.fits(source.data):
        source.extras.extend(mealie_backup.extras(source.data))
        backup = mealie_backup.Backup(source.data, source.around)
        return one_by_one(backup.rows(), backup.each, _name)
    return one_by_one(_objects(source.data), partial(_drafts, source=source), _name)


def _drafts(data: Row, source: Source) -> list[Draft]:
    dialect = next((one for one in DIALECTS if one.fits(data)), None)
    if dialect is not None:
        return list(dialect.each(data, source))
    found = list(schema_json.each(data, source))
    return found or (list(plain_json.each(data, source)) if plain_json.fits(data) else [])


def _name(data: Row) -> object:
    return data.get("name") or data.get("title")


def _objects(data: Any) -> list[Row]:
    """The objects of a file: itself, those of its list, those under "recipes"."""
    if isinstance(data, list):
        return dicts(data)[:MOST]
    inner = data.get("recipes")
    return dicts(inner)[:MOST] if isinstance(inner, list) and "@type" not in data else [data]
