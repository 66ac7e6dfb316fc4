"""One value as JSON keeps it, and what may be read back: never more than its column, and this program, can hold."""

import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.transfer.tables import Column
from kitchen.units import UNITS

Rename = Callable[[str], str]
# What scripts, calendars and sums of days can work with.
FIRST_YEAR, LAST_YEAR, LARGEST, DEEPEST = 1900, 2200, 2**53, 20
KINDS: tuple[tuple[type[Any], type[Any]], ...] = (
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (ArrayField, list),
    (models.JSONField, object),
)


class BrokenError(ValueError):
    """Something in the file is not what a household can hold."""


def told(value: Any) -> Any:
    """As JSON keeps it: exact numbers and times as text."""
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return [told(one) for one in value] if isinstance(value, list) else value


def read(field: Column, raw: Any, rename: Rename) -> Any:
    """The value of a column; ids in it by their new name. BrokenError, or ValidationError, if it cannot be one."""
    if raw is None:
        if not field.null:
            raise BrokenError("nothing where something must be")
        return None
    wanted = next((kind for known, kind in KINDS if isinstance(field, known)), str)
    if not isinstance(raw, wanted) or (wanted is int and isinstance(raw, bool)):
        raise BrokenError("a value of another type")
    if isinstance(field, ArrayField):
        value: Any = [read(field.base_field, one, rename) for one in raw]
    elif isinstance(field, models.JSONField):
        value = tidied(raw, rename)
    else:
        value = field.to_python(_plain(field, raw, rename))
    _judge(field, value)
    return value


def _plain(field: Column, raw: Any, rename: Rename) -> Any:
    if isinstance(raw, str):
        _judge_text(raw)
    return rename(raw) if isinstance(field, models.UUIDField) else raw


def _judge(field: Column, value: Any) -> None:
    field.run_validators(value)
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise BrokenError("a day out of all time")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise BrokenError("a time without its zone")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise BrokenError("a number without measure")
    known = _known(field)
    if known is not None and value not in known:
        raise BrokenError("a word that this program does not know")


def _known(field: Column) -> set[str] | None:
    """The words that a column may hold, where they are counted."""
    if field.name == "unit" or field.name.endswith("_unit"):
        return {"", *UNITS}
    if not field.choices:
        return None
    return {code for code, _label in field.flatchoices} | ({""} if field.blank or field.get_default() == "" else set())


def tidied(raw: Any, rename: Rename, depth: int = 0) -> Any:
    """JSON that PostgreSQL can keep, ids in it by their new names."""
    if depth > DEEPEST:
        raise BrokenError("too deep")
    if isinstance(raw, str):
        _judge_text(raw)
        return rename(raw) if is_id(raw) else raw
    if isinstance(raw, float) and not math.isfinite(raw):
        raise BrokenError("no number")
    if isinstance(raw, int) and abs(raw) > LARGEST:
        raise BrokenError("a number without measure")
    if isinstance(raw, list):
        return [tidied(one, rename, depth + 1) for one in raw]
    if isinstance(raw, dict):
        return {tidied(key, rename, depth + 1): tidied(one, rename, depth + 1) for key, one in raw.items()}
    return raw


def _judge_text(text: str) -> None:
    if "\x00" in text or (not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)):
        raise BrokenError("letters that are none")


def is_id(text: str) -> bool:
    """A UUID as `str` writes it."""
    try:
        return len(text) == 36 and str(UUID(text)) == text  # noqa: PLR2004 - the length of a UUID
    except ValueError:
        return False
