"""What corrects or continues the wish before: "no, the other milk", "make it 3", "and the eggs?"."""

import re
from typing import Any

from chat.agent.builtin.understanding.asking_on import asked_on
from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.money_words import plain_number
from chat.agent.builtin.understanding.renoting import renoted
from chat.agent.builtin.understanding.slots import ASKS, DISHES, FOOD, LISTS, MONEY
from chat.agent.builtin.understanding.things import PRONOUNS, Thing, place_named, thing, things, with_unit
from chat.agent.builtin.understanding.unpacking import amount_alone, there_too, told_besides
from chat.agent.builtin.wish import Memory, Wish
from kitchen.units import read_number, read_unit
from pantry.matching.index import key_of, names

LEADS = re.compile(
    r"^(?:(?:no+|nope|nah|sorry|oops|wait|actually|rather|(?:i )?meant|i mean|i mean to say|i said|not "
    r"(?:that|this)(?: one)?|wrong(?: one)?|that's (?:wrong|not right|not it)|that was|"
    r"that is wrong|correction|scratch that|make (?:it|that|them|those)"
    r"|(?:i )?changed my mind|hold on|hang on|oh|no wait|change (?:it|that"
    r"|them)(?: to)?|let's (?:say|make it)|it (?:was|is|should be|has to be)|it's|they were|they are|they're"
    r"|should (?:be|have been)|was|but|yes|yeah|ok(?:ay)?|only|just)(?:[,:.!;]+|(?=\s))\s*)+",
    re.IGNORECASE,
)
SURE = re.compile(
    r"^(?:no+|nope|nah|sorry|oops|wait|i meant?|i said|wrong|that's|that is|correction|scratch"
    r"|make|change|let's|it |it's|they were|should|not |hold|hang|oh)",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"[,\s]+(?:instead|rather|i meant?|please|in fact|actually|after all|in total|altogether|sorry|not [\w ]+?)$",
    re.IGNORECASE,
)
NOT_BUT = re.compile(r"^not (?:the |a |an )?(?P<not>.+?)(?:,| but|;|:)+ (?:but )?(?P<rest>.+)$", re.IGNORECASE)
OTHER = re.compile(r"(?:the |that )?(?:other|different)(?: one| lot| pack(?:age)?| (?P<what>[\w' -]+))?", re.IGNORECASE)
MORE = re.compile(
    r"^(?:and (?:what about|how about|also|then)|and|or|also|plus|as well as|and also|oh and|what about|how about"
    r"|same for|the same for|same with|and then|then)\b[,:]?\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
TOO = re.compile(r"[,\s]+(?:too|as well|also|then)$", re.IGNORECASE)
WHOLE = re.compile(
    r"(?:all(?: of (?:it|them))?|everything|the (?:whole|lot)(?: lot)?|half(?: of (?:it|them))?"
    r"|a (?:third|quarter)(?: of it)?)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:in(?:to|side)?|to|from|on|at)?\s*(?:the |our |my )?(?P<place>fridge|refrigerator"
    r"|freezer|pantry|cupboard|larder|cellar|shelf)(?: though| instead)?",
    re.IGNORECASE,
)
DAYS = re.compile(
    r"(?:for |in |by |until |within )?(?:the )?(?:today|tonight|tomorrow|(?:this |next )?(?:week(?:end)?"
    r"|month|fortnight)|(?:next )?(?:\w+) (?:days|weeks))",
    re.IGNORECASE,
)
VERB = re.compile(
    r"(?:what|which|who|how|where|when|why|if|because|is|are|do|does|can|could|should|add|put|buy|show"
    r"|open|find|use|let's|get|give|tell|make|cook|remove|delete|tick|cross|stick|throw|take|note|write|remember|forget"
    r"|save|need|have|please|i|we|you|for (?:\w+ )?(?:people|persons|one|two|three|four|five|six"
    r"|eight|\d+|us|me)|with|without|yes|no|undo|to|my|thanks?|thank|hello|help|bye)\b",
    re.IGNORECASE,
)
# What may be of so much, where it is no figure alone.
MEASURED = frozenset({"nutrition", "move", "put"})
# A name has no more words than so many.
MOST_WORDS = 8


def elliptic(raw: str, clause: str, memory: Memory) -> Wish | None:
    """The wish before, changed as the clause says. `raw` still has the words before it that are else left out."""
    before = memory.wish
    if before is None:
        return None
    whole = raw.strip(" .!?,")
    if asked := asked_on(raw, before):
        return asked
    if raw.rstrip().endswith("?") and before.kind in ASKS and key_of(thing(whole).name) in names():
        return continued(whole, before)
    found = MORE.match(whole)
    if found and not LEADS.match(found["rest"]):
        return continued(TOO.sub("", found["rest"].strip(" .!?")), before)
    whole = found["rest"].strip(" .!?,") if found else whole
    if TOO.search(whole) and not VERB.match(whole):
        return continued(TOO.sub("", whole), before)
    return corrected(whole, clause, before, memory)


def continued(rest: str, before: Wish) -> Wish | None:
    """The same of another thing, in another place, or until another day."""
    if VERB.match(rest):
        return None
    if before.kind in ASKS | {"shelf", "expiring"} and (there := placed(rest, before)):
        return there
    rest = re.sub(r"^(?:for|with|of|in|the|some) ", "", rest)
    if before.kind == "nutrition" and before.get("amount") and (amount := _amount(rest)):
        return before.but(amount=amount)
    if before.kind == "expiring":
        return before.but(days=days_in(rest)) if DAYS.fullmatch(rest) else None
    named = things(rest)
    is_name = named and named[0].name.casefold() not in PRONOUNS and len(rest.split()) <= MOST_WORDS
    more = with_more if before.kind == "cook" else _with_other_things
    return more(before, named) if is_name else None


def with_more(before: Wish, named: list[Thing]) -> Wish | None:
    """“and cheese” beside the eggs."""
    foods = [one.name for one in named]
    known = foods and all(key_of(one) in names() for one in foods)
    return before.but(using=[*before.get("using", []), *foods], skip=0) if known else None


def _with_other_things(before: Wish, named: list[Thing]) -> Wish | None:
    one = named[0]
    if before.kind in LISTS:
        return Wish(before.kind, {**before.slots, "items": [each.typed for each in named]})
    if before.kind == "add":
        return Wish("add", {"lines": there_too([each.typed for each in named], before.get("lines"))})
    if before.kind in {"use", "waste"} and len(named) > 1:
        whole = "all" if before.kind == "waste" else ""
        return Wish(before.kind, {"of": [{"what": each.name, "amount": each.amount or whole} for each in named]})
    if len(named) > 1:
        of = [{FOOD[before.kind]: each.name} for each in named] if before.kind in ASKS else []
        return Wish(before.kind, {"of": of}) if of else None
    if before.kind in {"open", "missing", "list_missing"}:
        return Wish(before.kind, {"recipe": one.name})
    return _of_other(before, one.name, one.amount) if before.kind in FOOD else None


def _of_other(before: Wish, name: str, amount: str = "") -> Wish:
    kept = {key: value for key, value in before.slots.items() if key in {"to", "reason", "where", "place"}}
    if before.kind == "convert":
        kept = {key: before.get(key) for key in ("amount", "to")}
    if amount or before.kind == "waste":
        kept["amount"] = amount or "all"
    return Wish(before.kind, {**kept, FOOD[before.kind]: name})


def placed(rest: str, before: Wish) -> Wish | None:
    """“and in the freezer?”"""
    found = PLACE.fullmatch(rest)
    if not found:
        return None
    place = place_named(found["place"].casefold())
    if before.kind == "shelf_life":
        return before.but(where={"cupboard": "pantry", "refrigerator": "fridge"}.get(place, place))
    return before.but(place=place) if before.kind in {"stock", "shelf"} else None


def corrected(whole: str, clause: str, before: Wish, memory: Memory) -> Wish | None:
    led = LEADS.match(whole)
    rest = (whole[led.end() :] if led else clause).strip(" .!?,;")
    if found := NOT_BUT.match(whole if not led else rest) or NOT_BUT.match(whole):
        led, rest = led or found, found["rest"]
    if behind := BEHIND.search(rest):
        led, rest = led or behind, rest[: behind.start()]
    if not rest:
        return None
    if other := OTHER.fullmatch(rest):
        return another(other["what"] or "", before, memory)
    if wish := in_figures(rest, before, led=bool(led), food=memory.food):
        return wish
    if (found := PLACE.fullmatch(rest)) and before.kind in {"move", "put"} and led:
        return before.but(to=place_named(found["place"].casefold()))
    if before.kind == "add" and (rows := told_besides(rest, before.get("lines"))):
        return Wish("add", {"lines": rows})
    is_sure = led and (SURE.match(whole) or led.re is not LEADS)
    return renamed(rest, before) if is_sure else None


def in_figures(rest: str, before: Wish, *, led: bool, food: str = "") -> Wish | None:
    """An amount alone: of what was used, added or put on the list; servings, where a dish was spoken of."""
    amount = _amount(rest)
    if not amount:
        return None
    if before.kind in MONEY:
        return before.but(**{MONEY[before.kind]: plain_number(amount)}) if led else None
    amount = with_unit(amount, str(before.get("amount")))
    is_plain = amount.isdigit() and not led
    if before.kind in {"use", "waste", "correct"} or (before.kind in MEASURED and not is_plain):
        return before.but(amount=amount) if led or before.kind != "nutrition" else None
    if before.kind in DISHES | {"cook"} and led and (number := read_number(rest)) and number[1] == len(rest):
        return before.but(servings=float(number[0]))
    return _of_rows(before, amount, food, is_plain=is_plain)


def _of_rows(before: Wish, amount: str, food: str, *, is_plain: bool) -> Wish | None:
    if before.kind == "list_add" and (before.get("items") or food):
        return _counted(before if before.get("items") else before.but(items=[food]), "items", amount)
    return _counted(before, "lines", amount) if before.kind == "add" and not is_plain else None


def _counted(before: Wish, slot: str, amount: str) -> Wish:
    if len(before.get(slot)) > 1:
        return Wish("several", {"names": [thing(one).name for one in before.get(slot)]})
    named = thing(before.get(slot)[0])
    return before.but(**{slot: [f"{with_unit(amount, named.amount)} {named.name}"]})


def _amount(text: str) -> str:
    if WHOLE.fullmatch(text):
        share = re.sub(r" of (?:it|them)$", "", text.casefold())
        return share if share.startswith(("half", "a ")) else "all"
    plain = re.sub(r"^(?:about |around |the )", "", re.sub(r" of (?:it|them|those)$", "", text))
    if packs := amount_alone(plain):
        return packs
    number = read_number(plain)
    if number is None:
        return ""
    rest = plain[number[1] :].strip()
    unit = read_unit(rest) if rest else None
    return plain if not rest or (unit and not rest[unit[1] :].strip()) else ""


def another(what: str, before: Wish, memory: Memory) -> Wish | None:
    """The other lot than the one that was proposed; else the other one of two that were named."""
    used = [change.arguments.get("lot") for change in memory.proposed if change.arguments.get("lot")]
    if before.kind in FOOD and before.kind not in ASKS and used:
        rest = {key: value for key, value in before.slots.items() if key != "lot"}
        return Wish(
            before.kind, {**rest, FOOD[before.kind]: thing(what).name or before.get("what"), "other_than": used}
        )
    return None


def renamed(rest: str, before: Wish) -> Wish | None:
    """The same of the thing that was meant."""
    if before.kind == "remember":
        return renoted(before, rest)
    named = [] if VERB.match(rest) else things(rest)
    if not named or len(rest.split()) >= MOST_WORDS or named[0].name.casefold() in PRONOUNS:
        return None
    if before.kind in LISTS:
        return before.but(items=[one.typed for one in named])
    if before.kind == "add":
        return Wish("add", {"lines": [one.typed for one in named]})
    if before.kind == "cook":
        return before.but(using=[one.name for one in named]) if before.get("using") else None
    return _of_one(before, named[0]) if len(named) == 1 else None


def _of_one(before: Wish, one: Thing) -> Wish | None:
    if before.kind in DISHES:
        return before.but(recipe=one.name)
    if before.kind not in FOOD:
        return None
    slots: dict[str, Any] = {key: value for key, value in before.slots.items() if key not in {"lot", "other_than"}}
    amount = {"amount": one.amount} if one.amount else {}
    return Wish(before.kind, {**slots, FOOD[before.kind]: one.name, **amount})
