"""How people say that a dish was cooked or eaten: what it takes goes off the shelves."""

from chat.agent.builtin.understanding.dish_slots import NUMBER, eaten, of_dish, scaled
from chat.agent.builtin.understanding.pattern import Pattern, pattern

WHEN_EATEN = (
    r"(?:tonight|today|yesterday|last night|this (?:morning|afternoon|evening)|just now|earlier|on (?:mon|tues"
    r"|wednes|thurs|fri"
    r"|satur|sun)day|(?:for|at) (?:dinner|lunch|supper|breakfast|brunch|tea))"
)
MEAL = r"(?:dinner|lunch|supper|breakfast|brunch|tea)(?: (?:today|tonight|yesterday|last night))?"
WE_WERE = (
    r"(?:,? (?:and )?(?:(?:for|we were|there were|with|all)(?: the)? )(?P<number>\d+|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve)(?: people| of us| plates| persons| portions| at the table)?)?"
)
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "cooked",
        rf"(?:(?:our|the|tonight's|today's|yesterday's|last night's) )?{MEAL} (?:was|were|turned out to be|ended up"
        rf" (?:being|as)) (?:the |a |an |some |our |my )?(?P<recipe>(?!\d|so\b|too\b|very\b).+?){WE_WERE}",
        eaten,
    ),
    pattern(
        "cooked",
        rf"(?:it was )?(?:the |our )?(?P<recipe>(?!what\b|that\b|this\b|it\b|how\b|\d).+?) (?:was|were|ended up being"
        rf"|made) (?:our |the |tonight's |today's )?{MEAL}{WE_WERE}",
        eaten,
    ),
    pattern(
        "cooked",
        r"(?:i|we|(?-i:[A-Z]\w+))(?:'ve| have)?(?: just)? (?:cooked|made|baked) (?!\d|with\b"
        r"|some tea)(?:the |a |an |some "
        rf"|our )?(?P<recipe>.+?) for {NUMBER}",
        scaled,
    ),
    pattern(
        "cooked",
        rf"(?:{WHEN_EATEN},? )?(?:(?:i|we|the kids|everybody|everyone|(?-i:[A-Z]\w+))(?:'ve| have)?(?: all| just)? "
        rf"|just )?"
        rf"(?:had|ate|eaten|enjoyed) (?:the |a |an |some |our |your )?(?P<recipe>(?!\d).+?)(?: {WHEN_EATEN}"
        r"| for (?P<number>\d+|two|three|four|five|six|seven|eight)(?: people| of us)?)*",
        eaten,
    ),
    pattern(
        "cooked",
        r"(?:the |our |that )?(?P<recipe>(?!it\b|that\b|this\b|they\b|everything\b).+?) (?:is|was|has been|got|were"
        r"|are)"
        r"(?: (?:now|already|all|just))*"
        rf" (?:cooked|made|baked)(?: and (?:eaten|served|finished|gone|done))?(?: {WHEN_EATEN})*",
        of_dish,
    ),
    pattern(
        "cooked",
        rf"(?:{WHEN_EATEN},? )?(?:i|we|(?-i:[A-Z]\w+))(?:'ve| have)?(?: just)? (?:(?:cooked|made|baked) (?!\d|with\b"
        r"|some tea)"
        r"(?:the |a |an |some |our )?|did the )(?P<recipe>.+?)(?: (?:tonight|today|yesterday|last night"
        r"|just now|earlier"
        r"|this (?:morning|afternoon|evening)|for (?:dinner|lunch)))*",
        of_dish,
    ),
)
