"""What stands above a list about shopping: in which store, who is there, and whether one is oneself."""

from dataclasses import dataclass

from accounts.models import User
from shopping.models import ShoppingList, Store
from shopping.queries.store import chosen_id, stores_of
from shopping.queries.trip import Shopper, shoppers_of, shoppers_on


@dataclass(frozen=True)
class Shop:
    """`store` is the one in whose order this person sees the list; `mine` is they themselves, shopping with it."""

    stores: list[Store]
    store: Store | None
    shoppers: list[Shopper]
    mine: Shopper | None

    @property
    def others(self) -> list[Store]:
        return [one for one in self.stores if one != self.store]


def shop_of(shopping_list: ShoppingList, person: User) -> Shop:
    """Two queries."""
    stores = stores_of(shopping_list.household)
    here = shoppers_on(shopping_list, shoppers_of(shopping_list.household))
    mine = next((one for one in here if one.person == person.pk), None)
    wanted = (mine.trip.store_id if mine else None) or chosen_id(shopping_list, person)
    store = next((one for one in stores if one.pk == wanted), None)
    return Shop(stores, store, here, mine)
