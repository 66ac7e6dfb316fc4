"""How people ask what to cook."""

import re

from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.limits import take_limits
from chat.agent.builtin.wish import Memory, Wish

MEAL = (
    r"(?:dinner|lunch|supper|tea|breakfast|brunch|tonight|today|tomorrow|now|this evening|this "
    r"weekend|the weekend|a meal|food)"
)
EAT = r"(?:cook|make|eat|prepare|bake|have|fix|whip up|rustle up|throw together|knock up|serve|do)"
# The same for expressions in which blanks stand for nothing.
MEAL_WIDE, EAT_WIDE = MEAL.replace(" ", r"\ "), EAT.replace(" ", r"\ ")
# What is left of a question for dishes when its limits have been taken off.
ASKS = re.compile(
    rf"""(?:
    which\ of\ (?:our|my|the)\ (?:recipes|dishes)(?:\ (?:is|are|would\ be))?
    | (?:so\ )?(?:what|which|anything|something)(?:\ (?:dish|dishes|meals?|recipes?|else|quick|nice|good|easy
    |tasty|warm|light|healthy|simple))*
        (?:\ (?:that\ )?(?:can|could|should|shall|might|do|would|will|may)\ (?:i|we|you|one|be)(?:\ (?:already
        |still|possibly|suggest|recommend|propose))?
        (?:\ {EAT_WIDE}|\ cooked|\ made|\ for)?)?
    | (?:what|which\ (?:dish|dishes|recipes?))\ (?:is|are|'s)\ (?:cookable|possible|there\ to\ (?:cook|eat)|for
    |ready\ to\ cook|good)
    | what's(?:\ (?:for|cooking|there|there\ to\ (?:cook|eat)|good|cookable|easy|nice|quick|simple|possible))?
    | what\ (?:works|goes|fits)
    | what\ to\ {EAT_WIDE} | what\ (?:about|for)
    | (?:i'm|we're|i\ am|we\ are|the\ kids\ are)\ (?:so\ |very\ |really\ )?(?:hungry|starving)
    | (?:any\ |some\ |a\ few\ |give\ (?:me|us)\ (?:some\ |a\ |an\ )?|got\ any\ |show\ (?:me
    |us)\ (?:some\ )?)?(?:dinner|lunch|supper|meal|cooking|recipe|breakfast|food)?\ ?(?:ideas?|suggestions?
    |inspiration)
    | (?:please\ )?(?:suggest|recommend|propose|give|find|show|make)(?:\ (?:me|us))?(?:\ (?:something|anything
    |a|an|some|one|dish|dishes|recipe|recipes|meal|meals|to|dinner|lunch|nice|good|easy|tasty|ideas?))*
    | (?:something|anything|a\ (?:dish|meal|recipe)|dishes|meals|recipes|dinner|lunch|supper)(?:\ (?:nice|good
    |easy|tasty|warm|light|healthy|simple))*
    | (?:(?:i|we)(?:'m|'re)?\ )?(?:\ ?(?:need|want|fancy|feel\ like|(?:am\ |are\ )?in\ the\ mood(?:\ for)?
        |have|crave|craving|could\ eat|could\ go\ for))
        (?:\ (?:something|a
    |an|to|dish|meal|recipe|eat|cook|make))*
    | any(?:\ (?:good|nice|easy|quick|tasty|simple|decent|great|other|new|healthy))+
    | how\ about(?:\ (?:something|a|an|dinner|lunch))* | which(?:\ ones?)? | and
    )?(?:\ (?:for|to|as|{MEAL_WIDE}|{EAT_WIDE}|is|that's|that|which|takes?|be|dish|meal|me|us|we|in|stock|at\ home
    |here|there|from|the|house|kitchen|cupboards?|pantry|fridge|right|got|what|i|we've|i've|something|only|nice|good|simple|easy|my|our
    |friends?|guests?|kids|children|family|parents|wife|husband|partner|go|goes
    |work|works|on|night|evening|{WEEKDAY}|could|can|please|ok|okay))*""",
    re.VERBOSE | re.IGNORECASE,
)
# Without one of these it is no question for dishes, however much is left over.
SIGN = re.compile(
    rf"\b(?:{EAT}|dish|dishes|meals?|recipes?|dinner|lunch|supper|breakfast|hungry|starving|ideas?|"
    rf"suggest\w*|recommend|inspiration|something|anything|cookable|cooked|cooking|tonight|brunch|easy|for"
    rf" tea|works|stomach)\b",
    re.IGNORECASE,
)


BOTH = 2
SOME_OF_US = re.compile(r"(?:(?:and )?(?:one|two|some|all)(?: of (?:us|them))?(?: is| are)?)?", re.IGNORECASE)
GOING = re.compile(
    r"\b(?:if|only|just)\b.*\bwhat(?:ever)?(?: (?:has|have|needs?) to|'s| must| should| is)? "
    r"(?:go\b|be (?:used|eaten)|going off|expir\w+)",
    re.IGNORECASE,
)
SHORT_OF_TIME = re.compile(r"(?:(?:i|we)(?:'ve)?(?: only| just)?(?: got| have)?)?", re.IGNORECASE)


def read_question(clause: str) -> Wish | None:
    """A question for dishes: what is left without the limits says nothing but that."""
    rest, limits = take_limits(clause)
    rest = rest.strip(" ,;?.!")
    if (
        "kind" in limits
        and "servings" in limits
        and not rest
        and len(limits) == BOTH
        and not re.match(r"(?:an?|some|something)\b", clause, re.IGNORECASE)
    ):
        return None
    is_about_dishes = SIGN.search(clause) or "kind" in limits or rest.casefold().startswith("what can")
    is_about_dishes = is_about_dishes or ("minutes" in limits and bool(SHORT_OF_TIME.fullmatch(rest)))
    if not (ASKS.fullmatch(rest) or SHORT_OF_TIME.fullmatch(rest)) or not is_about_dishes:
        return None
    if limits.keys() >= {"diet", "servings"} and SOME_OF_US.fullmatch(rest):
        return Wish("cook", limits)
    if not rest and not (limits.keys() & {"using", "kind", "diet", "minutes"}):
        return None
    return Wish("cook", limits)


def by_urgency(clause: str, memory: Memory) -> Wish | None:
    """“and if I only use what has to go?”: the dishes are sorted by that anyway."""
    return memory.cook.but(skip=0) if memory.cook and GOING.search(clause) else None
