"""The examples of what people say, and what is told by them."""

import pytest

from chat.agent.builtin.skills import SKILLS
from chat.agent.builtin.understanding.likeness import likely
from chat.agent.builtin.understanding.likeness.examples import ANSWERED, FILES, Example, examples, read
from chat.agent.builtin.understanding.likeness.filling import MAKERS
from chat.agent.builtin.understanding.likeness.spans import READERS
from chat.agent.builtin.understanding.likeness.tagging import tagged


def told(text: str, before: str = "") -> tuple[str, dict[str, object]]:
    wish = likely(text, before)[0].wish
    return wish.kind, wish.slots


def test_a_heading_tells_what_its_lines_want() -> None:
    text = "# A remark\n[use amount=all after=stock,thaw]\nthe {what}, i ate it\n"
    (one,) = read(text)
    assert (one.kind, one.given, one.after) == ("use", (("amount", "all"),), frozenset({"stock", "move"}))
    assert [item.slot or item.word for item in one.items] == ["the", "things", "i", "ate", "it"]


@pytest.mark.parametrize("file", sorted(FILES.glob("*.txt")), ids=lambda file: file.name)
def test_every_line_can_be_used(file: object) -> None:
    """No kind without a maker, no slot that nothing reads, nothing that goes on from what is never answered."""

    def wrong(one: Example) -> bool:
        slots = {item.slot for item in one.items if item.slot}
        return one.kind not in MAKERS or not slots <= set(READERS) or not one.after <= set(SKILLS) or not one.items

    lines = list(read(file.read_text(encoding="utf-8")))  # type: ignore[attr-defined]
    assert lines
    assert [one for one in lines if wrong(one)] == []
    assert set(ANSWERED.values()) <= set(SKILLS)


def test_no_line_stands_under_two_wishes() -> None:
    kinds: dict[object, set[str]] = {}
    for one in examples():
        kinds.setdefault((one.items, one.given if one.kind == "beyond" else (), one.after), set()).add(one.kind)
    assert {key: of for key, of in kinds.items() if len(of) > 1} == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2 eggs and 1 l milk in the fridge", ["^", "{things}", "in", "{place}", "$"]),
        ("is there flour for 4 people", ["^", "is", "ther", "{what}", "for", "{people}", "$"]),
        ("Bob paid €12.50", ["^", "{person}", "paid", "{money}", "$"]),
        ("Any vegan dinner in 20 minutes", ["^", "any", "{diet}", "{kind}", "{minutes}", "$"]),
    ],
)
def test_what_a_clause_is_made_of(text: str, words: list[str]) -> None:
    assert tagged(text) == words


@pytest.mark.parametrize(
    ("text", "kind", "slots"),
    [
        ("nothing is left of the oat milk, i had it all", "use", {"of": [{"what": "oat milk", "amount": "all"}]}),
        ("chuck 200 g of the broccoli, slimy", "waste", {"reason": "spoiled"}),
        ("what does my son have to avoid", "eaters", {"name": "my son"}),
        ("any idea for supper with the leeks", "cook", {"using": ["leeks"]}),
        ("can you tell me the carbs of 80 g oats", "nutrition", {"what": "oats", "amount": "80 g"}),
    ],
)
def test_words_that_no_pattern_knows(text: str, kind: str, slots: dict[str, object]) -> None:
    found, have = told(text)
    assert found == kind
    assert slots.items() <= have.items()


def test_what_was_answered_decides_how_it_goes_on() -> None:
    assert told("and Bob", "eaters") == ("eaters", {"name": "Bob"})
    assert told("and Bob", "balance")[0] == "balance"


def test_what_nobody_says_is_near_nothing() -> None:
    assert likely("") == ()
    assert all(one.ahead < 1 for one in likely("zxcvb qwrtz plk"))
