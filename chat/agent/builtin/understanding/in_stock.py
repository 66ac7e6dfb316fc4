"""How people ask what there is, how much, and where."""

from chat.agent.builtin.understanding.pantry import HAVE, asked, place_of
from chat.agent.builtin.understanding.pattern import Pattern, pattern

NO_FOOD = (
    r".*\b(?:calories|kcal|protein|carbs|fat|sugar is|time|minutes|grams|ounces|cups|people|servings|w"
    r"aste|wasted|thrown|did"
    r"|was|were|do|does|is|are|can|should|will|days|weeks|months|money|cost|it|that|each)\b"
)
WHERE = r"(?:the |our |my )?(?:pantry|larder|cupboard|fridge|refrigerator|freezer|cellar)"
# Said in a few words, or from behind.
SHORT: tuple[Pattern, ...] = (
    pattern(
        "stock",
        r"(?:(?:there(?:'s| is| are)|we have|we've got|we've|i have|i've got) )?(?:hardly|barely|scarcely|not|almost"
        r"|nearly|only a little|very little|not very) ?(?:any|much|many|no)? (?:of (?:the|our) )?"
        r"(?P<what>(?!a\b|the\b)[\w' -]+?)"
        r" (?:left|any ?more|remaining)(?: now)?",
        asked,
    ),
    pattern(
        "shelf",
        rf"(?P<place>{WHERE})(?:'s)? (?:contents?|inventory|list|stock|status|check)",
        place_of,
    ),
    pattern(
        "shelf",
        rf"(?:and )?(?:what|wat)(?:'s| is| have| do| else)*(?: (?:we|i))?(?: (?:have|got|keep|store))* "
        rf"(?:in|inside|at) (?:de )?(?P<place>{WHERE})(?: (?:now|then|left|still))*",
        place_of,
    ),
    pattern(
        "shelf",
        r"(?:show|list|tell)(?: me| us)? (?:everything|all|what) (?:that )?(?:we|i)(?:'ve| have)?(?: got)?(?: at home"
        r"| here| in the house)*",
        lambda _found: {},
    ),
    pattern(
        "stock",
        r"(?:is |are )?(?:there )?(?:anything|something|any of it|much|some|any) left (?:of|from) (?:the |our |my )?"
        r"(?P<what>.+)",
        asked,
    ),
    pattern("stock", r"(?P<what>[\w' -]+?),? (?:y/n|yes or no|y or n)", asked),
    pattern("stock", rf"how (?:much|many) (?P<what>(?!{NO_FOOD})[\w' -]+?)", asked),
    pattern(
        "stock", r"(?P<what>[\w' -]+?),? how (?:much|many)(?: (?:left|is there|are there|have we|do we have))*", asked
    ),
    pattern(
        "stock",
        r"(?:is|are) (?:the |our |my )?(?P<what>(?!there\b|it\b|anything\b)[\w' -]+?) (?:there|here|in stock|at home"
        r"|in the house|left|available)(?: or .*| already| still)*",
        asked,
    ),
    pattern(
        "stock",
        r"(?:inform me |tell me |say |know |see )*(?:if|whether) (?:we|i) (?:possess|own|have|keep|hold|stock)"
        r"(?: any| some)* (?P<what>.+)",
        asked,
    ),
    pattern(
        "stock",
        r"(?:i (?:look|search|'m looking|am looking|can't find|cannot find) (?:for )?|where (?:on eart"
        r"h |the hell )?(?:is|are|'s) )"
        r"(?:the |our |my )?(?P<what>.+?)(?:,? where (?:they|it) (?:are|is)|,? where|(?: hiding| hidden))?",
        asked,
    ),
    pattern("stock", r"(?:and )?(?:the |that )?other (?:thing|one),? (?P<what>.+)", asked),
    pattern(
        "stock",
        r"(?:since when|how long|how come) (?:is|are|has|have) (?:the |our |my )?(?P<what>.+?) (?:been"
        r" )?(?:in there|there"
        r"|here|in the \w+)(?: been)?(?: for)?",
        asked,
    ),
)
PATTERNS: tuple[Pattern, ...] = (
    *SHORT,
    # What is there
    pattern("stock", r"do (?:we|i) (?:still )?need (?:to buy |any |more |some )*(?P<what>(?!to\b).+)", asked),
    pattern(
        "stock",
        r"(?:(?:we|i|you)(?:'ve)? )?(?:still )?(?:got|have) (?:any |some |enough )(?P<what>.+?)(?: "
        r"left| at home| here)*",
        asked,
    ),
    pattern(
        "stock",
        r"(?:if|whether) (?:we|i)(?:'ve| have)? (?:still )?(?:have |got |any |some )*(?P<what>.+?)(?: left)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:we|i) (?:still )?have (?P<what>(?!\d|an?\b|to\b|some\b|no\b|run\b|just\b|been\b"
        r"|not\b)[\w' -]+?),? (?:right|don't we|haven't we|left|no)",
        asked,
    ),
    pattern(
        "stock",
        r"(?:how are (?:we|things)(?: doing)?|how do we (?:stand|look)|what's the situation|how's "
        r"it looking) (?:for|on|with) (?:the |our )?(?P<what>.+)",
        asked,
    ),
    pattern(
        "stock",
        r"(?:how (?:much|many)) (?P<what>.+?)(?<! do)(?<! have)(?<! did) (?:we|i)(?:'ve)? (?:still "
        r")?(?:have|got)(?: left)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:if |whether )?there(?:'s| is| are) (?P<what>(?:any |some |still )?(?!\d|an? )[\w' -]+?)(?: left)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:what|which)(?: kinds?(?: of)?| sorts?(?: of)?| types?(?: of)?| brands?(?: of)?)? "
        r"(?P<what>(?!food|else|is|are|do|can|should)[\w' -]+?) (?:(?:do|have) (?:we|i)(?: still)?(?: "
        r"have| got)?|is there|are there|is left|are left|have we got)(?: left| in the .+)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:any |some )(?P<what>(?!anything|something|ideas?|allerg|suggest|recipe|dish|soup "
        r"rec|substitut|alternativ|food about|food that)[\w' -]+?)(?: left| at home| here| in "
        r"the house)?(?: for .+)?",
        asked,
    ),
    pattern("stock", r"(?P<what>(?!how|what|which|is|are|do|where|only|there|we|i\b|have)[\w' -]+?) left", asked),
    pattern(
        "stock",
        r"how (?:much|many)(?: (?:of it|of them|is left|are left|is there|are there|do we have))?(?: left)?",
        lambda _found: {},
    ),
    pattern("stock", r"(?:did|have) (?:we|i) (?:run|ran) out of (?P<what>.+)", asked),
    pattern("stock", r"are (?:we|you) (?:all )?out of (?P<what>.+)", asked),
    pattern(
        "stock",
        rf"(?:do|did|have|are) (?:we|i|you|there) (?:still |also |even )?(?:{HAVE} )?(?:any |some |enough |"
        rf"more |a |an |the )*(?P<what>(?!anything|something|have\b|run\b|out\b).+?)"
        rf"(?: left| at home| here| in stock| somewhere| in the house| for (?:the|an?|our|my) [\w ]+)*(?: "
        rf"(?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:if|whether) (?:there (?:is|are)|we have|i have|we've got)(?: any| some| still| enough)* "
        r"(?P<what>.+?)(?: left)?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:is|are) there (?:still |also |even )?(?:any |some |enough |more |a |an )*(?P<what>(?!anything"
        r"|something).+?)(?: "
        r"left| at home| here| in stock| for [\w ]+)*(?: (?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        rf"how (?:much|many)(?: of the| of our)? (?P<what>.+?) (?:(?:do|have) (?:we|i)(?: still)?(?: "
        rf"{HAVE})?|is there|are there|is|are|there is|there are)(?: still)?(?: left| here| there| at home|"
        rf" in stock)*(?: (?:in|on) (?P<place>.+))?",
        asked,
    ),
    pattern(
        "stock",
        r"(?:where|where abouts|whereabouts)(?:'s| is| are| did (?:we|i) put) (?:the |our |my "
        r"|all the )?(?P<what>.+?)(?: gone| kept| stored| again| hiding)?",
        asked,
    ),
    pattern("stock", r"(?:where do (?:we|i) (?:keep|have|store)) (?:the |our |my )?(?P<what>.+?)", asked),
)
