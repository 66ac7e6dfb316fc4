"""In which order the dishes stand, as links."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from recipes.forms.filters import Addresses, Link
from recipes.queries.wanted import MATCH, Sort, Wanted


@dataclass(frozen=True)
class Order:
    """`now` is the present one in words."""

    now: str
    links: list[Link]
    other_end: Link


def order_of(wanted: Wanted, here: str) -> Order:
    at, named = Addresses(here, wanted), names()
    links = [
        Link(label, at(sort=Sort("" if by == usual(wanted) else by)), by == wanted.sorted_by)
        for by, label in named.items()
        if by != MATCH or wanted.q
    ]
    turned = replace(wanted.sort, is_reversed=not wanted.sort.is_reversed)
    return Order(named[wanted.sorted_by], links, Link("", at(sort=turned), wanted.sort.is_reversed))


def usual(wanted: Wanted) -> str:
    """The order where none is asked for."""
    return replace(wanted, sort=Sort()).sorted_by


def names() -> dict[str, str]:
    return {
        MATCH: _("best match"),
        "here": _("what is here"),
        "time": _("shortest time"),
        "rating": _("best rated"),
        "newest": _("newest"),
        "cooked": _("longest not cooked"),
        "name": _("name"),
    }
