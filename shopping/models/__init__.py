from shopping.models.expense import Expense, ExpenseItem, ExpenseShare, SplitMode
from shopping.models.habits import PuttingAway, ShoppingHabits
from shopping.models.item import ItemReason, ItemState, ShoppingListItem
from shopping.models.link import ListLink
from shopping.models.operation import ListOperation, OperationKind
from shopping.models.price import PriceRecord
from shopping.models.recurring import Period, RecurringItem
from shopping.models.settlement import Settlement
from shopping.models.shopping_list import ShoppingList
from shopping.models.store import AisleChoice, Store
from shopping.models.trip import ShoppingTrip

__all__ = [
    "AisleChoice",
    "Expense",
    "ExpenseItem",
    "ExpenseShare",
    "ItemReason",
    "ItemState",
    "ListLink",
    "ListOperation",
    "OperationKind",
    "Period",
    "PriceRecord",
    "PuttingAway",
    "RecurringItem",
    "Settlement",
    "ShoppingHabits",
    "ShoppingList",
    "ShoppingListItem",
    "ShoppingTrip",
    "SplitMode",
    "Store",
]
