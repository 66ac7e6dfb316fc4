"""How people speak of shared money: a bill in one sentence or several, and what adds to the one before."""

import re
from decimal import Decimal

from chat.agent.builtin.understanding import money_debts
from chat.agent.builtin.understanding.money_bill import AMONG, SPLITTING, read_bill
from chat.agent.builtin.understanding.money_debts import PAYING
from chat.agent.builtin.understanding.money_owned import take_owned
from chat.agent.builtin.understanding.money_pairs import take_pair
from chat.agent.builtin.understanding.money_parts import take_amounts, take_items, take_weights
from chat.agent.builtin.understanding.money_plain import plainly
from chat.agent.builtin.understanding.money_told import take_told
from chat.agent.builtin.understanding.money_words import (
    AMOUNT,
    COUNTS_THINGS,
    MONEY,
    ONE,
    in_digits,
    plain_number,
    total_of,
)
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.text import bare, clauses, straight
from chat.agent.builtin.wish import Memory, Wish

FOOD = re.compile(
    r"\b(?:recipe|dough|batter|list|portions?|pieces?|balls?|servings?|packs?|lots?|leftovers?|chat|conversation|link)\b|"
    r"\d\s*(?:g|kg|ml|l|dl|cl|oz|lbs?|cups?|tbsp|tsp|tins?|eggs?|grams?|litres?|liters?)\b",
    re.IGNORECASE,
)
CUE = rf"(?:{SPLITTING}|{AMONG}|equally|evenly|fifty|for (?:us|everybody|everyone|all)|\d\s*[/:]\s*\d|%)"
ASKED = r"(?:(?:please |can |could |would |let's )*(?:(?:we|you) )?(?:please )?|how (?:do|should|would) we )"
BILL = r"(?:bill|receipt|costs?|rent|check|tab)"


def bill(found: re.Match[str]) -> Slots | None:
    """Dough is divided as well, and recipes are shared: only with a sign of money are they bills."""
    text = found.string
    signed = any(one["before"] or one["after"] for one in MONEY.finditer(text))
    return None if FOOD.search(text) and not signed else read_bill(text)


def paid_alone(found: re.Match[str]) -> Slots | None:
    """A bill of which nobody said that it is to be split: that is asked."""
    slots = bill(found)
    return {**slots, "unsure": True} if slots and slots["total"] else None


NARROW: tuple[Pattern, ...] = (
    *money_debts.PATTERNS,
    pattern("split", rf"{ASKED}{SPLITTING}\b.*(?:\d|\b{BILL}\b).*", bill),
    pattern("split", rf".*\b{PAYING}\b.*\d.*\b{CUE}.*", bill),
    pattern("split", rf".*\b{CUE}.*\b{PAYING}\b.*\d.*", bill),
    pattern(
        "split",
        r"(?!.*\b(?:add|put|buy|get|use)\b)(?:the )?(?:[\w' -]+ )?(?:bill|receipt|dinner|rent|check|total) "
        rf"(?:was|is|of|came to|over) {AMOUNT}.*",
        bill,
    ),
    pattern(
        "split", rf"(?:the |our )?(?:\w+ )?(?:bill|rent|receipt|tab)(?: today| yesterday)?[:,]? {AMOUNT}", paid_alone
    ),
    pattern(
        "split",
        rf"(?:(?-i:[A-Z][\w'-]+)|i|we)(?:'ve| has| have)? (?:just )?{PAYING} {AMOUNT}(?: (?:for|on) .+)?",
        paid_alone,
    ),
)
LEAST_PRICE = 10
# Who shares a bill, in words that food is not spoken of with.
SHARED = re.compile(
    rf"\b(?:{SPLITTING}|halves|fifty[- ]fifty|between (?:us|me|the)|(?:we|us|me) (?:both|all|two)|both of us|all of us|"
    r"each pays?|everyone pays|we go|(?:the )?rest|remainder|mine|everything else|me and (?-i:[A-Z])|(?-i:[A-Z][\w-]+) "
    r"and (?:me|i)\b|(?-i:[A-Z][\w-]+) (?:paid|pays|owes)|with (?-i:[A-Z])|we(?:'re| are)? shar\w+)|"
    r"\d\s*%|\b\d\s*:\s*\d\b",
    re.IGNORECASE,
)
PRICED = re.compile(rf"\b(?:{BILL}|paid|pays|spent|owes?|price|euros?)\b", re.IGNORECASE)
# What asks, or wants something of the kitchen.
OTHERWISE = re.compile(
    r"(?:add|put|buy|get|use|move|cook|make|show|open|what|which|how|when|where|who|why|do|does|did|is|are|can|could|have|"
    r"remove|delete|tick|throw|find|convert|compare|remember|forget|save|import|freeze|something|anything|i need|"
    r"we need|"
    r"(?:i|we) (?:used|ate|threw|had|cooked|made|need|want)|used|ate|threw|cooked|no|bought|dinner (?:in|for)|"
    r"lunch for)\b",
    re.IGNORECASE,
)
# What adds to a bill and is none by itself.
BESIDE = re.compile(
    rf"(?:we )?{SPLITTING}(?: (?:it|that|this|them|the (?:bill|costs?|rest)))?(?: (?:up|equally|evenly|fairly))*"
    rf"(?: (?:{AMONG}|by|in) .+)?|{ONE} (?:has |have )?paid(?: (?:it|that|for it|the bill))?|it was paid by .+|"
    rf"it was {ONE} (?:who|that) paid.*|"
    rf"paid by .+|(?:(?:no|wait|oh|actually|sorry|btw|and|but),? )*{ONE} (?:has )?paid(?: (?:it|that))?"
    rf"(?:,? (?:actually|though|btw|by the way|not me|instead))+|"
    rf"(?:(?:only|just) )?{AMONG} .+|\d{{1,2}}\s*[/:]\s*\d{{1,2}}",
    re.IGNORECASE,
)


