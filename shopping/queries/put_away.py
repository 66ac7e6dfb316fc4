"""What putting away is drawn from, and what is said when it is done."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household
from pantry.models import Place, Product, StockItem
from pantry.services.place import places_of
from shopping.models import ItemState, ShoppingList, ShoppingListItem

# So many things are named in the notice, more are counted.
NAMED = 3
MOST_PRODUCTS = 20


@dataclass(frozen=True)
class Shelves:
    """Where things may go, and in what money they are paid."""

    places: list[Place]
    currency: str

    @property
    def storages(self) -> str:
        """JSON: how each place keeps food."""
        return json.dumps({str(place.pk): place.storage for place in self.places})


def shelves_of(household: Household) -> Shelves:
    return Shelves(places_of(household), household.currency)


def basket_of(shopping_list: ShoppingList) -> list[ShoppingListItem]:
    """In the order in which it was ticked; `products` are those that may be meant, as `{"id", "name", "brand"}`: of the
    same food or name, and the one that is meant already. One query.
    """
    meant = Q(pk=OuterRef("product"))
    same = Q(food=OuterRef("food")) | Q(own_food=OuterRef("own_food")) | Q(name_key=OuterRef("name_key"))
    sold = Product.objects.filter(meant | (same & Q(removed_at=None)), household=OuterRef("household"))
    facts = sold.order_by("name_key", "id").values(facts=JSONObject(id="id", name="name", brand="brand"))
    ticked = shopping_list.items.filter(state=ItemState.TICKED).annotate(products=ArraySubquery(facts[:MOST_PRODUCTS]))
    return list(ticked.order_by("ticked_at", "id"))


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
