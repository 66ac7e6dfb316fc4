"""What putting away is drawn from, and what is said when it is done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household
from pantry.models import Place, Product, StockItem, of_foods
from pantry.services.place import places_of
from shopping.models import ItemState, ShoppingList, ShoppingListItem

# So many things are named in the notice, more are counted.
NAMED = 3
MOST_PRODUCTS = 200


@dataclass(frozen=True)
class Shelves:
    """Where things may go, and what may be meant by each: `products` by the id of the item."""

    places: list[Place]
    currency: str
    products: Mapping[UUID, Sequence[Product]] = field(default_factory=dict)


def shelves_for(household: Household, items: Sequence[ShoppingListItem]) -> Shelves:
    return Shelves(places_of(household), household.currency, _products(household, items))


def _products(household: Household, items: Sequence[ShoppingListItem]) -> dict[UUID, list[Product]]:
    """Those of the same food or name, and the one that is meant already."""
    foods = {item.food_ref for item in items if item.food_ref}
    keys, meant = {item.name_key for item in items}, {item.product_id for item in items if item.product_id}
    wanted = Q(name_key__in=keys) | of_foods(foods) | Q(pk__in=meant)
    known = Product.objects.filter(wanted, Q(removed_at=None) | Q(pk__in=meant), household=household)
    found = list(known.order_by("name_key", "id")[:MOST_PRODUCTS])
    return {item.pk: [one for one in found if _is_meant(one, item)] for item in items}


def _is_meant(product: Product, item: ShoppingListItem) -> bool:
    same_food = item.food_ref is not None and product.food_ref == item.food_ref
    return same_food or product.name_key == item.name_key or product.pk == item.product_id


def said_of(lots: Sequence[StockItem], gone: int, waiting: Sequence[str] = ()) -> str:
    """What went where, what went nowhere, and what is in the basket still."""
    sentences = [_stocked(lots)] if lots else []
    if gone:
        words = ngettext(
            "%(count)d thing that is no food is off the list.",
            "%(count)d things that are no food are off the list.",
            gone,
        )
        sentences.append(words % {"count": gone})
    if waiting:
        sentences.append(_("Ticked since, and still in the basket: %(names)s.") % {"names": _names(waiting)})
    return " ".join(sentences) or _("This has been put away already.")


def _stocked(lots: Sequence[StockItem]) -> str:
    if len(lots) <= NAMED:
        parts = [_("%(name)s: %(place)s") % {"name": lot.name, "place": lot.place.name} for lot in lots]
        return _("Put away. %(where)s.") % {"where": ", ".join(parts)}
    places = Counter(lot.place.name for lot in lots)
    parts = [_("%(place)s: %(count)d") % {"place": place, "count": count} for place, count in places.most_common()]
    words = ngettext("%(count)d thing put away. %(where)s.", "%(count)d things put away. %(where)s.", len(lots))
    return words % {"count": len(lots), "where": ", ".join(parts)}


def _names(names: Sequence[str]) -> str:
    named, more = list(names[:NAMED]), len(names) - NAMED
    if more > 0:
        named.append(ngettext("%(count)d more", "%(count)d more", more) % {"count": more})
    return str(get_text_list(named, _("and")))


def waiting_in(shopping_list: ShoppingList) -> list[str]:
    """The names of what is in the basket, newest last."""
    ticked = shopping_list.items.filter(state=ItemState.TICKED).order_by("ticked_at", "id")
    return list(ticked.values_list("name", flat=True))
