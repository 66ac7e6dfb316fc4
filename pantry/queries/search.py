"""What a search over everything finds on the shelves."""

from django.urls import reverse

from kitchen.search import MOST_HITS, Ask, Hit
from pantry.queries.day import today_in
from pantry.queries.stock import Lot, lots


def find_on_shelves(ask: Ask) -> list[Hit]:
    """Lots by their name, or by another name of the same food, the most urgent first."""
    today = today_in(ask.household)
    return [_hit(lot, ask) for lot in lots(ask.household, today=today, text=ask.text, limit=MOST_HITS)]


def _hit(lot: Lot, ask: Ask) -> Hit:
    url = reverse("pantry:stock.show", kwargs={"code": ask.household.code, "id": lot.id})
    told = (lot.how_much, lot.place, lot.due)
    return Hit(lot.name, " · ".join(part for part in told if part), url, "pantry")
