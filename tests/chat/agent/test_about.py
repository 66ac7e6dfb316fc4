"""A conversation that was opened from a thing on the screen: “this” is that thing."""

import pytest

from chat.agent.builtin.wish import Here, Option
from tests.chat.agent.playing import Talk

DISH = Option("recipe", "curry", "Spinach curry")
LOT = Option("lot", "lot-7", "milk")
FOOD = Option("food", "1", "butter")
LIST = Option("list", "list-1", "Party")
ASKED = [
    (DISH, "cook this for six", ["open_recipe(recipe=curry, servings=6)"]),
    (DISH, "what's missing?", ["open_recipe(recipe=curry)"]),
    (DISH, "add what is missing", ["open_recipe(recipe=curry)", "add_missing_to_list(recipe=curry)"]),
    (DISH, "how many calories does it have?", ["look_up_nutrition(recipe=curry)"]),
    (DISH, "is it vegetarian?", ["open_recipe(recipe=curry)"]),
    (DISH, "we cooked it", ["use_for_dish(recipe=curry)"]),
    (DISH, "do we have rice?", ["find_stock(words=rice)"]),
    (LOT, "I used it up", ["use_stock(lot=lot-7, amount=all)"]),
    (LOT, "throw this away", ["waste_stock(lot=lot-7, amount=all, reason=spoiled)"]),
    (LOT, "put it in the freezer", ["move_stock(lot=lot-7, to=freezer)"]),
    (LOT, "how long does it keep?", ["look_up_shelf_life(food=milk)"]),
    (LOT, "I used the eggs up", ["find_stock(words=eggs)", "use_stock(lot=eggs, amount=all)"]),
    (FOOD, "what can I use instead of it?", ["find_substitutes(food=butter)"]),
    (FOOD, "add it to the list", ["add_to_list(items=butter)"]),
    (LIST, "add crisps", ["add_to_list(items=crisps, list_name=Party)"]),
    (LIST, "what's on the list?", ["show_list(name=Party)"]),
]


@pytest.mark.parametrize(("about", "text", "calls"), ASKED)
def test_this(about: Option, text: str, calls: list[str]) -> None:
    assert Talk(Here(name="Bob", about=about)).say(text).calls == calls
