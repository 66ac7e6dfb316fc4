"""What narrows a question for dishes or asks for more: "without rice", "with potatoes instead", "others"."""

import re
from typing import Any

from chat.agent.builtin.understanding.dishes import SWAPPED
from chat.agent.builtin.understanding.limits import take_limits
from chat.agent.builtin.understanding.pattern import first
from chat.agent.builtin.wish import Memory, Wish

MORE = re.compile(
    r"(?:(?:(?:i|we) (?:don't|do not|didn't) (?:really )?(?:fancy|like|want|feel like) (?:any of )?(?:those"
    r"|these|them|that)"
    r"|none of (?:those|these|them)|boring|had (?:those|these|them) already|not those)[,.;:]? ?)?"
    r"(?:more|what else|something else|anything else|others?|other (?:ideas|dishes|recipes|ones|"
    r"suggestions)|more (?:ideas|dishes|recipes|of them|please|options)|show (?:me )?more|next|and "
    r"else|what other \w+.*|not those|none of (?:those|these|them)|another one|different (?:ones?|"
    r"ideas?)|what more)?(?: please| then| ideas)*",
    re.IGNORECASE,
)
REFINING = re.compile(
    r"(?:and|but|or|what about|how about|what if|rather|make it|only|no|maybe|instead|preferably|then)\b"
    r"|.*\b(?:instead|rather|though|then)$",
    re.IGNORECASE,
)
# “Bob is eating with us”
JOINS = re.compile(
    r"(?:and |but |oh |also )*(?P<who>(?-i:[A-Z]\w+)(?:(?:, | and |, and )(?-i:[A-Z]\w+))*)(?:'s| is| are| will be"
    r"|'ll be)?"
    r" (?:eating|eats|coming|comes|joining|joins|dining|here|there|staying|home)(?: with us| along| us| over| too"
    r"| as well|"
    r" tonight| today| for dinner| for lunch| also)*",
    re.IGNORECASE,
)
# What puts other foods in the place of those before.
REPLACES = re.compile(
    r"(?:no|nope|nah|not|rather|actually|instead|sorry|make it|change)\b.*|.*\b(?:instead|rather|i mean(?:t)?)$",
    re.IGNORECASE,
)


def refined(clause: str, memory: Memory) -> Wish | None:
    """More of the same, or the same within other limits."""
    wish = memory.wish
    if wish is None:
        return None
    if memory.cook and (other := of_cook(clause, memory.cook, memory)):
        return other
    rest, limits = take_limits(clause)
    idle = re.fullmatch(
        r"(?:and|but|or|what|how|about|if|it|is|something|anything|maybe|only|rather|make|that|which|"
        r"please|us|then|one|dish|a|i|we|need|want|would|be|are|there|now|instead|too|much|many|few|little|just|"
        r"enough|not|no|actually|sorry|wait|this|so|rather|ok|okay|with|for|to|use|take|try|though|either|too"
        r"|as well|also|can"
        r"|could|have|eat|cook|oh|hmm|well|yes|but|,|\s|'s|'re)*",
        rest,
        re.IGNORECASE,
    )
    if not limits or not idle:
        return None
    if set(limits) == {"servings"} and wish.kind in {"open", "missing", "list_missing", "cook"} and memory.recipe:
        kind = "open" if wish.kind == "cook" else wish.kind
        return Wish(kind, {"recipe": memory.recipe.id, "servings": limits["servings"]})
    if wish.kind == "cook" and ("kind" not in limits or REFINING.match(clause)):
        return narrowed(wish, limits, anew=REPLACES.fullmatch(clause) is not None)
    return None


def of_cook(clause: str, cook: Wish, memory: Memory) -> Wish | None:
    """More of the dishes that were listed, or others."""
    dishes = [option for option in memory.options if option.kind == "recipe"]
    if dishes and MORE.fullmatch(clause):
        return cook.but(skip=int(cook.get("skip", 0)) + len(dishes))
    limits = told_apart(clause)
    return narrowed(cook, limits, anew="using" in limits) if limits else None


def told_apart(clause: str) -> dict[str, Any]:
    """Who eats, too; one food in the place of another."""
    if found := JOINS.fullmatch(clause):
        return {"eaters": [name for name in re.split(r",\s*|\s+and\s+", found["who"]) if name]}
    swap = first(clause, SWAPPED)
    return dict(swap.slots) if swap else {}


def narrowed(wish: Wish, limits: dict[str, Any], *, anew: bool) -> Wish:
    """Within these limits, too; `anew`: other foods in the place of those that were named."""
    merged = {
        name: [*wish.get(name, []), *limits[name]] if isinstance(limits[name], list) else limits[name]
        for name in limits
    }
    if anew and "using" in limits:
        merged["using"] = limits["using"]
    without = merged.get("without", [])
    using = [one for one in merged.get("using", wish.get("using", [])) if one not in without]
    return wish.but(**{**merged, **({"using": using} if "using" in wish.slots or "using" in limits else {})}, skip=0)
