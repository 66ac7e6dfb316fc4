"""What people ask of the shopper and the bookkeeper, and what the built-in assistant makes of it."""

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
BILLS = {
    "split 84.50 for pizza between us": "split_bill(total=84.50, title=Pizza)",
    "split 60 between me and Bob": "split_bill(total=60, people=me+Bob)",
    "Bob paid 30 euros for wine, split it between us": "split_bill(total=30, title=Wine, paid_by=Bob)",
    "split the bill of 42,50 for groceries with Carol": "split_bill(total=42.50, title=Groceries, people=me+Carol)",
    "I paid 1.234,50 for a fridge, split it between all of us": "split_bill(total=1234.50, title=Fridge)",
    "share 12€ between Alice, Bob and me": "split_bill(total=12, people=Alice+Bob+me)",
}


@pytest.mark.parametrize(("text", "call"), (LISTS | BILLS).items())
def test_a_request(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


@pytest.mark.parametrize(("text", "call"), MISSING.items())
def test_what_is_missing_goes_on_the_list(text: str, call: str) -> None:
    lookup, *changes = Talk().say(text).calls
    assert lookup.startswith("open_recipe(")
    assert changes == [call]


def test_a_bill_without_an_amount_is_asked_for() -> None:
    talk = Talk().say("split the bill")
    assert not talk.calls
    assert "How much" in talk.said
