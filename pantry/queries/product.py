"""Products as pages show them, and the product that a code means."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import Household
from kitchen.units import Quantity, tell
from pantry.barcodes import Code, short_form
from pantry.catalogue import NUTRIENTS, name_key
from pantry.models import FoodId, Product, ProductBarcode, StockItem
from pantry.queries.food_facts import decimals
from pantry.queries.foods import food, match
from pantry.queries.stock import picture_of, shelves

ROWS, SURE = 60, 0.9


@dataclass(frozen=True)
class ProductRow:
    """A product as it is drawn; `there` counts its lots on the shelves."""

    product: Product
    emoji: str
    name: str
    pack: str
    food: str
    codes: list[str]
    there: int = 0


@dataclass(frozen=True)
class NutritionRow:
    name: str
    amount: Decimal
    unit: str
    is_part: bool


def products_of(household: Household) -> QuerySet[Product]:
    return Product.objects.filter(household=household, removed_at=None)


def barcode_of(household: Household, code: Code) -> ProductBarcode | None:
    """The code as this household knows it, with its product."""
    return ProductBarcode.objects.filter(household=household, code=code.key).select_related("product").first()


def products_called(household: Household, text: str) -> QuerySet[Product]:
    """Those with all of the words, or a code, in their name, brand or barcodes; all of them for no words."""
    found = products_of(household)
    for word in name_key(text).split():
        digits = Q(barcodes__code__contains=word) if word.isdigit() else Q()
        found = found.filter(Q(name_key__contains=word) | Q(brand__icontains=word) | digits)
    return found.distinct()


def products_page(household: Household, *, text: str = "", page: str = "1") -> Page[ProductRow]:
    """By name."""
    found = products_called(household, text).prefetch_related("barcodes")
    there = Count("stock", filter=Q(stock__finished_at=None), distinct=True)
    listed: Any = Paginator(found.annotate(there=there).order_by("name_key", "id"), ROWS).get_page(page)
    listed.object_list = [row_of(product, vars(product)["there"]) for product in listed.object_list]
    return listed  # type: ignore[no-any-return]


def row_of(product: Product, there: int = 0) -> ProductRow:
    known = food(product.food_ref)
    return ProductRow(
        product=product,
        emoji=picture_of(product.food_ref),
        name=full_name(product),
        pack=pack_in_words(product),
        food=known.name if known else "",
        codes=[short_form(one.code) for one in product.barcodes.all()],
        there=there,
    )


def full_name(product: Product) -> str:
    """Says the brand, unless the name does."""
    is_said = name_key(product.brand) in name_key(product.name)
    return capfirst(product.name if is_said else f"{product.brand} {product.name}")


def pack_of(product: Product) -> Quantity | None:
    return Quantity(product.pack_amount, product.pack_unit) if product.pack_amount else None


def pack_in_words(product: Product, system: str = "metric") -> str:
    pack = pack_of(product)
    return tell(pack, system) if pack else ""


def lots_of(product: Product) -> list[StockItem]:
    """What is on the shelves of it, most urgent first."""
    return list(shelves(product.household).filter(product=product))


def nutrition_of(product: Product) -> list[NutritionRow]:
    told = decimals(product.nutrition)
    known = [one for one in NUTRIENTS.values() if one.code in told]
    return [NutritionRow(_(one.name), told[one.code].normalize(), one.unit, bool(one.part_of)) for one in known]


def guess_food(name: str, kinds: Iterable[str] = ()) -> FoodId | None:
    """Which food a product is: what its kind says surely, else what its name says at all."""
    for kind in kinds:
        found = match(kind)
        if found.food and found.confidence >= SURE:
            return found.food.id
    named = match(name)
    return named.food.id if named.food else None
