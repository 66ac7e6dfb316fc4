"""Amounts and names that stand in two columns of their own, as lines of an ingredient list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from recipes.importers.blocks import Block
from recipes.importers.headings import SERVINGS

NUMBER = r"(?:\d+(?:[.,/]\d+)?(?:\s*[½¼¾⅓⅔⅛])?|[½¼¾⅓⅔⅛])"
UNIT = (
    r"(?:k?g|grams?|grammes?|gramm|gramos|grammi|m?l|cl|dl|li?tres?|liter|litri|oz|ounces?|lbs?|pounds?|cups?|tbsps?|tsps?"
    r"|tablespoons?|teaspoons?|el|tl|cuill[eè]res? à (?:soupe|café)|cuch\w+|cucchia\w+|pinch(?:es)?|pincées?|prisen?|cm"
    r"|cans?|cloves?|gousses?|stück|stk|szt|ks|db|pcs?|spsk|tsk|msk|krm|łyżk\w+|szklank\w+|lžíc\w+|lžičk\w+|žlic\w*"
    r"|個|本|枚|缶|片|丁|束|袋|パック|カップ|株|克|毫升|大匙|小匙|개|큰술|작은술)\.?"
)
AMOUNT = re.compile(
    rf"\W*(?:(?:大さじ|小さじ|カップ)\s*)?{NUMBER}(?:\s*[-–+~〜と]\s*(?:(?:大さじ|小さじ)\s*)?{NUMBER})?\s*(?:{UNIT})?"
    r"(?:前後|弱|強|分)?\s*(?:\([^()]{0,20}\)|（[^（）]{0,20}）)?",
    re.IGNORECASE,
)
JAPANESE = re.compile(r"(?:大さじ|小さじ|適量|少々|お好みで).{0,12}")
EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
LONGEST, FEWEST = 60, 3


def paired(blocks: list[Block]) -> list[Block]:
    """The blocks, an amount and its name joined where several of them take turns, whichever comes first."""
    found: list[Block] = []
    at = 0
    for start, end in _runs(blocks):
        found += blocks[at:start]
        found += [_joined(blocks[one], blocks[one + 1]) for one in range(start, end, 2)]
        at = end
    return [*found, *blocks[at:]]


def _runs(blocks: list[Block]) -> Iterator[tuple[int, int]]:
    kinds = [_kind(block) for block in blocks]
    at = 0
    while at < len(blocks):
        end = at
        while end + 1 < len(blocks) and {kinds[end], kinds[end + 1]} == {"amount", "name"} and kinds[end] == kinds[at]:
            end += 2
        # A name before the first amount belongs to it, unless it is the heading of the list.
        if (end - at) // 2 >= FEWEST and not (kinds[at] == "name" and _is_led(kinds, end)):
            yield at, end
            at = end
        else:
            at += 1


def _is_led(kinds: list[str], end: int) -> bool:
    """Whether the first name was a heading: the run goes on with one name more, after the last amount."""
    return end < len(kinds) and kinds[end] == "name" and (end + 1 == len(kinds) or kinds[end + 1] != "amount")


def _kind(block: Block) -> str:
    if block.level or len(block.text) > LONGEST or SERVINGS.fullmatch(block.text):
        return ""
    if AMOUNT.fullmatch(block.text) or JAPANESE.fullmatch(block.text):
        return "amount"
    return "" if any(letter.isdigit() for letter in block.text) else "name"


def _joined(first: Block, second: Block) -> Block:
    """The amount first, as a line of ingredients begins, but not in the scripts that write it last."""
    amount, name = (first, second) if _kind(first) == "amount" else (second, first)
    if EASTERN.search(name.text):
        amount, name = name, amount
    return replace(name, text=f"{amount.text} {name.text}")
