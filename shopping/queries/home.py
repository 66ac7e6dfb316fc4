"""The room of shopping: each open list, how far it is, and who is in the shop with it."""

from dataclasses import dataclass

from accounts.models import Household
from shopping.models import ShoppingList
from shopping.queries.list import ListCard, open_lists
from shopping.queries.trip import Shopper, shoppers_of, shoppers_on


@dataclass(frozen=True)
class HomeCard:
    card: ListCard
    shoppers: list[Shopper]

    @property
    def shopping_list(self) -> ShoppingList:
        return self.card.shopping_list


def home_cards(household: Household) -> list[HomeCard]:
    """Three queries, however many lists and people there are."""
    shoppers = shoppers_of(household)
    return [HomeCard(card, shoppers_on(card.shopping_list, shoppers)) for card in open_lists(household)]
