"""Which changes are large: what wants a second look, and is not done unasked where only small ones are.

Large is what throws food away, is about money, reaches out of the house, takes many things at once, or cannot be seen
at a glance. The arguments are those of a proposal (JSON). Asks no database.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

# More than so many things at once; a price of a single thing, in whatever the household counts in.
MANY_ADDED, MANY_TAKEN, MANY_ROWS = 12, 5, 3
HIGH_PRICE = Decimal(50)

Arguments = dict[str, Any]


def is_large(tool: str, arguments: Arguments) -> bool:
    """What nobody has judged is large."""
    judge = LARGE.get(tool)
    try:
        return True if judge is None else judge(arguments)
    except (KeyError, TypeError, AttributeError):
        return True


def always(_arguments: Arguments) -> bool:
    return True


def never(_arguments: Arguments) -> bool:
    return False


def _coming(arguments: Arguments) -> bool:
    lots = arguments["lots"]
    return len(lots) > MANY_ADDED or any(price_of(lot) > HIGH_PRICE for lot in lots)


def _taking(arguments: Arguments) -> bool:
    return len(arguments["lots"]) > MANY_TAKEN


def _listing(arguments: Arguments) -> bool:
    return len(arguments["wanted"]) > MANY_ADDED


def _ticking(arguments: Arguments) -> bool:
    return len(arguments["items"]) > MANY_ADDED


def _removing(arguments: Arguments) -> bool:
    return len(arguments["items"]) > MANY_ROWS


def _emptying(arguments: Arguments) -> bool:
    """A lot that is said not to be there at all."""
    return not arguments.get("amount")


def _for_everybody(arguments: Arguments) -> bool:
    return bool(arguments["everybody"])


def price_of(lot: Arguments) -> Decimal:
    try:
        return Decimal(lot.get("price") or 0)
    except InvalidOperation:
        return HIGH_PRICE + 1


LARGE: dict[str, Callable[[Arguments], bool]] = {
    "add_stock": _coming,
    "use_stock": _taking,
    "use_for_dish": _taking,
    "waste_stock": always,
    "move_stock": never,
    "correct_stock": _emptying,
    "add_to_list": _listing,
    "add_missing_to_list": _listing,
    "tick_on_list": _ticking,
    "remove_from_list": _removing,
    "save_recipe": never,
    "import_recipe": always,
    "remember": _for_everybody,
    "forget": always,
    "split_bill": always,
    "settle_up": always,
}
