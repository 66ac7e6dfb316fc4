"""What the templates ask of Python about one answer: what it took, and what could be asked after it."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from chat.queries.follow_up import follow_ups, wanted_in
from kitchen.ids import new_id

register = template.Library()
register.filter(follow_ups)
register.filter(wanted_in)

# Below these our own matcher would rather be told.
SURE, PROBABLE = Decimal("0.85"), Decimal("0.6")


@register.simple_tag
def fresh_id() -> UUID:
    """For a form that is drawn already sent once only."""
    return new_id()


@register.filter
def percent(share: Decimal) -> str:
    return _("%(number)s %%") % {"number": round(share * 100)}


@register.filter
def in_seconds(milliseconds: int) -> str:
    return _("%(number)s s") % {"number": number_format(Decimal(milliseconds) / 1000, 1)}


@register.filter
def as_cost(cost: Decimal) -> str:
    """With as many places as it takes: an answer costs fractions of a cent."""
    return str(number_format(cost.normalize() if cost < 1 else cost.quantize(Decimal("0.01"))))


@register.filter
def doubt(confidence: Any) -> str:
    """In words, only where there is some."""
    if confidence is None or confidence >= SURE:
        return ""
    return _("probably what was meant") if confidence >= PROBABLE else _("perhaps not what was meant")
