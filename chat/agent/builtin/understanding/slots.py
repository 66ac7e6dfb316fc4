"""Which slots the wishes have that a follow-up may change, and which of them only ask."""

# The slot of the food, of each kind of wish that has one.
FOOD = {
    "stock": "words",
    "date_of": "words",
    "shelf_life": "food",
    "nutrition": "what",
    "instead": "food",
    "safety": "about",
    "forecast": "food",
    "use": "what",
    "waste": "what",
    "move": "what",
    "put": "what",
    "gone": "what",
    "correct": "what",
    "convert": "food",
}
MONEY = {"split": "total", "settle": "amount"}
ASKS = frozenset({"stock", "date_of", "shelf_life", "nutrition", "instead", "safety", "forecast", "convert"})
LISTS = frozenset({"list_add", "remove", "tick"})
DISHES = frozenset({"open", "missing", "list_missing", "cooked"})
