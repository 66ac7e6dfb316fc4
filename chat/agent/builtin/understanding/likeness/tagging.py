"""A clause as the words and slots that it is made of: “2 eggs and 1 l milk in the fridge” is {things} in {place}."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chat.agent.builtin.lexicon import pairs
from chat.agent.builtin.understanding.gathering import food_at
from chat.agent.builtin.understanding.likeness.examples import Item, examples, stem
from chat.agent.builtin.understanding.likeness.shapes import DIET, MEAL, UNITS
from chat.agent.builtin.understanding.likeness.spans import Clause, no_names

# Of a longer word its beginning counts as well: "defrosting", "defrosted".
BEGUN = 5
BEGIN, END, ANYTHING = "^", "$", "*"
# Slots that tell a wish by standing there, whatever fills them; these have the name of another or none.
CALLED = {
    "with": "what", "without": "what", "other": "dish", "payer": "person", "payee": "person",
    "topic": ANYTHING, "note": ANYTHING, "any": ANYTHING,
}  # fmt: skip
MONEY = re.compile(r"[€$£]|.{1,8}(?:€|\$|£|euros?|dollars?|quid|bucks)", re.IGNORECASE)
ARTICLES = frozenset({"a", "an", "one", "all", "every", "both"})
EATERS = frozenset({"people", "person", "persons", "guests", "portions", "servings", "eaters"})
# What may stand between the things of a row.
BETWEEN = frozenset({"and", "plus", "of", "the", "some", "a", "an"})
MEASURES = ("minutes", "money", "amount", "days", "place")


def tagged(text: str) -> list[str]:
    """With signs for its beginning and end."""
    return [BEGIN, *_rows(_raw(Clause(text))), END]


def of_example(items: tuple[Item, ...]) -> list[str]:
    """The same of an example, whose slots are told."""
    found, at = [BEGIN], 0
    while at < len(items):
        item, behind = items[at], items[at + 1 : at + 3]
        of = bool(behind) and behind[0].word == "of"
        if item.slot == "amount" and len(behind) > of and behind[of].slot == "what":
            found.append("{things}")
            at += 1 + of
        elif item.slot:
            name = CALLED.get(item.slot, item.slot)
            found.append(name if name == ANYTHING else f"{{{name}}}")
        else:
            found.append("{unit}" if item.word in units() else item.word)
        at += 1
    return [*found, END]


@cache
def units() -> frozenset[str]:
    return frozenset(map(stem, UNITS))


@cache
def acts() -> dict[str, str]:
    """What single verbs say that was done."""
    return {stem(word): act for word, act in pairs("acts").items() if " " not in word}


@cache
def vocabulary() -> frozenset[str]:
    return frozenset(item.word for one in examples() for item in one.items if item.word)


def _raw(clause: Clause) -> Iterator[str]:
    """Each slot in braces, each other word by its stem."""
    at = 0
    while at < len(clause.tokens):
        name, end = _slot(clause, at)
        yield f"{{{name}}}" if name else clause.tokens[at].stem
        at = max(end, at + 1)


def _slot(clause: Clause, at: int) -> tuple[str, int]:
    token = clause.tokens[at]
    word = token.text.casefold()
    for name in MEASURES:
        spans = clause.spans(name, at)
        if not spans or (name == "money" and not MONEY.match(clause.text, token.start)):
            continue
        if name == "amount" and (spans[0].value == "all" or (word in ARTICLES and spans[0].end == at + 1)):
            continue
        behind = clause.tokens[spans[0].end].text.casefold() if spans[0].end < len(clause.tokens) else ""
        return ("people", spans[0].end + 1) if name == "amount" and behind in EATERS else (name, spans[0].end)
    if word not in no_names() and (food := food_at(clause.text, token.start)):
        return "what", clause.upto(food[1])
    for name, words in (("diet", DIET), ("kind", MEAL)):
        if found := words.match(clause.text, token.start):
            return name, clause.upto(found.end())
    if token.stem in units():
        return "unit", at + 1
    is_name = token.text[:1].isupper() and len(word) > 1 and token.stem not in vocabulary()
    return ("person", at + 1) if is_name else ("", at + 1)


def _rows(raw: Iterator[str]) -> Iterator[str]:
    """Amounts and foods beside each other as one row of things."""
    words, at = list(raw), 0
    while at < len(words):
        end = at
        while end < len(words) and (
            words[end] in {"{amount}", "{what}"}
            or (end > at and words[end] in BETWEEN and words[end + 1 : end + 2] in (["{amount}"], ["{what}"]))
        ):
            end += 1
        row = words[at:end]
        if "{what}" not in row:
            yield "{people}" if words[at] == "{amount}" and words[at - 1 : at] == ["for"] else words[at]
            at += 1
            continue
        yield "{what}" if row == ["{what}"] else "{things}"
        at = end


def features(words: list[str]) -> frozenset[str]:
    """What is counted: words, how long ones begin, pairs of neighbours, pairs with one between, and what was done."""
    single = {word for word in words if word not in {BEGIN, END, ANYTHING}}
    near = {f"{one} {two}" for one, two in pairwise(words) if ANYTHING not in {one, two}}
    far = {f"{one} _ {two}" for one, two in zip(words, words[2:], strict=False) if ANYTHING not in {one, two}}
    begun = {f"{word[:BEGUN]}…" for word in single if len(word) > BEGUN and word[0] != "{"}
    return frozenset(single | begun | near | far | {f"<{acts()[word]}>" for word in words if word in acts()})
