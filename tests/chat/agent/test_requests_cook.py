"""What people ask of the cook, and the tool and arguments that the built-in assistant makes of it."""

import pytest

from tests.chat.agent.playing import Talk

DISHES = {
    "What can I cook tonight?": "find_cookable()",
    "hello, what can we eat?": "find_cookable()",
    "what's for dinner?": "find_cookable()",
    "dinner ideas please": "find_cookable()",
    "I'm hungry": "find_cookable()",
    "suggest a dinner": "find_cookable()",
    "what could be cooked": "find_cookable()",
    "waht can i cook tonigt": "find_cookable()",
    "what can i mkae for diner": "find_cookable()",
    "what can I cook tonight without mushrooms in 30 minutes": "find_cookable(without=mushrooms, minutes=30)",
    "something quick with spinach": "find_cookable(using=spinach, minutes=30)",
    "any ideas for lunch with eggs?": "find_cookable(using=eggs)",
    "what can I make with eggs but without milk": "find_cookable(using=eggs, without=milk)",
    "what can we make with the leftover rice and eggs?": "find_cookable(using=rice+eggs)",
    "what can I do with 3 carrots": "find_cookable(using=carrots)",
    "use up the cream": "find_cookable(using=cream)",
    "the cream needs using up": "find_cookable(using=cream)",
    "I want something vegetarian for 4 people": "find_cookable(diet=vegetarian)",
    "what can I cook for my vegan friend": "find_cookable(diet=vegan)",
    "vegan dinner in an hour and a half": "find_cookable(minutes=90, diet=vegan)",
    "what should we eat tonight that's gluten-free": "find_cookable(diet=gluten-free)",
    "a soup without celery or nuts": "find_cookable(without=celery+nuts, kind=soup)",
    "The spinach is on its last day. Something for four, no nuts, under half an hour?": (
        "find_cookable(using=spinach, without=nuts, minutes=30)"
    ),
}
RECIPES = {
    "how do I make lasagne?": "open_recipe(recipe=lasagne)",
    "can you open the pancakes recipe please": "open_recipe(recipe=pancakes)",
    "recipe for apple pie": "open_recipe(recipe=apple pie)",
    "show me the lasagne for 8": "open_recipe(recipe=lasagne, servings=8)",
    "scale the lasagne to six": "open_recipe(recipe=lasagne, servings=6)",
    "lasagne for six": "open_recipe(recipe=lasagne, servings=6)",
    "what is missing for the lasagne?": "open_recipe(recipe=lasagne)",
    "what do I need for carbonara": "open_recipe(recipe=carbonara)",
    "do we have everything for pancakes?": "open_recipe(recipe=pancakes)",
    "can I make pancakes tonight?": "open_recipe(recipe=pancakes)",
    "recipes with chickpeas": "find_recipes(words=chickpeas)",
    "do we have any recipes for curry?": "find_recipes(words=curry)",
    "we cooked the lasagne": "use_for_dish(recipe=lasagne)",
    "we cooked the lasagne for 6": "use_for_dish(recipe=lasagne, servings=6)",
    "I made pancakes for dinner": "use_for_dish(recipe=pancakes)",
    "take the things for the curry": "use_for_dish(recipe=curry)",
    "do we have enough milk for pancakes?": "open_recipe(recipe=pancakes)",
}


@pytest.mark.parametrize(("text", "call"), DISHES.items())
def test_a_question_for_dishes(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


@pytest.mark.parametrize(("text", "call"), RECIPES.items())
def test_a_question_for_a_recipe(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]
