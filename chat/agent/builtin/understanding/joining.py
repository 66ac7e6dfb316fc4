"""The wishes of one message put together: what a later clause says of the one before, or says again."""

import re

from chat.agent.builtin.understanding.completing import told_further
from chat.agent.builtin.understanding.leaning import told_before
from chat.agent.builtin.understanding.limits import take_limits
from chat.agent.builtin.understanding.things import thing
from chat.agent.builtin.wish import Wish

# “I have some cream left over, what can I do with it?” tells of no purchase.
IT = re.compile(r"\b(?:with|from|out of) (?:it|that|them|those|this|these)$", re.IGNORECASE)
# “made a salad, used the cucumber”: what it was made of went, nothing came.
MADE = re.compile(
    r"(?:(?:i|we|he|she|they|(?-i:[A-Z]\w+))(?:'ve| have| has)? )?(?:just )?(?:made|baked|cooked|prepared|whipped up"
    r"|did)\b",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"(?:and |but |so )?(?:i|we|you|he|she|they|(?-i:[A-Z]\w+))(?: just| really| still)? "
    r"(?:didn't|did not|haven't|have not|hasn't|has not|never|forgot to|couldn't|won't|failed to)\b",
    re.IGNORECASE,
)
# “3 more than you think” is no count.
THAN = re.compile(r"\b(?:more|fewer|less)\b.*\bthan (?:you|that|before|it|i|we|the|what)\b", re.IGNORECASE)
TO_NOTE = re.compile(
    r"(?:please |and |so |also )*(?:remember|note|keep|bear|memori[sz]e|write|jot|save|from now|don't forget|know|never"
    r"|always|in (?:the )?future|for (?:the|your|future))\b",
    re.IGNORECASE,
)
ALLERGIC = re.compile(r"(?: is| are| am|'s|'m|'re) (?:allergic|intolerant) to\b", re.IGNORECASE)
LEFT_OVER = re.compile(r"\s+left(?: ?over)?$", re.IGNORECASE)


def denied(wish: Wish, clause: str) -> Wish:
    """“We never bought leeks”: nothing came; whether there are any is looked up."""
    if wish.kind == "correct" and wish.get("what") and THAN.search(clause):
        return Wish("stock", {"words": wish.get("what")})
    if wish.kind != "add" or not NEVER.match(clause):
        return wish
    return Wish("stock", {"words": thing(wish.get("lines")[0]).name})


def join(wishes: list[Wish], wish: Wish, clause: str, prior: str = "") -> None:
    """To the wishes before it: two sentences that ask for dishes are one question, "i binned it" says nothing new."""
    last = wishes[-1] if wishes else None
    if last and (limited := within(last, wish, prior, clause)):
        wishes[-1] = limited
        return
    if last and (meant := told_before(wishes, wish, prior) or told_further(wishes, wish, prior)):
        wishes[-1] = meant
        return
    if last and last.kind in {"add", "cook", "open", "mention", "unknown"} and wish.kind == "use" and MADE.match(prior):
        wishes[-1] = wish
        return
    if last and last.kind == "cook" and wish.kind == "list_missing" and "recipe" not in wish.slots and last.get("kind"):
        wishes[-1] = wish.but(recipe=last.get("kind"))
        return
    if last and last.kind == wish.kind and wish.slots and wish.slots.items() <= last.slots.items():
        return
    if last is None or not {last.kind, wish.kind} & {"cook"}:
        wishes.append(wish)
    elif last.kind == wish.kind:
        wishes[-1] = together(last, wish)
    elif last.kind == "add" and IT.search(clause):
        foods = [thing(LEFT_OVER.sub("", line)).name for line in last.get("lines")]
        wishes[-1] = wish.but(using=[*wish.get("using", []), *foods])
    elif wish.kind != "shelf" or wish.slots:
        wishes.append(wish)


def within(last: Wish, wish: Wish, prior: str, clause: str) -> Wish | None:
    """“Bob is vegetarian, what can we all eat?”: what somebody must not eat limits the dishes, and is no note."""
    said = {last.kind: prior, wish.kind: clause}
    if said.keys() != {"remember", "cook"} or TO_NOTE.match(said["remember"]):
        return None
    note = said["remember"]
    _rest, limits = take_limits(ALLERGIC.sub(" can't have", note))
    limits = {name: value for name, value in limits.items() if name in {"diet", "without"}}
    return together(last if last.kind == "cook" else wish, Wish("cook", limits)) if limits else None


def together(one: Wish, other: Wish) -> Wish:
    """Two sentences that ask one thing: “The spinach is on its last day. Something for four?”"""
    lists = {name: [*one.get(name, []), *other.get(name, [])] for name in ("using", "without")}
    return one.but(**{**other.slots, **{name: value for name, value in lists.items() if value}})
