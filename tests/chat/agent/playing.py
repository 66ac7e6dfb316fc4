"""Plays the built-in assistant against tools that always know what is asked for: which it calls, and with what."""

from typing import Any

from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    ToolCallPart,
    ToolReturnPart,
    UserPromptPart,
)

from chat.agent.builtin.thinking import Step, think
from chat.agent.builtin.wish import Here

CHANGES = (
    *("add_", "use_", "waste_", "move_", "tick_", "remove_", "split_", "settle_"),
    *("correct_", "save_", "import_", "remember", "forget"),
)
# Foods, which no dish is called by.
# fmt: off
FOODS = frozenset([
    "egg", "eggs", "rice", "milk", "flour", "butter", "sugar", "lentils", "banana", "bananas", "avocado",
    "salmon", "spinach", "chicken", "oats", "almonds", "cheese", "quinoa", "tofu", "bread", "honey",
    "chickpeas",
])
# fmt: on
STEPS = 5


A_DEBT = {"payer": "Bob", "payee": "Alice", "amount": "€ 5.00", "i_pay": False, "i_get": True}


def a_lot(words: str) -> dict[str, Any]:
    where = {
        "amount": "1 kg",
        "place": "Cellar",
        "storage": "pantry",
        "food": 1,
        "due": "2 days",
        "why": "",
        "state": "soon",
    }
    return {"id": words, "name": words, **where}


def a_dish(name: str) -> dict[str, Any]:
    return {"id": name, "name": name, "time": "", "needed": 1, "missing": [], "uses_soon": []}


def a_recipe(name: str) -> dict[str, Any]:
    line = {
        "name": "flour",
        "amount": "1 kg",
        "missing": "1 kg",
        "there": "",
        "enough": False,
        "optional": False,
        "assumed": False,
    }
    return {"id": name, "name": name, "for": "4 people", "ingredients": [line], "suits": []}


def told(tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    words = arguments.get("words") or arguments.get("recipe") or "something"
    return {
        "find_stock": {"lots": [a_lot(words)], "count": 1},
        "find_expiring": {"lots": [a_lot("spinach")], "count": 1},
        "look_up_shelf_life": {"food": arguments.get("food"), "keeps": []},
        "find_cookable": {"dishes": [a_dish("curry"), a_dish("pancakes"), a_dish("soup")], "count": 3},
        "find_recipes": {"dishes": [] if words in FOODS else [a_dish(words)], "count": 1},
        "open_recipe": {"recipe": a_recipe(words)},
        "show_list": {"open": [], "ticked": []},
        "convert_amount": {"from": "", "told": "", "food": ""},
        "find_eaters": {"people": []},
        "forecast_stock": {"foods": []},
        "look_up_waste": {"days": 30, "times": 0},
        "find_substitutes": {"food": arguments.get("food"), "instead": []},
        "look_up_nutrition": {"of": "it", "per": "100 g", "figures": []},
        "compare_recipes": {"dishes": []},
        "look_up_safety": {"rules": []},
        "show_notes": {"notes": []},
        "show_balance": {"people": ["me", "Bob", "Carol"], "standings": [], "payments": [A_DEBT]},
    }[tool]


class Talk:
    """A conversation; `said` is the last text, `calls` are all calls of the last message."""

    def __init__(self, here: Here | None = None) -> None:
        self.here = here or Here(name="Bob")
        self.messages: list[ModelMessage] = []
        self.calls: list[str] = []
        self.said = ""

    def say(self, text: str) -> "Talk":
        self.calls, turn = [], len(self.messages)
        self.messages.append(ModelRequest([*self._undecided(), UserPromptPart(text)], run_id=f"run-{turn}"))
        for _step in range(STEPS):
            step = think(self.messages, self.here)
            self._note(step)
            lookups = [one for one in step.calls if not one.call.tool.startswith(CHANGES)]
            if not lookups:
                return self
            returns = [
                ToolReturnPart(one.call.tool, told(one.call.tool, one.call.arguments), one.id) for one in lookups
            ]
            self.messages.append(ModelRequest(returns, run_id=f"run-{turn}"))
        raise AssertionError(f"{text!r} has no end: {self.calls}")

    def _note(self, step: Step) -> None:
        parts = [ToolCallPart(one.call.tool, one.call.arguments, one.id) for one in step.calls]
        self.messages.append(ModelResponse([*([TextPart(step.text)] if step.text else []), *parts]))
        self.calls += [written(one.call.tool, one.call.arguments) for one in step.calls]
        self.said = step.text

    def _undecided(self) -> list[ToolReturnPart]:
        """What was proposed and not approved before this message."""
        last = self.messages[-1] if self.messages else None
        calls = last.tool_calls if isinstance(last, ModelResponse) else []
        return [ToolReturnPart(call.tool_name, {"approved": False}, call.tool_call_id) for call in calls]


def written(tool: str, arguments: dict[str, Any]) -> str:
    """use_stock(lot=rice, amount=200 g)"""
    return f"{tool}({', '.join(f'{name}={shown(value)}' for name, value in arguments.items())})"


def shown(value: Any) -> str:
    if isinstance(value, list):
        return "+".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
