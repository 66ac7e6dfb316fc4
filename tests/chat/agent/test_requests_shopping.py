"""What people ask of the shopper, and what the built-in assistant makes of it."""

import pytest

from tests.chat.agent.playing import Talk

LISTS = {
    "what's on the list?": "show_list()",
    "show me the shopping list": "show_list()",
    "what do we need to buy?": "show_list()",
    "add milk and 6 eggs to the list": "add_to_list(items=milk+6 eggs)",
    "put feta on the shopping list": "add_to_list(items=feta)",
    "Could you please add some bread to our list? Thanks!": "add_to_list(items=bread)",
    "buy bread": "add_to_list(items=bread)",
    "we need toilet paper": "add_to_list(items=toilet paper)",
    "don't forget to buy 1,5 kg flour": "add_to_list(items=1,5 kg flour)",
    "remove milk from the list": "remove_from_list(items=milk)",
    "take the eggs off the list": "remove_from_list(items=eggs)",
    "delete bread from the shopping list": "remove_from_list(items=bread)",
    "we don't need milk any more": "remove_from_list(items=milk)",
    "tick the bread": "tick_on_list(items=bread)",
    "tick off milk and eggs": "tick_on_list(items=milk+eggs)",
    "got the milk in the basket": "tick_on_list(items=milk)",
}
MISSING = {
    "put what is missing for the lasagne on the list": "add_missing_to_list(recipe=lasagne)",
    "add the ingredients for lasagne to the list": "add_missing_to_list(recipe=lasagne)",
    "add what's missing for the curry for six to the list": "add_missing_to_list(recipe=curry, servings=6)",
    "buy what is missing for the pancakes": "add_missing_to_list(recipe=pancakes)",
}


@pytest.mark.parametrize(("text", "call"), LISTS.items())
def test_a_request(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


@pytest.mark.parametrize(("text", "call"), MISSING.items())
def test_what_is_missing_goes_on_the_list(text: str, call: str) -> None:
    lookup, *changes = Talk().say(text).calls
    assert lookup.startswith("open_recipe(")
    assert changes == [call]
