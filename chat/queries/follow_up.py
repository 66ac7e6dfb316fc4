"""What somebody is likely to ask next: made of what an answer shows, by rule, in words that our assistant knows."""

import re
from typing import Any

from django.utils.translation import gettext as _

from chat.models import Card, Message, MessageState
from chat.queries.line import Line

# A line of a list that names a thing, and no whole sentence.
BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?P<thing>[^\n]{2,48})$", re.MULTILINE)
MARKS = str.maketrans("", "", "*_`[]")
FEWEST, MOST = 2, 12
SHOWS_ITSELF = {Card.LIST, Card.SPLIT, Card.LOTS, Card.RECIPES}


def follow_ups(line: Line) -> list[str]:
    """For the newest answer, once it is settled and nothing in it waits for a decision."""
    settled = line.newest and line.message.state == MessageState.DONE
    if not settled or line.card is None or any(offer.waiting for offer in line.offers):
        return []
    asks = {Card.RECIPES: _of_recipes, Card.RECIPE: _of_recipes, Card.LOTS: _of_lots, Card.SPLIT: _of_split}
    ask = asks.get(line.card.kind)
    return ask(line.card) if ask else []


def wanted_in(message: Message) -> str:
    """A request to put what an answer lists on the list; "" where it lists nothing to buy."""
    if message.card in SHOWS_ITSELF:
        return ""
    things = [found["thing"].translate(MARKS).strip() for found in BULLET.finditer(message.text)]
    things = [thing for thing in things if thing and not thing.endswith((".", ":", "?", "!"))]
    if not FEWEST <= len(things) <= MOST:
        return ""
    return _("Put %(things)s on the list") % {"things": ", ".join(things)}


def _of_recipes(card: Any) -> list[str]:
    name = {"name": str(_told(card.rows[0], "name"))}
    if card.lacks:
        return [_("What is missing for %(name)s?") % name, _("Put what is missing for %(name)s on the list") % name]
    return [_("Who can eat %(name)s?") % name, _("How many calories does %(name)s have?") % name]


def _of_lots(card: Any) -> list[str]:
    name = {"name": str(_told(card.rows[0], "name"))}
    return [_("What can I cook with %(name)s?") % name, _("How long does %(name)s keep?") % name]


def _of_split(card: Any) -> list[str]:
    del card
    return [_("Who owes whom?")]


def _told(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, dict) else getattr(row, name)
