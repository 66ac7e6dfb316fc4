"""What only has a meaning because of what was said before: "the second one", "and for four?", "yes"."""

import re
from typing import Any

from rapidfuzz import fuzz

from chat.agent.builtin.understanding.limits import take_limits, take_servings
from chat.agent.builtin.understanding.things import thing
from chat.agent.builtin.wish import Memory, Option, Wish
from kitchen.units import read_number, read_unit

ORDER = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
    "sixth": 5,
    "6th": 5,
    "last": -1,
    "top": 0,
    "upper": 0,
    "bottom": -1,
    "other": 1,
    "former": 0,
    "latter": -1,
    "one": 0,
    "two": 1,
    "three": 2,
    "four": 3,
    "five": 4,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
}
POINTING = re.compile(
    r"(?:(?:i'll|let's|we'll|i|we)?\s*(?:take|have|choose|pick|open|show(?: me)?|make|cook|do|want|"
    r"like|prefer|go (?:for|with)|what about|how about)?\s*)"
    r"(?:the |number |no\.? |nr\.? |#|option |recipe )*(?P<which>first|second|third|fourth|fifth|"
    r"sixth|last|top|bottom|upper|other|former|latter|\d(?:st|nd|rd|th)?|one|two|three|four|five)"
    r"(?: one| dish| recipe| option| of them| please| then| lot)?",
    re.IGNORECASE,
)
THAT = re.compile(
    r"(?:open|show(?: me)?|cook|make|take|let's (?:do|make|cook|have)|i'll (?:take|have|make)|how do "
    r"(?:i|we) make|tell me more about|more about)?\s*(?:that|this|it|that one|this one|the dish|the "
    r"recipe)",
    re.IGNORECASE,
)
YES = re.compile(
    r"(?:yes|yeah|yep|yup|sure|of course|ok|okay|okey|please do|do it|go ahead|do that|yes please|"
    r"sounds good|correct|right|exactly|absolutely|definitely|please|confirm|ja|oui|si|tak|fine|"
    r"alright|all right)(?: please| do| do it| do that| go ahead| then| thanks| put it on| add (?:it|"
    r"them))*",
    re.IGNORECASE,
)
NO = re.compile(
    r"(?:no|nope|nah|not now|don't|do not|cancel|never ?mind|forget it|stop|leave it|rather not|no "
    r"thanks|no thank you|nein|non|nie)(?: thanks| thank you| please| do(?:n't)? do (?:it|that))*",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?:more|what else|something else|anything else|others?|other (?:ideas|dishes|recipes|ones|"
    r"suggestions)|more (?:ideas|dishes|recipes|of them|please|options)|show (?:me )?more|next|and "
    r"else|what other \w+.*|not those|none of (?:those|these|them)|another one|different (?:ones?|"
    r"ideas?))",
    re.IGNORECASE,
)
LACKS = re.compile(
    r"(?:and )?(?:what(?:'s| is| do (?:i|we))? ?(?:else )?(?:still )?(?:missing|needed|need|lack)|"
    r"what do (?:i|we) need)(?: for (?:it|that|this)| then)?",
    re.IGNORECASE,
)
ON_LIST = re.compile(
    r"(?:add|put|write|place) (?:it|them|that|those|these|this|all(?: of (?:it|them))?|everything|the "
    r"rest)(?: all)? (?:on|onto|to|in|into) (?:the |my |our )?(?:shopping |grocery )?list|(?:buy|get) "
    r"(?:it|them|that|those)",
    re.IGNORECASE,
)
REFINING = re.compile(r"(?:and|but|or|what about|how about|what if|rather|make it|only)\b", re.IGNORECASE)
HOW_MUCH = re.compile(
    r"(?:only |just |about |the )?(?P<amount>all(?: of it| of them)?|everything|half(?: of it)?|a "
    r"(?:third|quarter)|[\d½¼¾].*|an? [\w ]+|one .*|two .*|three .*)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"^(?:(?:open|show me|take|cook|make|let's (?:make|have|cook)|i'll (?:take|have|make)|from|in|i meant?|yes,?) )+",
    re.IGNORECASE,
)
CLOSE = 82


def follow(clause: str, memory: Memory) -> Wish | None:
    """The wish, if what was said before gives the clause one."""
    for reader in (_answer, _pointing, _agreeing, _dish, _refining):
        if wish := reader(clause, memory):
            return wish
    return None


def _answer(clause: str, memory: Memory) -> Wish | None:
    """An answer to an open question about how much."""
    ask = memory.ask
    if ask is None or ask.slot != "amount" or not (found := HOW_MUCH.fullmatch(clause)):
        return None
    words = found["amount"]
    measured = thing(words)
    is_amount = words.casefold().split()[0] in {"all", "everything", "half"} or words.casefold() in {
        "a third",
        "a quarter",
    }
    if is_amount:
        return ask.wish.but(
            amount="half"
            if "half" in words.casefold()
            else "all"
            if words.casefold()[0] in "ae" and "a " not in words.casefold()[:2]
            else words.casefold()
        )
    number = read_number(words)
    if number is None:
        return None
    rest = words[number[1] :].strip()
    amount = words if not rest or read_unit(rest) else measured.amount
    return ask.wish.but(amount=amount)


def _pointing(clause: str, memory: Memory) -> Wish | None:
    choices = memory.ask.options if memory.ask and memory.ask.options else memory.options
    if not choices:
        return None
    rest, servings = take_servings(clause)
    if found := POINTING.fullmatch(rest):
        at = ORDER.get(found["which"].casefold(), 0)
        if not -len(choices) <= at < len(choices):
            return Wish("no_such", {"count": len(choices)})
        return chosen(choices[at], memory).but(**servings)
    if memory.ask and memory.ask.slot and (named := by_name(clause, choices)):
        return chosen(named, memory)
    return None


def by_name(clause: str, choices: tuple[Option, ...]) -> Option | None:
    """Only what is nearly its name, or a part of it, and no other's."""
    said = thing(SAYING.sub("", clause)).name.casefold()
    sure = [one for one in choices if _is_called(said, one.name.casefold())]
    return sure[0] if len(sure) == 1 else None


def _is_called(said: str, name: str) -> bool:
    return bool(said) and (set(said.split()) <= set(name.split()) or fuzz.ratio(said, name) >= CLOSE)


def chosen(option: Option, memory: Memory) -> Wish:
    if memory.ask and memory.ask.slot:
        return memory.ask.wish.but(**{memory.ask.slot: option.id})
    return Wish("open", {"recipe": option.id}) if option.kind == "recipe" else Wish("stock", {"words": option.name})


def _agreeing(clause: str, memory: Memory) -> Wish | None:
    if YES.fullmatch(clause):
        if memory.ask and not memory.ask.slot:
            return memory.ask.wish
        if memory.ask and len(memory.ask.options) == 1:
            return chosen(memory.ask.options[0], memory)
        return Wish("yes")
    return Wish("no") if NO.fullmatch(clause) else None


def _dish(clause: str, memory: Memory) -> Wish | None:
    """About the dish that was spoken of."""
    if memory.recipe is None:
        return None
    if LACKS.fullmatch(clause):
        return Wish("missing", {"recipe": memory.recipe.id, **_servings(memory)})
    if ON_LIST.fullmatch(clause):
        return Wish("list_missing", {"recipe": memory.recipe.id, **_servings(memory)})
    if THAT.fullmatch(clause):
        return Wish("open", {"recipe": memory.recipe.id})
    return None


def _servings(memory: Memory) -> dict[str, Any]:
    servings = memory.wish.get("servings") if memory.wish else ""
    return {"servings": servings} if servings else {}


def _refining(clause: str, memory: Memory) -> Wish | None:
    """More of the same, or the same within other limits."""
    wish = memory.wish
    if wish is None:
        return None
    dishes = [option for option in memory.options if option.kind == "recipe"]
    if memory.cook and dishes and MORE.fullmatch(clause):
        return memory.cook.but(skip=int(memory.cook.get("skip", 0)) + len(dishes))
    rest, limits = take_limits(clause)
    idle = re.fullmatch(
        r"(?:and|but|or|what|how|about|if|it|is|something|anything|maybe|only|rather|make|that|which|"
        r"please|us|then|one|dish|a|i|we|need|want|would|be|are|there|now|instead|,|\s|'s)*",
        rest,
        re.IGNORECASE,
    )
    if not limits or not idle:
        return None
    if set(limits) == {"servings"} and wish.kind in {"open", "missing", "list_missing", "cook"} and memory.recipe:
        kind = "open" if wish.kind == "cook" else wish.kind
        return Wish(kind, {"recipe": memory.recipe.id, "servings": limits["servings"]})
    if wish.kind == "cook" and ("kind" not in limits or REFINING.match(clause)):
        merged = {
            name: [*wish.get(name, []), *limits[name]] if isinstance(limits[name], list) else limits[name]
            for name in limits
        }
        return wish.but(**merged, skip=0)
    return None
