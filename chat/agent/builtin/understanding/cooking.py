"""How people ask what to cook, for a recipe, and for what it lacks."""

import re
from typing import Any

from chat.agent.builtin.understanding.limits import take_limits, take_servings
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named
from chat.agent.builtin.wish import Wish

MEAL = (
    r"(?:dinner|lunch|supper|tea|breakfast|brunch|tonight|today|tomorrow|now|this evening|this "
    r"weekend|the weekend|a meal|food)"
)
EAT = r"(?:cook|make|eat|prepare|bake|have|fix|whip up|rustle up|do)"
# What is left of a question for dishes when its limits have been taken off.
ASKS = re.compile(
    rf"""(?:
    (?:so\ )?(?:what|which|anything|something)(?:\ (?:dish|dishes|meals?|recipes?|else|quick|nice|good|easy
    |tasty|warm|light|healthy|simple))*
        (?:\ (?:that\ )?(?:can|could|should|shall|might|do|would|will|may)\ (?:i|we|you|one|be)(?:\ (?:already
        |still|possibly|suggest|recommend|propose))?
        (?:\ {EAT}|\ cooked|\ made|\ for)?)?
    | (?:what|which\ (?:dish|dishes|recipes?))\ (?:is|are|'s)\ (?:cookable|possible|there\ to\ (?:cook|eat)|for
    |ready\ to\ cook|good)
    | what's(?:\ (?:for|cooking|there|there\ to\ (?:cook|eat)|good|cookable))? | what\ to\ {EAT} | what\ (?:about|for)
    | (?:i'm|we're|i\ am|we\ are|the\ kids\ are)\ (?:so\ |very\ |really\ )?(?:hungry|starving)
    | (?:any\ |some\ |a\ few\ |give\ (?:me|us)\ (?:some\ |a\ |an\ )?|got\ any\ |show\ (?:me
    |us)\ (?:some\ )?)?(?:dinner|lunch|supper|meal|cooking|recipe|breakfast|food)?\ ?(?:ideas?|suggestions?
    |inspiration)
    | (?:please\ )?(?:suggest|recommend|propose|give|find|show|make)(?:\ (?:me|us))?(?:\ (?:something|anything
    |a|an|some|one|dish|dishes|recipe|recipes|meal|meals|to|dinner|lunch|nice|good|easy|tasty|ideas?))*
    | (?:something|anything|a\ (?:dish|meal|recipe)|dishes|meals|recipes|dinner|lunch|supper)(?:\ (?:nice|good
    |easy|tasty|warm|light|healthy|simple))*
    | (?:i|we)(?:\ (?:need|want|fancy|feel\ like|am\ in\ the\ mood|are\ in\ the\ mood|have))(?:\ (?:something|a
    |an|to|dish|meal|recipe|eat|cook|make))*
    | how\ about(?:\ (?:something|a|an|dinner|lunch))* | which(?:\ ones?)? | and
    )?(?:\ (?:for|to|as|{MEAL}|{EAT}|is|that's|that|which|takes?|be|dish|meal|me|us|we|have|in|stock|at\ home
    |here|there|from|the|pantry|fridge|right|got|what|i|we've|i've|something|only|nice|good|simple|easy|my|our
    |friends?|guests?|kids|children|family|parents|wife|husband|partner|go|goes
    |work|works))*""",
    re.VERBOSE | re.IGNORECASE,
)
# Without one of these it is no question for dishes, however much is left over.
SIGN = re.compile(
    rf"\b(?:{EAT}|dish|dishes|meals?|recipes?|dinner|lunch|supper|breakfast|hungry|starving|ideas?|"
    rf"suggest\w*|recommend|inspiration|something|anything|cookable|cooked|cooking|tonight|brunch)\b",
    re.IGNORECASE,
)
NAME = r"(?:the |our |my |a |an )?(?:recipe (?:for|of) )?(?:the |our |my |a |an )?(?P<recipe>.+?)(?: recipe)?"
IT = r"(?:it|that|this|that one|this one|the dish|the recipe)"


def read_question(clause: str) -> Wish | None:
    """A question for dishes: what is left without the limits says nothing but that."""
    rest, limits = take_limits(clause)
    rest = rest.strip(" ,;?.!")
    is_about_dishes = SIGN.search(clause) or "kind" in limits or rest.casefold().startswith("what can")
    if not ASKS.fullmatch(rest) or not is_about_dishes:
        return None
    if not rest and not (limits.keys() & {"using", "kind", "diet", "minutes"}):
        return None
    return Wish("cook", limits)


def use_up(found: re.Match[str]) -> Slots:
    """What is to be used up, and what else is said about the dish."""
    _rest, limits = take_limits(f"with {found['foods']}")
    return limits


def scaled(found: re.Match[str]) -> Slots | None:
    _rest, limits = take_servings(f"for {found['number']}")
    if "servings" not in limits:
        return None
    recipe = named(found["recipe"])
    return {"servings": limits["servings"], **({} if re.fullmatch(IT, recipe, re.IGNORECASE) else {"recipe": recipe})}


def of_dish(found: re.Match[str]) -> Slots:
    rest, limits = take_servings(found["recipe"] or "")
    recipe = named(re.sub(r"\b(?:tonight|today|tomorrow|now)$", "", rest).strip())
    slots: dict[str, Any] = {} if re.fullmatch(IT, recipe, re.IGNORECASE) or not recipe else {"recipe": recipe}
    return slots | limits


def opened(found: re.Match[str]) -> Slots | None:
    slots = of_dish(found)
    if found["number"]:
        _rest, limits = take_servings(f"for {found['number']}")
        if "servings" not in limits:
            return None
        slots["servings"] = limits["servings"]
    return slots


