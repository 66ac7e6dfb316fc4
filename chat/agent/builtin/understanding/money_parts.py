"""What a bill says of single people: things that were theirs, percents, shares, amounts. Each takes its words away."""

import re
from typing import Any

from chat.agent.builtin.understanding.money_pairs import Said, is_person, take_pair
from chat.agent.builtin.understanding.money_words import ALL, AMOUNT, NUMBER, ONE, SELF, WHO, names, part, plain_number

THING = r"(?:(?:the|some|a|an|my|our|that)\s+)?(?P<name>[^\W\d_][\w' -]*?)"
VERB = r"(?:was|were|is|are|'s|belongs? to|belonged to|goes? (?:on|to)|went to)(?: (?:only |just )?for)?"
WAS = rf"(?:{VERB}|(?:(?:is|was|were|are) )?(?:only |just )?for|on)"
WORTH = r"(?:for|at|of|,|\(|which (?:was|cost)|that (?:was|cost)|cost(?:ing|s)?)"
LEAD = r"(?:(?:but|and|also|except|without|minus|apart from|where|while|of which|only|just)\s+)*"
ALONE = r"(?:\s+(?:alone|only|share|part|treat))?"
OWNED = rf"(?:only |just |all |both )?(?P<who>{WHO}){ALONE}"
CLOSED = r"(?=\s*(?:[,.;!?]|$|\band\b))"
END = r"(?=\s*(?:[,.;!?)]|$|\band\b|\bbut\b))"
CALLED = r"(?P<who>me|myself|mine|(?-i:[A-Z][\w-]+(?:'s)?))"
ON_IT = r"(?:\s+(?:was|is|were|are)\s+(?:on|in|among)\s+(?:it|there|that|them|the bill))?"
NAMED = r"(?P<name>[^\W\d_][\w' -]*?)"
COST = r"(?:was|is|cost|costs|for|at|\(|:)"
ITEMS = tuple(
    re.compile(rf"(?:^|(?<=[\s,;.(])){LEAD}{one}{END}", re.IGNORECASE)
    for one in (
        # the wine for 12 was mine; the wine (12) is Bob's; the wine, 12, is for Bob and me
        rf"{THING}\s*{WORTH}?\s*(?P<amount>{AMOUNT})\s*\)?\s*,?\s*(?:which |that |they |it )?{WAS}\s+{OWNED}",
        # 12 for the wine was mine; 12 of it was Bob's; 12 was just mine
        rf"(?P<amount>{AMOUNT})\s+(?:(?:of (?:it|that|this|which|them)|for {THING})\s*,?\s*)?{VERB}\s+{OWNED}",
        # I had the wine for 12; Bob took the dessert (6)
        rf"(?P<who>{WHO})\s+(?:had|took|ate|drank|got|ordered)\s+(?!to\b){THING}\s*(?:for|at|,|\()?\s*(?P<amount>{AMOUNT})\s*\)?",
        # my wine was 12; Bob's dessert cost 6.50; Bob's steak 24
        rf"(?P<who>my|[^\W\d_][\w-]*'s)\s+(?!(?:share|part|half)\b){NAMED}\s*{COST}?\s*(?P<amount>{AMOUNT})\s*\)?{ON_IT}",
        # pizza 12 Bob, pasta 14 me
        rf"{THING}\s+(?P<amount>{AMOUNT})\s*:?\s*{CALLED}",
    )
)
NO_THING = {"rest", "the rest", "bill", "total", "it", "that", "dinner bill", "split", "paid", "and", "but"}
NOT_FIRST = {"me", "i", "and", "myself"}
NO_OWNER = re.compile(r"(?:a|an|the|it|that|not|for|each|too|very|paid|split|between|equally|on|off)$", re.IGNORECASE)
BEFORE = re.compile(r"^.*\b(?:where|but|and|us|split|between|with)\s+(?:the\s+)?", re.IGNORECASE)
NOT_IN_NAME = re.compile(r"\b(?:paid|split|share|divide|spent|owes?)\b", re.IGNORECASE)

