"""A bill in plainer words: figures for words, the sum before its shares, "equally" for "half half"."""

import re

from chat.agent.builtin.understanding.money_told import COUNT, people_in
from chat.agent.builtin.understanding.money_words import AMOUNT, FIGURES, ONES, names

MOVED = re.compile(
    rf"(?P<share>(?:{COUNT}[ -])?(?:half|thirds?|quarters?|fifths?)|\d\d?\s*%|\d/\d|{AMOUNT}) (?:out )?of "
    r"(?:the |a |our |my |that |this )?"
    rf"(?P<total>{AMOUNT}(?: (?:for|on|from|at) (?:the )?(?!me\b|us\b)[a-z]+)?)",
    re.IGNORECASE,
)
EVEN = re.compile(
    r"(?<!other )\b(?:half[\s/&+,-]*(?:and\s+)?half|half\s+(?:for\s+)?each|each\s+(?:of us\s+)?(?:pays?\s+)?half"
    r"|(?:we|us)\s+(?:both|each)\s+(?:pay\s+)?half|half\s+(?:for\s+)?each\s+of\s+us)\b(?!\s+(?:of|the))",
    re.IGNORECASE,
)
DUTCH = re.compile(r"\b(?:(?:we're |let's )?go(?:ing)? (?:dutch|halves|halfsies|half)|halvsies) on\b", re.IGNORECASE)
SPELLED = re.compile(rf"\b(?P<one>{'|'.join(ONES)}) to (?P<other>{'|'.join(ONES)})\b", re.IGNORECASE)
PERCENT = re.compile(
    rf"\b(?P<count>(?:{'|'.join(FIGURES)})(?:[ -](?:{'|'.join(ONES)}))?) ?(?:percent|per cent)\b", re.IGNORECASE
)
LEFT_WITH = re.compile(
    rf"\b(?P<verb>gets?|takes?|pays?|has|have|me|i) (?P<count>{'|'.join(ONES)})(?=\s*(?:$|[,.;]|and\b))", re.IGNORECASE
)


def one_hundred(words: str) -> int:
    return sum(FIGURES[word] for word in re.split(r"[ -]", words.casefold()))


HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _called(text: str) -> str:
    """“he” is the only one who was named."""
    who = {name for one in people_in(text) if (name := names(one.group())[0]) != "me"}
    return HE.sub(who.pop(), text) if len(who) == 1 else text


def plainly(text: str) -> str:
    """The same with its sum before its shares, "equally" for "half half", and 2:1 for "two to one"."""
    text = DUTCH.sub("split", EVEN.sub("split equally", _called(text)))
    if ratio := SPELLED.search(text):
        both = [str(ONES.index(ratio[side].casefold()) + 1) for side in ("one", "other")]
        text = f"{text[: ratio.start()]}{both[0]}:{both[1]}{text[ratio.end() :]}"
        text = LEFT_WITH.sub(lambda one: f"{one['verb']} {ONES.index(one['count'].casefold()) + 1}", text)
    text = PERCENT.sub(lambda one: f"{one_hundred(one['count'])}%", text)
    if moved := MOVED.search(text):
        text = f"{moved['total']}, {text[: moved.start()]}{moved['share']}{text[moved.end() :]}"
    return text