def scaled_only(found: re.Match[str]) -> Slots | None:
    """So many of a dish ("lasagne for six"); "something for six" is a question for dishes."""
    if re.match(
        r"(?:something|anything|dinner|lunch|what|ideas?|split|and|a dish|recipes?|buy|add|how|enough)\b",
        found["recipe"],
        re.IGNORECASE,
    ):
        return None
    slots = opened(found)
    return slots if slots and slots.get("recipe") else None


NUMBER = r"(?P<number>[\w.,/½ -]+?)(?: people| persons?| guests| portions| servings| of us| eaters)?"
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "cook",
        r"(?:(?:what|which .+|anything|something) (?:can|could|should|do|shall) (?:i|we) (?:do|make|cook) "
        r"(?:with|out of|from)|(?:how (?:can|do|could|should) (?:i|we) use up)|(?:i|we) (?:need|have|want|"
        r"should) to use up|use up|(?:i|we) (?:have|'ve got|have got) (?:too much|so much|a lot of|lots "
        r"of)) (?P<foods>.+?)(?: (?:to use up|left|what can (?:i|we) (?:do|make|cook)))?",
        use_up,
    ),
    pattern(
        "cook",
        r"(?!what|which|anything|something|who)"
        r"(?:the )?(?P<foods>.+?) (?:needs?|has to|have to|must) (?:using up|to be used(?: up)?|be "
        r"used(?: up)?)",
        use_up,
    ),
    pattern(
        "cook",
        r"(?:the |our |my )?(?P<foods>.+?) (?:is|are) (?:(?:on|in) (?:its|their) last (?:day|legs)|about "
        r"to (?:go off|expire|spoil|turn)|nearly (?:off|bad|over)|getting old|going off(?: soon| today| "
        r"tomorrow)?|wilting|very ripe|overripe)",
        use_up,
    ),
    pattern(
        "missing",
        rf"(?:what(?:'s| is| are)?|which (?:things|ingredients)(?: are| is)?) (?:still )?(?:missing|"
        rf"lacking|needed|not here)(?: (?:for|to make|to cook|in|from|of) {NAME})?",
        of_dish,
    ),
    pattern(
        "missing",
        rf"(?:what|which ingredients|what else|what ingredients) (?:do|will|would|must|should) (?:i|we) "
        rf"(?:still )?(?:need|have to buy|need to buy|buy|get|lack|miss)(?: (?:for|to make|to cook) {NAME})"
        rf"?",
        of_dish,
    ),
    pattern(
        "missing",
        rf"(?:do|have) (?:i|we) (?:have|got|have got) (?:everything|all(?: the)? ingredients|what (?:i|we) "
        rf"need|enough)(?: (?:for|to make|to cook) {NAME})",
        of_dish,
    ),
    pattern(
        "missing",
        rf"(?:can|could) (?:i|we) (?:still |already )?(?:make|cook|bake|do) (?!with|without|something|"
        rf"anything|dinner|lunch){NAME}",
        of_dish,
    ),
    pattern(
        "missing",
        rf"(?:is|are|do|have) (?:there|we|i) (?:have |got )?enough .+? (?:for|to make|to cook) {NAME}",
        of_dish,
    ),
    pattern(
        "cooked",
        rf"(?:{SUBJECT})(?:take|took|use|used|remove)(?: up| off| out)?(?: all)?(?: the| its)? "
        r"(?:things|ingredients|stuff|food) "
        rf"(?:for|of|from) {NAME}",
        of_dish,
    ),
    pattern(
        "open",
        rf"(?:scale|adjust|convert|resize|make) (?:the |our |my )?(?:recipe (?:for|of) )?(?P<recipe>.+?)"
        rf"(?: recipe)? (?:to|for|up to|down to) {NUMBER}",
        scaled,
    ),
    pattern(
        "open",
        rf"(?:open|show me|show us|show|give me|read me|read|pull up|display|look up|let me see|see) "
        rf"(?!the (?:shopping )?list|my (?:shopping )?list|the pantry|the fridge|the freezer|what|me what)"
        rf"{NAME}(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        rf"how (?:do|can|would|should|to) ?(?:i|we|you|one)? ?(?:make|cook|bake|prepare) {NAME}(?: for "
        rf"{NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        rf"(?:the )?(?:recipe|ingredients|steps|instructions) (?:for|of) {NAME}(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "search",
        r"(?:find|search|search for|look for|list|show|show me|are there|do (?:i|we) have|have (?:i|we) "
        r"got|is there|got) (?:any |some |all |a |the |our |my |me )*(?:recipes?|dish|dishes)(?: (?:for|"
        r"with|called|named|like|about|of|using|containing) (?P<words>.+))?",
    ),
    pattern("search", r"(?:which |what )?recipes? (?:with|for|using|containing|of|have|use) (?P<words>.+)"),
    pattern(
        "cooked",
        r"(?:i|we|(?-i:[A-Z]\w+))(?:'ve| have)?(?: just)? (?:cooked|made|baked) (?!\d)(?:the |a |an |some "
        rf"|our )?(?P<recipe>.+?) for {NUMBER}",
        scaled,
    ),
    pattern(
        "cooked",
        r"(?:i|we|(?-i:[A-Z]\w+))(?:'ve| have)?(?: just)? (?:cooked|made|baked) (?!\d)(?:the |a |an |some "
        r"|our )?(?P<recipe>.+?)(?: (?:tonight|today|yesterday|for (?:dinner|lunch)))?",
    ),
)
# What is only meant where nothing else is.
LOOSE: tuple[Pattern, ...] = (
    pattern("open", rf"(?P<recipe>[\w' -]{{3,60}}?) for {NUMBER}", scaled_only),
    pattern("search", r"(?P<words>[\w' -]{3,40}) recipes"),
)
