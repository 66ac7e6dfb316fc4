"""What shopping puts into the registries of others: verbs, exports, drawings, what a search finds."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.verbs import Verb, verbs
from kitchen.search import Provider, providers
from pantry.food_rows import FoodRows, food_rows
from pantry.verbs import LotsVerb
from recipes.merging import Following, followings
from shopping import live
from shopping.models import ItemReason, ItemState, ShoppingListItem
from shopping.queries.export import register_exports
from shopping.queries.search import find_in_lists
from shopping.services import adding, expense, item, put_away
from shopping.services import list as lists

VERBS = {
    "list.created": Verb(_("{actor} began the shopping list {name}"), "shopping", lists.undo_creating),
    "list.renamed": Verb(_("{actor} renamed the shopping list {from} to {to}"), "edit", lists.undo_renaming),
    "list.archived": Verb(_("{actor} put the shopping list {name} aside"), "archive", lists.undo_archiving),
    "list.put_away": LotsVerb(_("{actor} bought {what} and put it away"), "pantry", put_away.undo_putting_away),
    "list.emptied": Verb(_("{actor} emptied the basket of {list}"), "shopping", put_away.undo_putting_away),
    "item.added": Verb(_("{actor} put on the list {list}: {names}"), "shopping", adding.undo_adding),
    "item.needed": Verb(_("{actor} put on the list {list} for {dish}: {names}"), "shopping", adding.undo_adding),
    "item.changed": Verb(_("{actor} changed {name} on the list {list}"), "edit", item.undo_change),
    "item.removed": Verb(_("{actor} took {name} off the list {list}"), "trash", item.undo_removal),
    # Guests read the feed: it says what a bill was for, never how much it was.
    "expense.added": Verb(_("{actor} split a bill: {title}"), "money", expense.undo_adding),
    "expense.confirmed": Verb(_("{actor} agreed to their share of {title}"), "check", expense.undo_confirming),
}


def wire() -> None:
    live.register()
    followings.register("shopping.reasons", Following(ItemReason, ("item_id",)))
    register_exports()
    food_rows.register("shopping.item", FoodRows(ShoppingListItem, Q(state__in=(ItemState.OPEN, ItemState.TICKED))))
    providers.register("shopping", Provider(_("Shopping"), find_in_lists))
    for name, verb in VERBS.items():
        verbs.register(name, verb)
