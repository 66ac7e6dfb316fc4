"""How people ask in a few words what must go, and until when something is good."""

from chat.agent.builtin.understanding.pantry import asked, dated, food_of
from chat.agent.builtin.understanding.pattern import Pattern, pattern

GO = (
    r"(?:(?:must|should|has to|have to|needs? to|needs?|ought to|had better|better|wants to) (?:all )?"
    r"(?:go|be gone|be eaten"
    r"|be used|be finished|be cooked|get eaten|get used|leave|eating|using|using up|finishing|to go)(?: up)?)"
)
THING = (
    r"(?:what|which|which (?:food|foods|things?|stuff|items?|of it)|what (?:food|stuff|things?|all|else)"
    r"|anything|something)"
)
PATTERNS: tuple[Pattern, ...] = (
    pattern("expiring", rf"{THING}(?: (?:is there|there is|is it))?(?: that)? {GO}(?: .*)?", dated),
    pattern(
        "expiring",
        r"what (?:do|should|must|shall) (?:we|i|one) (?:have to |need to |better )?(?:use|eat|finish|c"
        r"ook|get rid of|clear)"
        r"(?: up)?(?: (?:first|soon|now|today|tomorrow|next|(?:by|before|until|till|within|in) .+))",
        dated,
    ),
    pattern(
        "expiring",
        rf"{THING}(?: (?:i|we))?(?: (?:should|shall|shld|must|have to|need to|better))? (?:eat|use|finish|use up)"
        r"(?: (?:today|now|soon|first|up))* before (?:it|they)(?:'s| is| are|s|'re)? ?(?:too late|go(?"
        r":es)? off|gone|bad|spoils?)",
        dated,
    ),
    pattern(
        "expiring",
        rf"{THING}(?:'s| is| are)?(?: (?:the )?(?:stuff|food))?(?: in (?:the|our|my) \w+)?(?: is| are)? (?:the )?"
        r"(?:closest|nearest|near|close) to (?:its|their|the|going|being)\b.*",
        dated,
    ),
    pattern(
        "expiring",
        rf"{THING}(?:'s| is| are)?(?: stuff| food)?(?: in (?:the|our|my) \w+)?(?: is| are|'s)? (?:the )"
        r"?(?:oldest|most urgent"
        r"|first to go|next to go|the next to go|on its last legs|on (?:its|their) way out|short[- ]dated)(?: .*)?",
        dated,
    ),
    pattern(
        "expiring",
        r"(?:stuff |food |things |items )?(?:expiring|going off|expires?)(?: (?:soon|first|next|today|"
        r"tomorrow|this week))*",
        dated,
    ),
    pattern(
        "shelf_life",
        r"(?:(?:once )?(?P<state>opened|open|thawed|frozen|cooked) )?(?P<what>(?!how\b)[\w' -]+?)(?: i"
        r"n (?:the )?(?P<at>\w+))?,? "
        r"(?:how long|how many (?:days|weeks|months))(?: (?:good|ok|does it (?:keep|last)|do they (?:k"
        r"eep|last)|is it good))*",
        food_of,
    ),
    pattern(
        "shelf_life",
        r"(?:does|do|can|will) (?P<what>(?!the\b|our\b|my\b|we\b|i\b|it\b|that\b)[\w' -]+?) (?:ever )?"
        r"(?:go (?:off|bad)|expire|spoil|perish)(?: ever| at all| eventually)?",
        food_of,
    ),
    pattern(
        "shelf_life",
        r"(?:is|are) (?:an? )?(?:opened |open |thawed |frozen |cooked )(?P<what>[\w' -]+?) (?:still )?"
        r"(?:good|ok|okay|fine|safe) (?:for|after) .+",
        food_of,
    ),
    pattern(
        "date_of",
        r"(?:will|would|might) (?:the |our |my )(?P<what>.+?) (?:still )?(?:be )?(?:good|ok|okay|fine|"
        r"edible|all right)(?: (?:until|till|by|on|for))?(?: (?:today|tomorrow|tonight|then|"
        r"\w+day|the weekend|next week))?",
        asked,
    ),
)