PERCENT = r"(?P<value>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent)"
PAYS = r"(?:pays?|takes?|gets?|owes?|covers?|:|has|have|with|does|do|is)"
PERCENTS = (
    re.compile(
        rf"{PERCENT}\s*(?:of it |is |are |goes to |go to |on )?(?:for |by |from |to )?(?P<who>{ONE})", re.IGNORECASE
    ),
    re.compile(rf"(?P<who>{ONE})\s*{PAYS}?\s*{PERCENT}", re.IGNORECASE),
)
PARTS = r"(?:parts?|shares?|portions?)"
COUNTS_AS = r"(?:pays?|takes?|gets?|has|have|with|counts?(?: as| for)?)"
SHARES = (
    re.compile(rf"(?P<value>{NUMBER})\s+{PARTS}\b\s*(?:is |are )?(?:for |to |by )?(?P<who>{ONE})", re.IGNORECASE),
    re.compile(
        rf"(?P<who>{ONE})\s+{COUNTS_AS}\s+(?:(?P<value>{NUMBER})\s+(?:{PARTS}|times as much)|"
        rf"(?P<times>double|twice|triple)(?: as much)?){CLOSED}",
        re.IGNORECASE,
    ),
)
ALSO = (
    re.compile(rf"(?P<value>[1-9]|one|two|three|four|five)\s*(?:x|for)\s+{CALLED}(?=\s*(?:,|and\b|$))", re.IGNORECASE),
)
THIRDS = (
    re.compile(
        rf"(?P<value>one|a|two|three)\s+(?:third|quarter)s?\s+(?:(?:is|are|for|to|by)\s+)*(?P<who>{ONE})", re.IGNORECASE
    ),
)
REST = r"(?:the )?(?:rest|remainder)"
EXACT = (
    re.compile(
        rf"(?P<who>{ONE})(?:\s+has to|\s+should|\s+will|'ll)?\s+(?:pays?|owes?|puts? in|gives?|covers?|takes?)\s+"
        rf"(?:(?:me|us|back|only|just)\s+)*(?P<value>{AMOUNT}|{REST})",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<who>my|{ONE})\s+(?:share|part)\s+(?:is|was|=)?\s*(?P<value>{AMOUNT})", re.IGNORECASE),
    re.compile(
        rf"(?P<value>{AMOUNT}|{REST})\s+(?:is |are |goes )?(?:(?:for|from|to|by|on)\s+)?{CALLED}{CLOSED}", re.IGNORECASE
    ),
)
MORE_EXACT = re.compile(rf"^\s*(?:,|and|,\s*and)?\s*(?P<who>{ONE})\s+(?P<value>{AMOUNT}|{REST}){CLOSED}", re.IGNORECASE)
# "Bob 30" beside another part, never first: what stands there is the bill itself.
BESIDE = re.compile(rf"(?<=[\s,.;]){CALLED}\s*:?\s+(?P<value>{AMOUNT}){CLOSED}", re.IGNORECASE)
# "in shares: me 2, Bob 1"
IN_SHARES = re.compile(r"\b(?:in|by|as|with)?\s*(?:shares|parts|portions|ratio)\b\s*[:,-]?\s*", re.IGNORECASE)
LISTED = re.compile(rf"{CALLED}\s*[:=x]?\s*(?P<value>\d|one|two|three|four|half)\b(?![.,]\d)", re.IGNORECASE)


def take_items(text: str) -> Said:
    """Things with their amounts and their people."""
    items: list[dict[str, Any]] = []
    rest = text
    for expression in ITEMS:
        while found := _item(expression, rest):
            match, item = found
            items.append(item)
            rest = f"{rest[: match.start()]} , {rest[match.end() :]}"
    ordered = sorted(items, key=lambda item: text.find(item["amount"].split(".")[0]))
    return rest, {"things": ordered} if items else {}


