"""What only has a meaning because of what was said before: "the second one", "and for four?", "yes"."""

import re
from typing import Any

from rapidfuzz import fuzz

from chat.agent.builtin.understanding.agreeing import answered
from chat.agent.builtin.understanding.cooking import by_urgency
from chat.agent.builtin.understanding.in_shop import shopping_now
from chat.agent.builtin.understanding.limits import take_servings
from chat.agent.builtin.understanding.refining import refined
from chat.agent.builtin.understanding.scaling import rescaled
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
    "oldest": 0,
    "older": 0,
    "old": 0,
    "soonest": 0,
    "newest": -1,
    "newer": -1,
    "new": -1,
    "fresher": -1,
    "freshest": -1,
}
POINTING = re.compile(
    r"(?:(?:i'll|let's|we'll|i|we)?\s*(?:take|have|choose|pick|open|show(?: me)?|make|cook|do|want|"
    r"like|prefer|go (?:for|with)|what about|how about)?\s*)"
    r"(?:the |number |no\.? |nr\.? |#|option |recipe )*(?P<which>first|second|third|fourth|fifth|"
    r"sixth|oldest|older|soonest|newest|newer|fresher|freshest|last|top|bottom|upper|other"
    r"|former|latter|\d(?:st|nd|rd|th)?|one|two|three|four|five)"
    r"(?: one| dish| recipe| option| of them| please| then| lot)?",
    re.IGNORECASE,
)
THAT = re.compile(
    r"(?:open|show(?: me)?|cook|make|take|let's (?:do|make|cook|have)|i'll (?:take|have|make)|how do "
    r"(?:i|we) make|tell me more about|more about)?\s*(?:that|this|it|that one|this one|the dish|the "
    r"recipe)",
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
HOW_MUCH = re.compile(
    r"(?:only |just |about |the )?(?P<amount>all(?: of it| of them)?|everything|half(?: of it)?|a "
    r"(?:third|quarter)|[\d½¼¾].*|an? [\w ]+|one .*|two .*|three .*)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"^(?:(?:open|show me|take|cook|make|let's (?:make|have|cook)|i'll (?:take|have|make)|from|in|i meant?|yes,?) )+",
    re.IGNORECASE,
)
ONES = re.compile(r"\b(?:ones?|lot)\b", re.IGNORECASE)
PLACED = re.compile(
    r"(?:(?:from |in |it was |that was |i mean(?:t)? )*(?:the )?(?:one|ones) )?(?:(?:in|from|out of) )?(?:the )?"
    r"(?P<place>fridge|freezer|pantry|cupboard|larder|cellar)(?: (?:one|ones|lot))?",
    re.IGNORECASE,
)
CLOSE = 82


def follow(clause: str, memory: Memory) -> Wish | None:
    """The wish, if what was said before gives the clause one."""
    for reader in (_answer, shopping_now, rescaled, by_urgency, _pointing, _agreeing, _dish, refined):
        if wish := reader(clause, memory):
            return wish
    return None


def _answer(clause: str, memory: Memory) -> Wish | None:
    """An answer to an open question about how much."""
    ask = memory.ask
    if ask and ask.slot == "amount" and (there := PLACED.fullmatch(clause)):
        return ask.wish.but(**{"from": there["place"].casefold(), "amount": "all"})
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
    if len(sure) != 1:
        words = (
            said.removeprefix("in ")
            .removeprefix("from ")
            .removeprefix("the ")
            .removesuffix(" one")
            .removesuffix(" ones")
        )
        sure = [one for one in choices if _is_called(words, f"{one.name} {one.hint}".casefold())]
    if len(sure) != 1:
        sure = _by_hint(clause, choices)
    return sure[0] if len(sure) == 1 else None


def _by_hint(clause: str, choices: tuple[Option, ...]) -> list[Option]:
    """“The half loaf one”: the one whose hint has the most of its words, where no other has as many."""
    if not ONES.search(clause):
        return []
    said = set(ONES.sub("", clause.casefold()).split())
    shared = [len(said & set(one.hint.casefold().replace(",", " ").split())) for one in choices]
    most = max(shared)
    return [one for one, count in zip(choices, shared, strict=True) if count == most] if most else []


def _is_called(said: str, name: str) -> bool:
    return bool(said) and (set(said.split()) <= set(name.split()) or fuzz.ratio(said, name) >= CLOSE)


def chosen(option: Option, memory: Memory) -> Wish:
    if memory.ask and memory.ask.slot == "wish":
        wishes: list[Wish] = memory.ask.wish.get("wishes")
        return wishes[int(option.id)]
    if memory.ask and memory.ask.slot:
        return memory.ask.wish.but(**{memory.ask.slot: option.id})
    return Wish("open", {"recipe": option.id}) if option.kind == "recipe" else Wish("stock", {"words": option.name})


def _agreeing(clause: str, memory: Memory) -> Wish | None:
    said = answered(clause)
    return agreed(said, memory) if said else None


def agreed(said: Wish, memory: Memory) -> Wish:
    """A "yes" fulfils what was asked; else it stands for itself."""
    if said.kind == "yes" and memory.ask and not memory.ask.slot:
        return memory.ask.wish
    if said.kind == "yes" and memory.ask and len(memory.ask.options) == 1:
        return chosen(memory.ask.options[0], memory)
    return said


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
