"""What a search over everything finds in the pantry: lots, products and foods."""

from django.urls import reverse

from kitchen.search import MOST_HITS, Ask, Hit
from pantry.models import Product
from pantry.queries.day import today_in
from pantry.queries.food_search import FoodHit, find_foods
from pantry.queries.foods import food
from pantry.queries.product import full_name, pack_in_words, products_called
from pantry.queries.stock import Lot, lots

ENOUGH = 4


def find_on_shelves(ask: Ask) -> list[Hit]:
    """Lots by their name, or by another name of the same food, the most urgent first."""
    today = today_in(ask.household)
    return [_hit(lot, ask) for lot in lots(ask.household, today=today, text=ask.text, limit=MOST_HITS)]


def find_products(ask: Ask) -> list[Hit]:
    """Products by name, brand or barcode, whether there is something of them or not."""
    return [_product(product, ask) for product in products_called(ask.household, ask.text)[:MOST_HITS]]


def find_in_foods(ask: Ask) -> list[Hit]:
    """Foods that are known here, by any word for them; of few letters there would be too many."""
    found = find_foods(ask.text, MOST_HITS) if len(ask.text.strip()) >= ENOUGH else []
    return [_food(hit, ask) for hit in found]


def _food(hit: FoodHit, ask: Ask) -> Hit:
    url = reverse("pantry:food.show", kwargs={"code": ask.household.code, "id": hit.ref})
    return Hit(hit.name, hit.also or hit.group, url, "leaf")


def _product(product: Product, ask: Ask) -> Hit:
    url = reverse("pantry:product.show", kwargs={"code": ask.household.code, "id": product.pk})
    known = food(product.food_ref)
    told = (pack_in_words(product), known.name if known else "")
    return Hit(full_name(product), " · ".join(part for part in told if part), url, "barcode")


def _hit(lot: Lot, ask: Ask) -> Hit:
    url = reverse("pantry:stock.show", kwargs={"code": ask.household.code, "id": lot.id})
    told = (lot.how_much, lot.place, lot.due)
    return Hit(lot.name, " · ".join(part for part in told if part), url, "pantry")