# Would be cut where no new wish begins.
WHOLE = tuple(one for one in money_debts.PATTERNS if one.kind == "settle")


def read_message(text: str, memory: Memory) -> list[Wish] | None:
    """One bill that several sentences tell, or what adds to the bill before; None for anything else."""
    typed, text = text, plainly(in_digits(text))
    whole, told = bare(straight(text)), clauses(text)
    settled = next((wish for one in WHOLE if (wish := one.read(whole))), None)
    if wish := settled or (money_debts.BOTH.read(whole) if len(told) > 1 else None):
        return [wish]
    kinds = [_kind(clause) for clause in told]
    if slots := _one_bill(text, told, kinds, memory):
        return [Wish("split", slots)]
    if kinds == ["bill"] and typed != text:
        return [next(wish for one in NARROW if (wish := one.read(told[0])))]
    return _following(text, ". ".join(told), kinds, memory)


def _one_bill(text: str, told: list[str], kinds: list[str], memory: Memory) -> Slots | None:
    if len(told) > 1 and "other" not in kinds and kinds.count("bill") == 1:
        return read_bill(". ".join(told))
    if (is_shared_out(text) or _is_one_bill(told, kinds, memory)) and (slots := loose_bill(text)):
        return slots
    whole = straight(text)
    if kinds == ["bill"] and whole.casefold().rstrip(" .!?").endswith("for me") and _is_plain_bill(told[0]):
        # What a clause loses as politeness says whose share it is.
        return read_bill(whole)
    return None


def _is_one_bill(told: list[str], kinds: list[str], memory: Memory) -> bool:
    """Not where a clause is a wish of its own, nor what is read well already."""
    adding = set(kinds) == {"beside"} and memory.wish is not None and memory.wish.kind == "split"
    others = [one for one in money_debts.PATTERNS if one.kind != "split"]
    read_well = kinds == ["bill"] and any(one.kind == "split" and one.read(told[0]) for one in NARROW)
    return not read_well and not adding and not any(one.read(clause) for clause in told for one in others)


def is_shared_out(text: str) -> bool:
    return bool(shared_by(text))


def shared_by(text: str) -> set[str]:
    """Whose parts are told of one sum that stands beside them."""
    for take in (take_told, take_owned):
        rest, said = take(text)
        sums = list(MONEY.finditer(rest))
        if said and len(sums) == 1 and not COUNTS_THINGS.match(rest[sums[0].end() :].replace(" total", "")):
            parts = {part["person"] for part in said.get("parts", [])}
            return parts | {who for item in said.get("things", []) for who in item["people"]}
    return set()


