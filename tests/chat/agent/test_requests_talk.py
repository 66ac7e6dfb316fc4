"""Amounts, people, small talk, and what the built-in assistant says it cannot do."""

import pytest

from tests.chat.agent.playing import Talk

CALLS = {
    "how much is 2 cups of flour in grams?": "convert_amount(amount=2 cups, to=g, food=flour)",
    "2 cups flour in grams": "convert_amount(amount=2 cups, to=g, food=flour)",
    "convert 250 g butter to cups": "convert_amount(amount=250 g, to=cup, food=butter)",
    "how many grams are in a cup of sugar?": "convert_amount(amount=a cup, to=g, food=sugar)",
    "how many ml is 3 tbsp": "convert_amount(amount=3 tbsp, to=ml)",
    "who eats here?": "find_eaters()",
    "who is allergic to nuts?": "find_eaters()",
    "what can't Bob eat?": "find_eaters(name=Bob)",
    "hello": "find_expiring(days=2)",
}
SAID = {
    "thanks!": "Gladly.",
    "help": "built-in assistant",
    "what can you do?": "propose changes",
    "are you a robot": "no language model",
    "bye": "See you",
    "yes": "Yes to what?",
    "no": "All right.",
    "undo that": "nothing to undo",
    "the second one": "Which one?",
    "plan the week": "cannot plan",
    "tell me a joke": "only know this kitchen",
    "set a timer for 10 minutes": "cannot set timers",
    "order a pizza online": "cannot order",
    "order me a pizza": "cannot order",
    "how long should I boil eggs": "no cooking times",
    "colourless green ideas sleep furiously": "did not understand",
}


@pytest.mark.parametrize(("text", "call"), CALLS.items())
def test_a_request(text: str, call: str) -> None:
    assert Talk().say(text).calls == [call]


@pytest.mark.parametrize(("text", "words"), SAID.items())
def test_what_is_only_said(text: str, words: str) -> None:
    talk = Talk().say(text)
    assert not talk.calls
    assert words in talk.said


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "…", "🥚🥚🥚", "a" * 5000, "and and and", "\u202e\u0000milk", "1" * 400]
)
def test_anything_is_answered(text: str) -> None:
    talk = Talk().say(text)
    assert talk.said or talk.calls


def test_what_was_not_understood_is_quoted_without_markup() -> None:
    talk = Talk().say("frobnicate the **bold** [link](https://example.org) now and then again")
    assert "**bold**" not in talk.said
    assert "](" not in talk.said


@pytest.mark.timeout(60)
@pytest.mark.parametrize("word", ["no", "again", "all", "its", "have", "use", "the", "2 l milk and", "expires date"])
def test_a_word_said_over_and_over_is_answered(word: str) -> None:
    """Each of these could be parted in more ways than there is time for."""
    for times in (40, 1_500):
        assert Talk().say(f"{word} " * times + "x").said
