"""How people speak of the shopping list and of bills."""

import re
from typing import Any

from chat.agent.builtin.understanding.limits import take_servings
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named, parts, things

LIST = (
    r"(?:the |my |our |a )?(?:(?P<list>[\w' ]+?) )?(?:shopping[ -]?list|grocery list|groceries list|"
    r"list|groceries|shopping|basket|trolley|cart)"
)
MISSING = (
    r"(?:what(?:ever)?(?:'s| is| we(?:'re| are)?| i(?:'m| am)?)? (?:still )?(?:missing|lacking|"
    r"need(?:ed)?|lack|need to buy)|(?:the |all (?:the )?)?missing (?:things|ingredients|stuff|items|"
    r"parts)|(?:all )?(?:the )?(?:missing )?(?:ingredients|things|stuff)|everything (?:missing|needed|"
    r"(?:i|we) (?:need|lack))|everything)"
)
OF = r"(?: (?:for|of|from|to make|to cook) (?:the |a |an |our |my )?(?P<recipe>.+?))?"
IT = re.compile(
    r"^(?:it|that|this|them|those|these|that one|the (?:dish|recipe|rest)|what'?s missing|what is missing)$",
    re.IGNORECASE,
)
NOT_LISTS = {"shopping", "grocery", "the", "my", "our", "new"}


def added(found: re.Match[str]) -> Slots | None:
    text = found["what"]
    if IT.match(text.strip()):
        return {"items": []} | named_list(found)
    items = [one.typed for one in things(text) if one.name]
    return {"items": items} | named_list(found) if items else None


def named_list(found: re.Match[str]) -> dict[str, Any]:
    name = (found.groupdict().get("list") or "").strip().casefold()
    return {"list": name} if name and name not in NOT_LISTS else {}


def missing(found: re.Match[str]) -> Slots:
    text, limits = take_servings(found["recipe"] or "")
    recipe = named(text)
    return limits | named_list(found) | ({"recipe": recipe} if recipe and not IT.match(recipe) else {})


def chosen(found: re.Match[str]) -> Slots | None:
    text = found["what"].strip()
    if IT.match(text):
        return {"items": []}
    names = [name for part in parts(text) if (name := named(part))]
    return {"items": names} if names else None


def shown(found: re.Match[str]) -> Slots:
    return named_list(found)


def bill(found: re.Match[str]) -> Slots | None:
    return read_bill(found.string)


TOTAL = re.compile(
    r"(?:[€$£]|eur|usd|gbp|chf|pln|zł)?\s*(?P<total>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})|"
    r"\d+(?:[.,]\d{1,2})?)\s*(?:€|\$|£|euros?|eur|bucks|dollars?|pounds?|quid|zł|zloty|francs?|chf|"
    r"usd|gbp|pln)?",
    re.IGNORECASE,
)
PAID = re.compile(
    r"\b(?P<name>(?-i:[A-Z][\w'-]+)|i|we)(?:'ve| has| have)? (?:just )?(?:paid|payed|spent|laid out)\b|"
    r"\bpaid by (?P<by>[\w'-]+)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|among|amongst|with)\s+(?P<people>.+?)(?=\s+(?:for|paid)\b|[.!?]|$)", re.IGNORECASE)
FOR = re.compile(
    r"\bfor\s+(?:the |some |a |an )?(?P<title>(?!us\b|me\b|everyone\b|everybody\b|\d).+?)"
    r"(?=\s+(?:between|among|amongst|with|paid|equally|evenly|and split)\b|[,.!?]|$)",
    re.IGNORECASE,
)
OF_WHAT = re.compile(
    r"\b(?:split|share|divide) (?:the |a |our )?(?P<title>[a-z][\w' -]*?)(?: bill| receipt)?(?: of| "
    r"over|,)? (?=[€$£]?\d)",
    re.IGNORECASE,
)
ALL_OF_US = re.compile(
    r"^(?:(?:all|both|the (?:two|three|four|five|six)) of us|us(?: all)?|everyone|everybody|all|the "
    r"(?:household|flat|house|family|table)|ourselves|all (?:two|three|four|five|six) of us)$",
    re.IGNORECASE,
)
PEOPLE = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)


def read_bill(text: str) -> Slots | None:
    """Total, title, who paid, between whom."""
    amount = TOTAL.search(text)
    slots: Slots = {"total": plain_number(amount["total"]) if amount else ""}
    if paid := PAID.search(text):
        name = paid["name"] or paid["by"]
        slots["paid_by"] = "" if name.casefold() in {"i", "we", "me"} else name
    if title := FOR.search(text) or OF_WHAT.search(text):
        words = re.sub(r"^(?:bill|receipt|amount|sum|cost)$", "", title["title"].strip(), flags=re.IGNORECASE)
        slots["title"] = words[:1].upper() + words[1:]
    between = BETWEEN.search(text)
    if between and not ALL_OF_US.match(between["people"].strip()):
        names = [name.strip() for name in PEOPLE.split(between["people"]) if name.strip()]
        slots["people"] = names if "with" not in between.group().casefold()[:4] or "me" in names else ["me", *names]
    return slots