def means_bill(text: str) -> bool:
    """Shares of two, or of a sum with cents or a sign of money, are a bill, whatever else its words are like."""
    plain = plainly(in_digits(text))
    signed = any(one["before"] or one["after"] or "." in plain_number(one["digits"]) for one in MONEY.finditer(plain))
    who = shared_by(plain)
    return len(who) > 1 or (bool(who) and signed)


def loose_bill(text: str) -> Slots | None:
    """A bill in any words: a price, and who shares it; nothing that asks or wants another thing."""
    whole = straight(text).strip(" .!")
    if OTHERWISE.match(whole) or whole.endswith("?") or not (SHARED.search(whole) or is_shared_out(whole)):
        return None
    slots = bill(re.match(r".*", whole, re.DOTALL))  # type: ignore[arg-type]
    return slots if slots and slots["total"] and is_price(slots["total"], whole) else None


def is_price(total: str, text: str) -> bool:
    """It has a sign or cents, is called so, or is as large as no number of things."""
    sums = list(MONEY.finditer(text))
    signed = any(one["before"] or one["after"] for one in sums)
    counts = any(plain_number(one["digits"]) == total and COUNTS_THINGS.match(text[one.end() :]) for one in sums)
    large = Decimal(total) >= LEAST_PRICE and not counts
    return signed or "." in total or bool(PRICED.search(text)) or large


def _following(text: str, whole: str, kinds: list[str], memory: Memory) -> list[Wish] | None:
    before = memory.wish if memory.wish and memory.wish.kind == "split" else None
    if before is None:
        return None
    if MONEY.fullmatch(CORRECTING.sub("", straight(text)).strip(" .!?")):
        return [before.but(total=plain_number(text))]
    if not before.get("total") and MONEY.fullmatch(straight(text).strip(" .!?")):
        return [before.but(total=plain_number(text))]
    plain = CORRECTING.sub("", straight(text)).strip(" .!?")
    rest, said = take_told(plain)
    if said and not MONEY.search(rest):
        return [_added(before, plain)]
    return [_added(before, whole)] if set(kinds) == {"beside"} else None


CORRECTING = re.compile(
    r"^(?:(?:no|nope|sorry|wait|oops|actually|i meant?|i said|make (?:it|that)|it (?:was|is)|rather|not|oh)\b"
    r"[\s,.:]*)+",
    re.IGNORECASE,
)


def _kind(clause: str) -> str:
    """Of a clause: bill, beside (a bill) or other."""
    if BESIDE.fullmatch(clause) or BESIDE.fullmatch(CORRECTING.sub("", clause)):
        return "beside"
    if any(one.kind == "split" and one.read(clause) for one in money_debts.PATTERNS):
        return "bill"
    if not re.match(ASKED + SPLITTING, clause, re.IGNORECASE) and take_items(clause)[1]:
        return "beside" if not total_of(take_items(clause)[0]) else "bill"
    for take in (take_told, take_owned, take_weights, take_amounts):
        rest, said = take(clause)
        if said and not total_of(rest):
            return "beside"
    pair = take_pair(clause)
    if pair[1] and not total_of(pair[0]):
        return "beside"
    return "bill" if any(one.kind == "split" and one.read(clause) for one in NARROW) else "other"


def _is_plain_bill(clause: str) -> bool:
    found = next((one for one in NARROW if one.read(clause)), None)
    return found is not None and found.slots is bill


def _added(before: Wish, text: str) -> Wish:
    kept = {"total", "title", "unclear"} if before.get("title") else {"total", "unclear"}
    more = {name: value for name, value in read_bill(text).items() if value and name not in kept}
    pair = take_pair(text)[1]
    told = pair if pair.get("mode") == "percent" else take_told(text)[1]
    named = [] if told else (take_items(text)[1] or take_owned(text)[1]).get("things", [])
    items = [*before.get("things", []), *named] if not told else []
    weights = {} if items else told or pair or take_weights(text)[1] or take_amounts(text)[1]
    if weights:
        before = Wish(before.kind, {name: value for name, value in before.slots.items() if name not in PARTED})
    return before.but(**{**more, "unsure": False, **weights, **({"things": items} if items else {})})


PARTED = frozenset({"parts", "pair", "first", "whole", "mode", "things", "unclear"})
