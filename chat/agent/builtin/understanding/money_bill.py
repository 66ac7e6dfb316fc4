"""What a bill says: how much, for what, who paid, between whom, in which way."""

import re
from decimal import Decimal

from chat.agent.builtin.understanding.money_debts import PAYING
from chat.agent.builtin.understanding.money_owned import take_owned
from chat.agent.builtin.understanding.money_parts import take_amounts, take_items, take_weights
from chat.agent.builtin.understanding.money_told import people_in, take_told, unexplained
from chat.agent.builtin.understanding.money_words import ALL, AMOUNT, COUNTED, COUNTS, MONEY, WHO, names, total_of
from chat.agent.builtin.understanding.pattern import Slots

SPLITTING = r"(?:split|splitting|divide|dividing|share|sharing|halve|go halves on|go dutch on)"
AMONG = r"(?:between|among|amongst|with)"
PAID = re.compile(
    rf"\b(?P<name>(?-i:[A-Z][\w'-]+)|i|we|he|she|they)(?:'ve| has| have| who| that)? (?:just |already )?"
    rf"(?:{PAYING}|bought|ordered|put(?= {AMOUNT})|got(?= .+(?: for| at|,) {AMOUNT}))\b|"
    r"\bpaid (?:for )?by (?P<by>[\w-]+)|\b(?P<got>(?-i:[A-Z][\w'-]+)|i) (?:got|footed|picked up) the (?:bill|tab)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?<!paid )\b(?:{AMONG}|by)\s+(?P<people>(?:just |only )?(?:{WHO}|all of us))"
    r"(?=\s+(?:for|paid|equally|evenly|fairly|please|and split|at|on)\b|\s*[,.;:!?(]|\s*$|\s+\d)",
    re.IGNORECASE,
)
FOR_PEOPLE = re.compile(
    r"\bfor\s+(?P<people>(?:me|us|(?-i:[A-Z][\w'-]+))(?:(?:,| and|, and) (?:me|(?-i:[A-Z][\w'-]+)))+)", re.IGNORECASE
)
FOR = re.compile(
    r"\b(?:for|on)\s+(?:the |some |a |an |our )?(?P<title>(?!us\b|me\b|everyone\b|everybody\b|all\b|\d).+?)"
    rf"(?=\s+(?:{AMONG}|paid|equally|evenly|fairly|and (?:we )?(?:split|share|go)|by|split|which|that|we|i|"
    r"for (?:all|us|everyone|everybody|both|the))\b|\s*[,.;:!?(]|\s*$|\s+\d)",
    re.IGNORECASE,
)
OF_WHAT = re.compile(
    rf"\b{SPLITTING}\s+(?:up )?(?:the |a |our |this |that )?(?:\d+ )?(?P<title>[a-z][\w' -]*?)"
    rf"(?: bill| receipt| costs?)?(?: of| over| for|,|:| \()? ?(?={AMOUNT})",
    re.IGNORECASE,
)
# "cinema 31 …", "pizza was 27.80 …": what a bill begins with names it.
BEGINS = re.compile(
    rf"(?:the |a |our |my )?(?P<title>[a-z][a-z' -]*?)(?: (?:was|were|is|cost|came to|for|today|yesterday))*[,:]? "
    rf"(?={AMOUNT})",
    re.IGNORECASE,
)
TWO = re.compile(
    r"\b(?P<people>(?:me and|me,) (?-i:[A-Z][\w-]+)|(?-i:[A-Z][\w-]+) and (?:me|i|myself))\b", re.IGNORECASE
)
SPEAKS = re.compile(
    rf"\b(?:i|we|he|she|they|{SPLITTING}|{PAYING}|bought|put|got|owes?|paid|and|(?-i:[A-Z][\w-]+) (?:paid|has))\b",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"the|a|an|our|(?:the )?(?:bill|receipt|amount|sum|costs?|total|it|this|that|up|bill of|them)?", re.IGNORECASE
)


def read_bill(text: str) -> Slots:
    rest, slots = _counted(text)
    rest, said = _parts(rest)
    slots |= {"total": total_of(rest), **said}
    uneven = said.get("mode") == "shares" and any(int(one) > MOST_SHARES for one in said.get("pair", []))
    if unexplained(rest) or uneven or MORE.search(text):
        slots["unclear"] = True
    if not slots["total"] and "things" in said:
        slots["total"] = str(sum(Decimal(item["amount"]) for item in said["things"]))
    if paid := PAID.search(text):
        name = paid["name"] or paid["by"] or paid["got"]
        slots["paid_by"] = "" if name.casefold() in {"i", "we", "me"} else name
    elif owed := I_OWE.search(text):
        slots["paid_by"] = owed["name"]
    if title := _title(rest):
        slots["title"] = title
    return slots | _people(rest)


def _counted(text: str) -> tuple[str, Slots]:
    found = COUNTED.search(text)
    if not found:
        return text, {}
    word = (found["count"] or "two").casefold()
    return f"{text[: found.start()]} {text[found.end() :]}", {"count": COUNTS.get(word) or int(word)}


def _parts(text: str) -> tuple[str, Slots]:
    """Only as much as leaves the bill its total; several things alone make one."""
    for take in (take_told, take_items, take_owned, take_weights, take_amounts):
        rest, said = take(text)
        if said and take in TOLD and len(MONEY.findall(rest)) != 1:
            continue
        if said and (total_of(rest) or len(said.get("things", [])) > 1):
            return rest, said
    return text, {}


# "5 more than Bob" is a sum that would have to be reckoned.
MORE = re.compile(r"\b(?:more|less) than\b|\d (?:euros? )?(?:more|less)\b", re.IGNORECASE)
I_OWE = re.compile(r"\bi(?: still)? owe (?P<name>(?-i:[A-Z][\w-]+))\b", re.IGNORECASE)
# 70/40 are neither percents nor shares that anybody would say.
MOST_SHARES = 10
# These are believed only where the bill's own sum is all that they leave.
TOLD = (take_told, take_owned)


def _title(text: str) -> str:
    for found in (*FOR.finditer(text), *OF_WHAT.finditer(text)):
        words = found["title"].strip()
        if not NO_TITLE.fullmatch(words) and not FOR_PEOPLE.match(found.group()) and not people_in(words.split()[0]):
            return words[:1].upper() + words[1:]
    begins = BEGINS.match(text.strip())
    words = begins["title"].strip() if begins else ""
    is_name = words and not (NO_TITLE.fullmatch(words) or SPEAKS.search(words) or people_in(words))
    return words[:1].upper() + words[1:] if is_name else ""


def _for_one(text: str) -> re.Match[str] | None:
    """“Bob paid the cinema for me”: nobody says that it is to be split."""
    return None if re.search(rf"\b{SPLITTING}\b|\bequally\b", text, re.IGNORECASE) else FOR_ONE.search(text)


FOR_ONE = re.compile(r"\bpaid\b.* for (?P<people>me|(?-i:[A-Z][\w-]+))(?=\s*(?:[,.;:!]|$))", re.IGNORECASE)


def _people(text: str) -> Slots:
    found = BETWEEN.search(text) or FOR_PEOPLE.search(text) or TWO.search(text) or _for_one(text)
    if not found or ALL.fullmatch(found["people"].strip()):
        return {}
    said = names(re.sub(r"^(?:just|only)\s+", "", found["people"]))
    with_me = found.group().casefold().startswith("with") and "me" not in said
    return {"people": ["me", *said] if with_me else said}
