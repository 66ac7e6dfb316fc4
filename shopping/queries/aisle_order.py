"""In which order a list is walked: for the store that somebody chose, else as the catalogue has it."""

from pantry.catalogue import AISLES
from shopping.aisles import complete
from shopping.models import Store

CATALOGUE = [aisle.id for aisle in sorted(AISLES.values(), key=lambda aisle: aisle.position)]


def aisle_order(store: Store | None) -> list[int]:
    """Ids of all aisles, the first first. What stands nowhere known comes after them."""
    return complete(store.aisles if store else (), CATALOGUE)