def _item(expression: re.Pattern[str], text: str) -> tuple[re.Match[str], dict[str, Any]] | None:
    for match in expression.finditer(text):
        people = names(match["who"])
        name = BEFORE.sub("", (match.groupdict().get("name") or "").strip())
        if not _is_thing(name) or any(
            NO_OWNER.match(one) or not (is_person(one) or ALL.fullmatch(one)) for one in people
        ):
            continue
        return match, {
            "name": name[:1].upper() + name[1:],
            "amount": plain_number(match["amount"]),
            "people": people,
        }
    return None


def _is_thing(name: str) -> bool:
    words = name.casefold().split()
    return name.casefold() not in NO_THING and not NOT_FIRST.intersection(words[:1]) and not NOT_IN_NAME.search(name)


def take_weights(text: str) -> Said:
    """Percents or shares, each with who; a pair such as 60/40 without names."""
    rest, parts = _taken(text, PERCENTS)
    if parts:
        return rest, {"mode": "percent", "parts": parts}
    rest, parts = _taken(text, THIRDS)
    if parts:
        whole = 4 if re.search(r"\bquarters?\b", text, re.IGNORECASE) else 3
        return rest, {"mode": "shares", "parts": parts, "whole": whole}
    rest, parts = _shares(text)
    if parts:
        return rest, {"mode": "shares", "parts": parts}
    rest, parts = _listed(text)
    if parts:
        return rest, {"mode": "shares", "parts": parts}
    return take_pair(text)


def _listed(text: str) -> tuple[str, list[dict[str, str]]]:
    """What stands behind the word "shares" as a list of people with their numbers."""
    begin = IN_SHARES.search(text)
    found = list(LISTED.finditer(text, begin.end())) if begin else []
    if not begin or not found:
        return text, []
    parts = [{"person": names(one["who"])[0], "value": part(one["value"])} for one in found]
    return f"{text[: begin.start()]} , {text[found[-1].end() :]}", parts


def take_amounts(text: str) -> Said:
    """Who pays how much of it: "Bob pays 20 and Alice the rest"."""
    parts: list[dict[str, str]] = []
    rest = text
    for expression in EXACT:
        while match := next((one for one in expression.finditer(rest) if is_person(one["who"])), None):
            parts.append(_amount(match))
            behind = rest[match.end() :]
            while (more := MORE_EXACT.match(behind)) and is_person(more["who"]):
                parts.append(_amount(more))
                behind = behind[more.end() :]
            rest = f"{rest[: match.start()]} , {behind}"
    while parts and (beside := next((one for one in BESIDE.finditer(rest) if is_person(one["who"])), None)):
        parts.append(_amount(beside))
        rest = f"{rest[: beside.start()]} , {rest[beside.end() :]}"
    return rest, {"mode": "exact", "parts": parts} if parts else {}


def _amount(match: re.Match[str]) -> dict[str, str]:
    value = "rest" if re.fullmatch(REST, match["value"], re.IGNORECASE) else plain_number(match["value"])
    return {"person": names(match["who"])[0], "value": value}


def _taken(text: str, ways: tuple[re.Pattern[str], ...]) -> tuple[str, list[dict[str, str]]]:
    """All that the ways find, in the order of the first of them that finds anything, then of the others."""
    parts: list[dict[str, str]] = []
    for expression in sorted(ways, key=lambda way: _begins(way, text)):
        found = [one for one in expression.finditer(text) if is_person(one["who"])]
        parts += [{"person": names(one["who"])[0], "value": part(_value(one))} for one in found]
        text = expression.sub(lambda one: " , " if is_person(one["who"]) else one.group(), text)
    return text, parts


def _begins(way: re.Pattern[str], text: str) -> int:
    """Where a way first finds somebody: "I take 75% Bob takes 25%" names who before what."""
    found = (one.start() for one in way.finditer(text) if one["who"].casefold() in SELF or one["who"][:1].isupper())
    return next(found, len(text))


def _value(found: re.Match[str]) -> str:
    return str(found["value"] or found["times"])


def _shares(text: str) -> tuple[str, list[dict[str, str]]]:
    """What says "one for Bob" is a share only beside another that calls itself so."""
    rest, parts = _taken(text, SHARES)
    if not parts:
        return text, []
    rest, more = _taken(rest, ALSO)
    return rest, [*parts, *more]
