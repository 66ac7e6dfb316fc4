"""What the templates of chat ask of Python: who answered, which page a chip opens."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat.queries.proposal import to_decide as waiting_for_viewer
from chat.queries.source import Chip, chips, page_url

register = template.Library()

# By the set of tools that answered.
KEEPERS: dict[str, str | Promise] = {
    "pantry": _("Pantry keeper"),
    "recipes": _("Cook"),
    "shopping": _("Shopper"),
    "dietitian": _("Dietitian"),
    "money": _("Bookkeeper"),
}
KITCHEN = _("Kitchen")


@register.filter
def keeper(agent: str) -> str | Promise:
    """Who of the kitchen answered, as people would call them."""
    return KEEPERS.get(agent, KITCHEN)


@register.filter
def to_decide(offers: Any) -> list[Any]:
    return waiting_for_viewer(offers)


@register.simple_tag
def chips_of(line: Any, household: Any, viewer: Any) -> list[Chip]:
    return chips(line.message, household, viewer)


@register.simple_tag
def thing_url(kind: str, id: Any, household: Any, viewer: Any) -> str:
    """The page of a thing on a card, "" where the viewer may not look."""
    return page_url(kind, str(id), household, viewer)
