"""What a household takes with it as tables: its stock, its own foods, its ledger."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone

from accounts.models import Household
from kitchen.zones import zone
from pantry.models import OwnFood, StockItem, StockMovement

STOCK = (
    *("name", "brand", "amount", "unit", "pack", "place", "kept_in", "use_by", "kind_of_date", "opened_on"),
    *("frozen_on", "price", "note", "barcode", "lot"),
)
FOODS = (
    *("name", "plural", "also_called", "category", "kept_in", "density", "piece_weight", "package_weight"),
    *("allergens", "diets", "minimum", "minimum_unit"),
)
LEDGER = (
    *("at", "what", "name", "amount", "unit", "reason", "value", "from_place", "to_place", "by", "lot", "line"),
    *("takes_back",),
)


def stock_rows(household: Household) -> Iterator[Sequence[Any]]:
    """What is on the shelves; two queries."""
    lots = StockItem.objects.filter(household=household, finished_at=None).select_related("place", "product")
    for lot in lots.prefetch_related("product__barcodes"):
        codes = [code.code for code in lot.product.barcodes.all()] if lot.product else []
        on, kind = (lot.printed_on, lot.printed_kind) if lot.printed_on else (lot.use_by, lot.date_kind)
        yield (
            *(lot.name, lot.product.brand if lot.product else "", _plain(lot.amount) or lot.rough, lot.unit),
            *(_plain(lot.pack), lot.place.name, lot.place.storage, on if kind != "estimated" else None, kind),
            *(lot.opened_on, lot.frozen_on, lot.price, lot.note, codes[0] if codes else "", lot.pk),
        )


def food_rows(household: Household) -> Iterator[Sequence[Any]]:
    for food in OwnFood.objects.filter(household=household, removed_at=None).select_related("category"):
        yield (
            *(food.name, food.plural, "|".join(food.aliases), food.category.slug if food.category else ""),
            *(food.storage, _plain(food.density), _plain(food.piece_weight), _plain(food.package_weight)),
            *("|".join(food.allergens), "|".join(food.diets), _plain(food.minimum), food.minimum_unit),
        )


def ledger_rows(household: Household) -> Iterator[Sequence[Any]]:
    """Every line that was ever written, the oldest first; times are those of the household's zone."""
    here = zone(household.time_zone)
    lines = StockMovement.objects.filter(household=household).select_related("item", "from_place", "to_place", "by")
    for line in lines.iterator(chunk_size=2000):
        yield (
            *(timezone.localtime(line.created_at, here).isoformat(timespec="seconds"), line.kind, line.item.name),
            *(_plain(line.delta), line.unit, line.reason, line.value),
            *(line.from_place.name if line.from_place else "", line.to_place.name if line.to_place else ""),
            *(line.by.called if line.by else "", line.item_id, line.pk, line.undoes_id),
        )


TABLES = {"stock": (STOCK, stock_rows), "foods": (FOODS, food_rows), "ledger": (LEDGER, ledger_rows)}


def _plain(number: Any) -> str:
    return "" if number is None else f"{number.normalize():f}"
