"""What the pages of chat show beside the messages: who answers, what could be asked."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import Household
from pantry.queries.stock import Lot, eat_first

SUGGESTED = 2


@dataclass(frozen=True)
class Suggestion:
    emoji: str
    text: str


def suggestions(household: Household, today: date) -> list[Suggestion]:
    """First questions that are about this kitchen today."""
    urgent = [_use_up(lot, today) for lot in eat_first(household, today=today, limit=SUGGESTED)]
    return [
        *urgent,
        Suggestion("🍽️", _("What can I cook tonight?")),
        Suggestion("⏳", _("What must be eaten first?")),
        Suggestion("🛒", _("Put milk on the list")),
    ][: SUGGESTED + 2]


def _use_up(lot: Lot, today: date) -> Suggestion:
    """A question that is sent as it is read."""
    food = lot.name[:1].lower() + lot.name[1:] if lot.name[1:].islower() else lot.name
    days = (lot.use_by - today).days if lot.use_by else 0
    if days < 0:
        words = _("What can I cook with the %(food)s? Its date is past.")
    elif days == 0:
        words = _("What can I cook with the %(food)s? It ends today.")
    elif days == 1:
        words = _("What can I cook with the %(food)s? It ends tomorrow.")
    else:
        words = _("What can I cook with the %(food)s? It ends soon.")
    return Suggestion(lot.emoji, words % {"food": food})