def plain_number(text: str) -> str:
    """1234.50 for "1.234,50" and "1,234.50": the last sign before one or two digits parts the cents."""
    whole, sign, cents = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", text).groups()  # type: ignore[union-attr]
    return re.sub(r"[.,]", "", whole) + (f".{cents}" if sign else "")


NARROW: tuple[Pattern, ...] = (
    pattern("split", r"(?:(?:can|could) we )?(?:split|divide|share|go halves on|go dutch on)\b.*", bill),
    pattern(
        "split",
        r"(?-i:[A-Z][\w'-]+|[Ii]|[Ww]e)(?:'ve| has| have)? (?:just )?(?:paid|spent|laid out) "
        r".*\d.*(?:split|share|divide|between|among).*",
        bill,
    ),
    pattern(
        "list_missing", rf"(?:add|put|write|place|note|buy|get) {MISSING}{OF} (?:on|onto|to|in|into) {LIST}", missing
    ),
    pattern(
        "list_missing",
        r"(?:buy|get|shop(?: for)?|order|add) (?:what(?:'s| is| we) (?:missing|needed|need|lack)|(?:the )"
        r"?(?:missing )?ingredients|everything(?: (?:we|i) need)?|the missing things)(?: (?:for|to make|"
        r"to cook) (?:the |a |an |our |my )?(?P<recipe>.+))?",
        missing,
    ),
    pattern(
        "show_list",
        rf"(?:what(?:'s| is| do (?:we|i) (?:have|need))|show(?: me| us)?|open|see|read(?: me)?|list|"
        rf"display|give me) (?:all |everything )?(?:(?:is )?(?:on|in) )?{LIST}",
        shown,
    ),
    pattern(
        "show_list",
        r"(?:what|which things) (?:do|should|must|have) (?:we|i) (?:still )?(?:need to |have to |to )"
        r"?(?:buy|get|shop for|need from the (?:shop|store|supermarket))(?: .*)?",
        lambda _found: {},
    ),
    pattern("show_list", r"(?:the |my |our )?(?:shopping list|list|groceries)", lambda _found: {}),
)
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "remove",
        rf"(?:remove|delete|take|cross|strike|scratch|drop|get) (?P<what>.+?) (?:off|from|out of|off of) "
        rf"{LIST}",
        chosen,
    ),
    pattern("remove", r"(?:remove|delete|cross out|strike) (?P<what>.+)", chosen),
    pattern(
        "remove",
        r"(?:we|i) (?:don't|do not|no longer) need (?:any |the |more )*(?P<what>.+?)(?: any ?more| after "
        r"all)?",
        chosen,
    ),
    pattern(
        "tick",
        rf"(?:tick|check|mark)(?: off)? (?P<what>.+?)(?: off)?(?: (?:on|from) {LIST})?(?: as (?:bought|"
        rf"done))?",
        chosen,
    ),
    pattern(
        "tick",
        rf"{SUBJECT}(?:got|have|picked up|put) (?P<what>.+?) (?:in|into) (?:the |my )?(?:basket|trolley|"
        rf"cart)",
        chosen,
    ),
    pattern(
        "list_add",
        rf"(?:add|put|write|place|note|stick|pop|jot(?: down)?|include) (?P<what>.+?) (?:on|onto|to|in|"
        rf"into|down on) {LIST}",
        added,
    ),
    pattern(
        "list_add",
        r"(?:buy|get|pick up|order(?! (?:me|us)\b)(?!.*\b(?:online|delivery|takeaway)\b)|shop for|grab|fetch|"
        r"purchase)(?: some| more)? (?P<what>.+)",
        added,
    ),
    pattern(
        "list_add",
        r"(?:we|i) (?:also |still |really |urgently )?(?:need|could use|want|should (?:buy|get)|have to "
        r"(?:buy|get)|need to (?:buy|get)|must (?:buy|get))(?: some| more)? (?P<what>(?!to\b|help\b|a "
        r"recipe\b|something\b|ideas?\b).+)",
        added,
    ),
)
# Wherever nothing else is said, things are to be bought.
LOOSE: tuple[Pattern, ...] = (
    pattern("list_add", r"(?:add|note|put)(?: some| more)? (?P<what>(?!.* (?:in|into) the )[^?]+)", added),
)
