"""`{% drawn %}`: what depends on nothing but values is drawn once, for all who see it."""

from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, cast

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# Fragments that are kept: a list of a hundred for forty households, some 2 KB each.
MOST = 4_000


@register.simple_tag
def drawn(name: str, **values: Any) -> SafeString:
    """The fragment `name` of plain values and frozen dataclasses of them; it sees nothing else of the page.

    Rows that are equal are drawn alike, so that all that a template reads has to be part of that: fields with
    `compare=False`, such as the database's own row, are taken away before it is drawn.
    """
    plain = {key: _plain(value) for key, value in values.items()}
    if settings.DEBUG:
        return _drawn.__wrapped__(name, *_around(), **plain)
    return _drawn(name, *_around(), **plain)


def _around() -> tuple[str | None, str]:
    """What a template reads without being given it."""
    return get_language(), timezone.get_current_timezone_name()


def _plain(value: Any) -> Any:
    """As it can be remembered: without what does not count, and with tuples in place of lists."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    counted, left_out = _fields(type(value))
    lists = {name: tuple(one) for name in counted if isinstance(one := getattr(value, name), list)}
    return replace(value, **dict.fromkeys(left_out), **lists)


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of those that make two of them equal, and of the others."""
    every = fields(kind)
    return tuple(one.name for one in every if one.compare), tuple(one.name for one in every if not one.compare)


@lru_cache(maxsize=MOST)
def _drawn(name: str, _language: str | None, _zone: str, **values: Any) -> SafeString:
    return cast("SafeString", get_template(name).render(values))
