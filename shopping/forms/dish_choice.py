"""Dishes in an address: ?dish=…&dish=…&for-…=6, with servings for those that are not as written."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from shopping.forms.need import ServingsForm


def read_dishes(query: QueryDict) -> list[tuple[UUID, Decimal | None]]:
    """What is no id of a dish is left out."""
    ids = [id for text in query.getlist("dish") if (id := _id(text))]
    return [(id, ServingsForm({"servings": query.get(f"for-{id}")}).said()) for id in dict.fromkeys(ids)]


def written(dishes: Iterable[tuple[UUID, str | None]], changed: Mapping[UUID, str | None] | None = None) -> str:
    """The end of an address; `changed` are servings that are other than now."""
    with_servings = [(id, (changed or {}).get(id, servings)) for id, servings in dishes]
    pairs = [("dish", str(id)) for id, _servings in with_servings]
    return "?" + urlencode([*pairs, *((f"for-{id}", servings) for id, servings in with_servings if servings)])


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
