"""What people ask and tell the pantry keeper, and the tools and arguments that the built-in assistant makes of it."""

import pytest

from tests.chat.agent.playing import Talk

QUESTIONS = {
    "do we have flour?": "find_stock(words=flour)",
    "is there any milk left?": "find_stock(words=milk)",
    "can you tell me if there are onions": "find_stock(words=onions)",
    "how much milk is left?": "find_stock(words=milk)",
    "how many eggs do we have?": "find_stock(words=eggs)",
    "where is the rice?": "find_stock(words=rice)",
    "is the milk still good?": "find_stock(words=milk)",
    "when does the milk go off?": "find_stock(words=milk)",
    "what's in the fridge?": "find_stock(place=fridge)",
    "what is in my freezer": "find_stock(place=freezer)",
    "what do we have?": "find_stock()",
    "what goes off this week?": "find_expiring(days=7)",
    "what expires in the next 10 days": "find_expiring(days=10)",
    "is anything about to go off?": "find_expiring(days=3)",
    "what should we eat first?": "find_expiring(days=3)",
    "what must be eaten today?": "find_expiring(days=0)",
    "what needs to be used up?": "find_expiring(days=3)",
    "how long do eggs keep?": "look_up_shelf_life(food=eggs)",
    "how long can I keep cooked rice in the fridge?": "look_up_shelf_life(food=cooked rice)",
    "how long does opened milk last?": "look_up_shelf_life(food=milk)",
    "how long does thawed chicken keep?": "look_up_shelf_life(food=chicken)",
}
# What went: the lot is looked for, then the change is proposed.
USED = {
    "I used 200 g rice": "use_stock(lot=rice, amount=200 g)",
    "we ate 3 eggs": "use_stock(lot=eggs, amount=3)",
    "I had two eggs for breakfast": "use_stock(lot=eggs, amount=two)",
    "I drank half the milk": "use_stock(lot=milk, amount=half)",
    "I finished the milk": "use_stock(lot=milk, amount=all)",
    "used up the cream": "use_stock(lot=cream, amount=all)",
    "Bob ate the last of the peas": "use_stock(lot=peas, amount=all)",
    "threw away the spinach because it was mouldy": "waste_stock(lot=spinach, amount=all, reason=spoiled)",
    "I threw the salad away": "waste_stock(lot=salad, amount=all, reason=spoiled)",
    "binned the old yoghurt, it was past its date": "waste_stock(lot=yoghurt, amount=all, reason=past_date)",
    "the cream went off": "waste_stock(lot=cream, amount=all, reason=spoiled)",
    "dropped the eggs": "waste_stock(lot=eggs, amount=all, reason=broken)",
    "move the peas to the freezer": "move_stock(lot=peas, to=freezer)",
    "move the butter from the fridge to the freezer": "move_stock(lot=butter, to=freezer)",
    "freeze the spinach": "move_stock(lot=spinach, to=freezer)",
    "put the rice in the fridge": "move_stock(lot=rice, to=fridge)",
    "take the peas out of the freezer": "move_stock(lot=peas, to=fridge)",
}
CAME = {
    "I bought 2 l milk and 6 eggs": "add_stock(text=2 l milk\n6 eggs)",
    "bought milk and put it in the fridge": "add_stock(text=milk fridge)",
    "I got 500 g rice, 2 onions and some butter": "add_stock(text=500 g rice\n2 onions\nbutter)",
    "add 2 tins of tomatoes to the pantry": "add_stock(text=2 tins of tomatoes pantry)",
    "there are 6 eggs in the fridge": "add_stock(text=6 eggs fridge)",
}


@pytest.mark.parametrize(("text", "call"), QUESTIONS.items())
def test_a_question(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


@pytest.mark.parametrize(("text", "call"), USED.items())
def test_what_went(text: str, call: str) -> None:
    lookup, *changes = Talk().say(text).calls
    assert lookup.startswith("find_stock(words=")
    assert changes == [call]


@pytest.mark.parametrize(("text", "call"), CAME.items())
def test_what_came(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


def test_several_wishes_in_one_sentence() -> None:
    talk = Talk().say("I used 200 g rice and threw away the old salad")
    assert talk.calls == [
        "find_stock(words=rice)",
        "find_stock(words=salad)",
        "use_stock(lot=rice, amount=200 g)",
        "waste_stock(lot=salad, amount=all, reason=spoiled)",
    ]


def test_several_foods_in_one_wish() -> None:
    talk = Talk().say("I used 2 eggs and 100 g butter for the cake")
    assert talk.calls[2:] == ["use_stock(lot=eggs, amount=2)", "use_stock(lot=butter, amount=100 g)"]


def test_what_is_used_up_also_goes_on_the_list() -> None:
    talk = Talk().say("we're out of milk")
    assert talk.calls == ["find_stock(words=milk)", "use_stock(lot=milk, amount=all)", "add_to_list(items=milk)"]


def test_nobody_guesses_how_much_was_used() -> None:
    talk = Talk().say("I used the milk")
    assert talk.calls == ["find_stock(words=milk)"]
    assert "How much" in talk.said
    assert talk.say("200 ml").calls == ["find_stock(words=milk)", "use_stock(lot=milk, amount=200 ml)"]


def test_a_part_of_a_lot_is_not_moved_as_the_whole() -> None:
    talk = Talk().say("move 2 onions to the fridge")
    assert talk.calls[-1] == "move_stock(lot=onions, to=fridge, amount=2)"
