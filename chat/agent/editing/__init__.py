"""Which parts of which proposals may be said otherwise, by the names of the tools."""

from chat.agent.editing import shopping, stock, words
from chat.agent.editing.parts import Edit, Part, Said

EDITS: dict[str, Edit] = {
    "add_stock": stock.ADD,
    "use_stock": stock.USE,
    "use_for_dish": stock.DISH,
    "waste_stock": stock.WASTE,
    "move_stock": stock.MOVE,
    "correct_stock": stock.CORRECT,
    "add_to_list": shopping.ADD,
    "add_missing_to_list": shopping.ADD,
    "tick_on_list": shopping.TICK,
    "remove_from_list": shopping.REMOVE,
    "save_recipe": words.RECIPE,
    "import_recipe": words.ADDRESS,
    "remember": words.NOTE,
}

__all__ = ["EDITS", "Edit", "Part", "Said"]
