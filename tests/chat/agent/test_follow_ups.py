"""What only has a meaning because of what was said before."""

import pytest

from tests.chat.agent.playing import Talk

# What is said one after the other, and what the last of it makes the assistant call.
TALKS = {
    "what can I cook?|the second one": ["open_recipe(recipe=pancakes)"],
    "what can I cook?|number 3 please": ["open_recipe(recipe=soup)"],
    "what can I cook?|the pancakes": ["open_recipe(recipe=pancakes)"],
    "what can I cook?|the second one for 6": ["open_recipe(recipe=pancakes, servings=6)"],
    "what can I cook?|buy feta|what else?": ["find_cookable(skip=3)"],
    "what can I cook with chicken?|vegetarian soup": ["find_cookable(kind=soup, diet=vegetarian)"],
    "show me the lasagne|take the things for it": ["use_for_dish(recipe=lasagne)"],
    "what can I cook?|the last one|and for six people?": ["open_recipe(recipe=soup, servings=6)"],
    "what can I cook for four?|the first": ["open_recipe(recipe=curry, servings=4)"],
    "what can I cook?|without mushrooms": ["find_cookable(without=mushrooms)"],
    "what can I cook without nuts?|and no milk?": ["find_cookable(without=nuts+milk)"],
    "what can I cook with eggs?|something vegetarian": ["find_cookable(using=eggs, diet=vegetarian)"],
    "what can I cook?|in under 20 minutes?": ["find_cookable(minutes=20)"],
    "what can I cook?|what else?": ["find_cookable(skip=3)"],
    "show me the lasagne|and for four people?": ["open_recipe(recipe=lasagne, servings=4)"],
    "show me the lasagne for 8|what's missing?": ["open_recipe(recipe=lasagne, servings=8)"],
    "show me the lasagne for 8|put what is missing on the list": [
        "open_recipe(recipe=lasagne, servings=8)",
        "add_missing_to_list(recipe=lasagne, servings=8)",
    ],
    "show me the lasagne|put it on the list": ["open_recipe(recipe=lasagne)", "add_missing_to_list(recipe=lasagne)"],
    "what is missing for the lasagne|yes": ["open_recipe(recipe=lasagne)", "add_missing_to_list(recipe=lasagne)"],
    "what goes off?|yes please": ["find_cookable(using=spinach)"],
    "hello|yes": ["find_cookable(using=spinach)"],
    "I used the milk|all of it": ["find_stock(words=milk)", "use_stock(lot=milk, amount=all)"],
    "I used the milk|half": ["find_stock(words=milk)", "use_stock(lot=milk, amount=half)"],
    "I used the milk|2 cups": ["find_stock(words=milk)", "use_stock(lot=milk, amount=2 cups)"],
    "buy bread|yes": ["add_to_list(items=bread)"],
}


@pytest.mark.parametrize(("said", "calls"), TALKS.items())
def test_a_conversation(said: str, calls: list[str]) -> None:
    talk = Talk()
    for text in said.split("|"):
        talk.say(text)
    assert talk.calls == calls


def test_a_new_question_is_no_follow_up() -> None:
    assert Talk().say("what can I cook?").say("do we have flour?").calls == ["find_stock(words=flour)"]


def test_no_to_an_offer_changes_nothing() -> None:
    talk = Talk().say("what is missing for the lasagne").say("no")
    assert not talk.calls
    assert "stays as it is" in talk.said


def test_a_number_that_was_not_offered() -> None:
    talk = Talk().say("what can I cook?").say("number 6")
    assert not talk.calls
    assert "only 3" in talk.said


def test_yes_is_no_tap() -> None:
    """What waits for a tap is only proposed again."""
    talk = Talk().say("buy bread").say("do it")
    assert talk.calls == ["add_to_list(items=bread)"]
    assert "Only your tap" in talk.said
