"""What shopping puts into the registries of others: verbs, exports, drawings, what a search finds."""

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from accounts.doing import Doing, doings
from accounts.verbs import Verb, verbs
from kitchen import doctor
from kitchen.search import Provider, providers
from kitchen.tenancy.functions import public_door
from pantry.food_rows import FoodRows, food_rows
from pantry.verbs import LotsVerb
from recipes.merging import Following, followings
from shopping import live, live_shop, operation_check, transfer
from shopping.models import ItemReason, ItemState, PriceRecord, RecurringItem, ShoppingListItem, ShoppingTrip
from shopping.queries import export_bills, export_link, export_shop
from shopping.queries.export import register_exports
from shopping.queries.public import DOOR, DOOR_SQL
from shopping.queries.search import find_in_lists
from shopping.services import (
    adding,
    expense,
    expense_change,
    habits,
    item_move,
    item_undo,
    link,
    list_aside,
    list_change,
    list_copy,
    price,
    put_away,
    recurring_undo,
    settlement,
    store,
)
from shopping.services import list as lists

VERBS = {
    "list.created": Verb(_("{actor} began the shopping list {name}"), "shopping", lists.undo_creating),
    "list.renamed": Verb(_("{actor} renamed the shopping list {from} to {to}"), "edit", list_change.undo_changing),
    "list.changed": Verb(_("{actor} changed the shopping list {name}"), "edit", list_change.undo_changing),
    "list.archived": Verb(_("{actor} put the shopping list {name} aside"), "archive", list_aside.undo_archiving),
    "list.brought_back": Verb(
        _("{actor} brought the shopping list {name} back"), "shopping", list_aside.undo_bringing_back
    ),
    "list.deleted": Verb(_("{actor} deleted the empty shopping list {name}"), "trash", list_aside.undo_deleting),
    "list.copied": Verb(_("{actor} copied the shopping list {from} as {name}"), "copy", list_copy.undo_copying),
    "list.put_away": LotsVerb(_("{actor} bought {what} and put it away"), "pantry", put_away.undo_putting_away),
    "list.emptied": Verb(_("{actor} emptied the basket of {list}"), "shopping", put_away.undo_putting_away),
    "list.settled": LotsVerb(
        _("What {actor} bought was put away by itself: {what}"), "pantry", put_away.undo_putting_away
    ),
    "habits.changed": Verb(_("{actor} changed how the shopping is put away"), "edit", habits.undo_habits_change),
    "list.shared": Verb(_("{actor} made a link to the shopping list {name}"), "share", link.undo_sharing),
    "list.unshared": Verb(_("{actor} revoked the link to the shopping list {name}"), "lock", link.undo_revoking),
    "item.added": Verb(_("{actor} put on the list {list}: {names}"), "shopping", adding.undo_adding),
    "item.needed_together": Verb(
        _("{actor} put on the list {list} for several dishes: {names}"), "shopping", adding.undo_adding
    ),
    "item.needed": Verb(_("{actor} put on the list {list} for {dish}: {names}"), "shopping", adding.undo_adding),
    "item.recurred": Verb(_("It is time for {names}: on the list {list} again"), "timer", adding.undo_adding),
    "recurring.added": Verb(_("{actor} wants {name} to be bought regularly"), "timer", recurring_undo.undo_adding),
    "recurring.changed": Verb(
        _("{actor} changed how {name} is bought regularly"), "edit", recurring_undo.undo_changing
    ),
    "recurring.paused": Verb(_("{actor} paused buying {name} regularly"), "stop", recurring_undo.undo_pausing),
    "recurring.resumed": Verb(
        _("{actor} wants {name} to be bought regularly again"), "timer", recurring_undo.undo_resuming
    ),
    "recurring.removed": Verb(_("{actor} ended buying {name} regularly"), "trash", recurring_undo.undo_removing),
    "item.changed": Verb(_("{actor} changed {name} on the list {list}"), "edit", item_undo.undo_change),
    "item.moved": Verb(_("{actor} moved {name} from {from} to {list}"), "swap", item_move.undo_moving),
    "item.removed": Verb(_("{actor} took {name} off the list {list}"), "trash", item_undo.undo_removal),
    "store.added": Verb(_("{actor} added the store {name}"), "shopping", store.undo_adding),
    "store.renamed": Verb(_("{actor} renamed the store {from} to {name}"), "edit", store.undo_renaming),
    "store.removed": Verb(_("{actor} removed the store {name}"), "trash", store.undo_removal),
    "store.forgotten": Verb(_("{actor} had the learned order of {name} forgotten"), "undo", store.undo_forgetting),
    # Guests read the feed: it says what a bill was for, never how much it was.
    "price.corrected": Verb(_("{actor} corrected what {name} cost"), "money", price.undo_correction),
    "expense.added": Verb(_("{actor} split a bill: {title}"), "money", expense.undo_adding),
    "expense.confirmed": Verb(_("{actor} agreed to their share of {title}"), "check", expense.undo_confirming),
    "expense.changed": Verb(_("{actor} changed the bill {title}"), "edit", expense_change.undo_changing),
    "expense.deleted": Verb(_("{actor} deleted the bill {title}"), "trash", expense.undo_deleting),
    "settlement.noted": Verb(_("{actor} noted that {payer} paid {payee}"), "money", settlement.undo_noting),
    "settlement.confirmed": Verb(
        _("{actor} confirmed having got money from {payer}"), "check", settlement.undo_confirming
    ),
    "settlement.removed": Verb(
        _("{actor} took out the payment from {payer} to {payee}"), "trash", settlement.undo_removing
    ),
}


OPEN_TRIP = ShoppingTrip.objects.filter(household=OuterRef("household"), by=OuterRef("user"), ended_at=None)


def wire() -> None:
    doings.register("shopping", Doing(Subquery(OPEN_TRIP.values("started_at")[:1]), _("shopping"), "shopping"))
    doctor.checks.register("lists", operation_check.check)
    public_door(DOOR, DOOR_SQL)
    live.register()
    live_shop.register()
    followings.register("shopping.reasons", Following(ItemReason, ("item_id",)))
    register_exports()
    transfer.register()
    export_bills.register_exports()
    export_link.register_exports()
    export_shop.register_exports()
    food_rows.register("shopping.price", FoodRows(PriceRecord, Q(pk=None)))
    food_rows.register("shopping.item", FoodRows(ShoppingListItem, Q(state__in=(ItemState.OPEN, ItemState.TICKED))))
    food_rows.register("shopping.recurring", FoodRows(RecurringItem, Q(stopped_at=None)))
    providers.register("shopping", Provider(_("Shopping"), find_in_lists))
    for name, verb in VERBS.items():
        verbs.register(name, verb)
