"""What a list costs, as far as anybody knows: in the basket, altogether, of its budget. Not for guests."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kitchen.money import tell_money, tell_roughly
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.list import ListPage
from shopping.queries.price import Prices, estimate, paid_for, prices_of
from shopping.queries.row import ON_IT


@dataclass(frozen=True)
class Money:
    """Sums in the household's currency. `guessed` says that some of it is no price that somebody read off a shelf;
    `unknown` counts things without any. `basket` is the part of `whole` that was ticked.
    """

    currency: str
    basket: Decimal
    whole: Decimal
    budget: Decimal | None
    guessed: bool
    unknown: int

    @property
    def over(self) -> bool:
        return self.budget is not None and self.whole > self.budget

    @property
    def left(self) -> Decimal:
        return (self.budget or Decimal(0)) - self.whole

    @property
    def share(self) -> int:
        """Of the budget, in hundredths, at most all of it."""
        return min(100, int(100 * self.whole / self.budget)) if self.budget else 0

    @property
    def basket_share(self) -> int:
        return min(100, int(100 * self.basket / self.budget)) if self.budget else 0

    @property
    def sentence(self) -> str:
        """Says "about € 31 of € 50, 4 without a price"."""
        said = [self._sum()] if self.whole or not self.unknown else []
        if self.unknown:
            words = ngettext("%(count)d without a price", "%(count)d without a price", self.unknown)
            said.append(words % {"count": self.unknown})
        return ", ".join(said)

    def _sum(self) -> str:
        told = {"sum": self._told(self.whole)}
        if self.budget is None:
            return (_("about %(sum)s") if self.guessed else "%(sum)s") % told
        tell = tell_roughly if self.budget == self.budget.to_integral_value() else tell_money
        told["budget"] = tell(self.budget, self.currency)
        return (_("about %(sum)s of %(budget)s") if self.guessed else _("%(sum)s of %(budget)s")) % told

    @property
    def in_basket(self) -> str:
        told = {"sum": self._told(self.basket)}
        return (_("about %(sum)s in the basket") if self.guessed else _("%(sum)s in the basket")) % told

    @property
    def beyond(self) -> str:
        """By how much it is too much; "" while it is not."""
        return _("%(sum)s over the budget") % {"sum": self._told(-self.left)} if self.over else ""

    def _told(self, amount: Decimal) -> str:
        return tell_roughly(amount, self.currency) if self.guessed else tell_money(amount, self.currency)


def items_on(page: ListPage) -> list[ShoppingListItem]:
    return [row.item for rows in (*(aisle.rows for aisle in page.aisles), page.basket) for row in rows]


def money_of(shopping_list: ShoppingList, items: Sequence[ShoppingListItem] | None = None) -> Money | None:
    """None where there is neither a price nor a budget. One query, and one for the items unless they are given."""
    if items is None:
        items = list(shopping_list.items.filter(household=shopping_list.household_id, state__in=ON_IT))
    household, currency = shopping_list.household, shopping_list.household.currency
    prices = prices_of(household, [item for item in items if item.price is None])
    costs = [(item, _cost(item, prices, currency)) for item in items]
    known = [(item, cost) for item, cost in costs if cost is not None]
    if not known and shopping_list.budget is None:
        return None
    return Money(
        currency=currency,
        basket=sum((cost for item, cost in known if item.state == ItemState.TICKED), Decimal(0)),
        whole=sum((cost for _item, cost in known), Decimal(0)),
        budget=shopping_list.budget,
        guessed=any(item.price is None for item, _cost in known),
        unknown=len(costs) - len(known),
    )


def _cost(item: ShoppingListItem, prices: Prices, currency: str) -> Decimal | None:
    return item.price if item.price is not None else estimate(item, paid_for(item, prices), currency)
