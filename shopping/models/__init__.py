from shopping.models.expense import Expense, ExpenseShare
from shopping.models.item import ItemReason, ItemState, ShoppingListItem
from shopping.models.shopping_list import ShoppingList

__all__ = ["Expense", "ExpenseShare", "ItemReason", "ItemState", "ShoppingList", "ShoppingListItem"]
