"""What one search finds of shopping: things on open lists, lists by their name, bills for those who live here."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.doors import may
from kitchen.search import MOST_HITS, Ask, Hit, matches
from shopping.models import ItemState, ShoppingList, ShoppingListItem
from shopping.queries.expense import expenses_of
from shopping.wanted import told

MOST_LOOKED_AT = 500


def find_in_lists(ask: Ask) -> list[Hit]:
    lists = ShoppingList.objects.filter(household=ask.household, archived_at=None)
    items = ShoppingListItem.objects.filter(shopping_list__in=lists, state__in=(ItemState.OPEN, ItemState.TICKED))
    found = [_hit_of_list(one, ask) for one in lists if matches(ask, one.name)]
    newest = items.select_related("shopping_list").order_by("-created_at")[:MOST_LOOKED_AT]
    found += [_hit_of_item(item, ask) for item in newest if matches(ask, item.name, item.note)]
    return [*found, *_bills(ask)][:MOST_HITS]


def _hit_of_list(one: ShoppingList, ask: Ask) -> Hit:
    return Hit(one.name, _("shopping list"), _url(one, ask), "shopping")


def _hit_of_item(item: ShoppingListItem, ask: Ask) -> Hit:
    words = {"list": item.shopping_list.name, "amount": told(item.quantity, item.unit)}
    if item.state == ItemState.TICKED:
        detail = _("in the basket, on %(list)s") % words
    else:
        detail = _("%(amount)s, on %(list)s") % words if words["amount"] else _("on %(list)s") % words
    return Hit(item.name, detail, _url(item.shopping_list, ask), "shopping")


def _url(one: ShoppingList, ask: Ask) -> str:
    return reverse("shopping:list.show", kwargs={"code": ask.household.code, "id": one.pk})


def _bills(ask: Ask) -> list[Hit]:
    """What things cost is not for guests."""
    if not may(ask.membership.role, "shopping:expense.show"):
        return []
    bills = expenses_of(ask.household)[:MOST_LOOKED_AT]
    return [
        Hit(
            one.title,
            _("bill"),
            reverse("shopping:expense.show", kwargs={"code": ask.household.code, "id": one.pk}),
            "money",
        )
        for one in bills
        if matches(ask, one.title)
    ]
