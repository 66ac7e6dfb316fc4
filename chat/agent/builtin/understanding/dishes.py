"""How people ask for a recipe, for what it lacks, and say that they cooked it."""

from chat.agent.builtin.understanding import beginning, eaten, scaling
from chat.agent.builtin.understanding.dish_slots import (
    NAME,
    NUMBER,
    for_eaters,
    found_words,
    left_out,
    of_dish,
    opened,
    opened_it,
    scaled,
    scaled_only,
    swapped,
    use_up,
    which_one,
)
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, pattern

KINDS_FIRST = (
    r"(?!a table|something|anything|dinner|lunch|breakfast|supper|what|some food|food\b|a "
    r"(?:meal|dish|soup|curry|dessert|cake|pie|salad)|it\b|with|for\b|me\b|us\b|sure|a list"
    r"|a note|that\b|this\b|them\b|\d)"
)
# “no eggs, use leeks instead”: one wish.
SWAPPED: tuple[Pattern, ...] = (
    pattern(
        "cook",
        r"(?:no|not|without|skip the|not with|rather than|instead of)(?: the)? (?P<not>[\w' -]+?)(?:,| but"
        r"|;)+ (?:but )?(?:use|with|take"
        r"|try|rather|have|make it with)(?: the| some)? (?P<foods>[\w' ,-]+?)(?: instead| rather| please| then)*",
        swapped,
    ),
)
PATTERNS: tuple[Pattern, ...] = (
    *SWAPPED,
    *beginning.PATTERNS,
    pattern(
        "cook",
        r"(?:no|nothing with|not with) (?P<not>[\w' ,-]+?)(?: please| today| tonight| for me| thanks)*",
        left_out,
    ),
    pattern(
        "cook",
        r"(?:i|we)(?:'ve)?(?: only| still| just)?(?: have| got| have got)(?: only| still"
        r"| just)? (?P<foods>[\w' ,-]+?)[,.;:]?"
        r" (?:and )?(?:(?:any )?(?:ideas?|suggestions?|inspiration)(?: please| for dinner| for lunch)?|what (?:now"
        r"|to do|shall i do"
        r"|(?:can|could|shall|should|do|would) (?:i|we|you) (?:do|make|cook)(?: (?:with|of|from|out of) (?:it|them"
        r"|that|those))?))",
        use_up,
    ),
    *scaling.PATTERNS,
    pattern(
        "open",
        rf"(?:cook|make|bake|prepare|do|have) (?:the|our|my) {NAME}(?: (?:tonight|today|tomorrow"
        rf"|now|for dinner|for lunch|this evening))?(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        r"(?:cook|make|bake|prepare) (?:it|this|that|this one|that one) for (?P<number>[\w.,/½ -]+?)(?: "
        r"people| persons?| guests| portions| servings| of us)?",
        opened_it,
    ),
    pattern(
        "open",
        r"(?:show|tell|teach|explain)(?: me| us)?(?: to us)? how (?:to|i|you|we|one)(?: can| "
        rf"could| would)? ?(?:make|cook|bake|prepare) {NAME}(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        r"what(?:'s| is| goes| all goes| do(?:es)?)(?: (?:there|all))? (?:in|into|go into) (?:the "
        r"|our |my |a )?(?:recipe (?:for|of) )?(?P<recipe>(?!pantry|fridge|refrigerator|freezer"
        r"|cupboard|larder|cellar|house|kitchen|stock|the |my |our |basket|season).+?)(?: recipe)?",
        of_dish,
    ),
    pattern(
        "open",
        r"how (?:long|much time)(?: (?:does|do|will|would|is|to))? (?:it take (?:me |us )?to (?:make|cook|bake) )?"
        r"(?:the |a |our |to )?(?P<recipe>.+?) (?:take|need|cook for|cooking time)(?: to (?:make|cook|bake))?",
        of_dish,
    ),
    pattern("open", rf"how (?:long|much time) does it take to (?:make|cook|bake) {NAME}", of_dish),
    pattern(
        "open",
        r"(?:the )?(?P<recipe>(?!(?:any|which|what|a|some|new|find|save|search|more|good|show"
        r"|open|list|add|import|keep|write|delete|vegan|vegetarian|quick|easy|simple|dinner|lunch"
        r"|another|other|the|soup|pasta|dessert|cake|all|my|our)\b)[\w' -]+?) recipe(?: please)?",
        of_dish,
    ),
    pattern(
        "search",
        r"(?:search|find|look for|look up|search for)(?: me)?(?: the| a| any| some)? (?P<words>(?!something"
        r"|anything|out\b|in\b|at\b|into\b|dinner|lunch|what|who|my|ideas|if\b|whether)[\w' -]+)",
        found_words,
    ),
    pattern(
        "search",
        r"(?:any|some|(?:(?:have|do|did) (?:we|i|you) )?(?:got|have)(?: got)?(?: any| some)?|are there(?: any"
        r"| some)?|which|what) "
        r"(?P<words>(?!any|some|other|more|good|nice|quick|easy|new|vegan|vegetarian|dinner|lunch)[\w' -]+?) "
        r"recipes?(?: (?:do we have|are there|have we got))?",
    ),
    pattern(
        "cooked", rf"(?:cooked|baked|made) (?!\d|with\b)(?:the |a |an |some |our )?(?P<recipe>.+?) for {NUMBER}", scaled
    ),
    pattern(
        "cook",
        r"(?:(?:give me |any |some |got any )?(?:ideas?|suggestions?|inspiration|recipes to use "
        r"up|uses|something|anything) (?:for|to use up|that uses?(?: up)?|using up|to use) (?!dinner"
        r"|lunch|breakfast|supper|tea\b|tonight|today|tomorrow|me\b|us\b|the (?:week|kids|family"
        r"|freezer)|a |\d|(?:one|two|three|four|five|six|seven|eight)\b|(?-i:[A-Z]))(?P<foods>.+)"
        r"|"
        r"(?:(?:i|we)(?:'ve)? )?(?:have |got |have got )?(?:too many|too much|so many|so much"
        r"|loads of|tons of|a lot of|lots of|leftover|a glut of) (?P<foods2>[\w' -]+?)(?:,? (?:and "
        r")?(?:any )?(?:ideas|what now|what (?:can|should|do|shall|could) (?:i|we) (?:do|make"
        r"|cook)(?: with (?:it|them))?|help|suggestions))?)",
        use_up,
    ),
    pattern(
        "cook",
        r"(?:only |just )?(?P<foods>(?-i:[A-Z]\w+)(?:,? (?:and )?(?:me|i|(?-i:[A-Z]\w+)))*)(?: (?:is|are|will be))?"
        r"(?: (?:eating|alone|tonight|only|at home|here|for dinner|for lunch))+",
        for_eaters,
    ),
    pattern(
        "cook",
        r"(?:surprise|inspire) (?:me|us)|(?:you )?(?:choose|decide|pick) (?:for (?:me|us)|something(?: for .+)?|a dish"
        r"|dinner)|what(?:'s| is) cooking",
        lambda _found: {},
    ),
    pattern(
        "cook",
        r"(?:what|which dish(?:es)?) (?:can|could) (?:i|we) (?:cook|make|eat|have) (?:that|which"
        r"|and) (?:doesn't|does not|don't|needs no|won't|we don't|i don't).*(?:shop|shopping"
        r"|buy|buying|store|supermarket)(?: .*)?",
        lambda _found: {},
    ),
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
        rf"(?:can|could) (?:i|we) (?:still |already )?(?:make|cook|bake|do|have) (?!with|without|something|"
        rf"anything|dinner|lunch){NAME}",
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
        r"(?!.*\b(?:(?:i|we) (?:can|could|might)|dish|dishes|meals?|snacks?|food with)\b)"
        r"(?!me\b|(?:a |an |any |the )?recipes? (?:with|using|containing|that)\b|recipes\b|(?:any"
        r"|all|your|our) recipes|something|anything|some\b|ideas|a few|(?:me )?what|(?:the|my) (?:shopping )?list"
        r"|the pantry|the fridge|the freezer)"
        rf"{NAME}(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        rf"how (?:do|did|does|can|could|would|should|to) ?(?:i|we|you|one)? ?(?:make|cook|bake|prepare) {NAME}(?: for "
        rf"{NUMBER})?",
        opened,
    ),
    pattern(
        "open",
        rf"(?:(?:what's|what is|what are|where's|where is|where are|what about) )?(?:the )?(?:recipe|ingredients"
        rf"|steps|instructions|method"
        rf"|directions) (?:for|of) {NAME}(?: for {NUMBER})?",
        opened,
    ),
    pattern(
        "search",
        r"(?:find|search|search for|look for|list|show|show me|are there|do (?:i|we) have|have (?:i|we) "
        r"got|is there|got) (?:any |some |all |a |the |our |my |me )*(?:recipes?|dish|dishes)(?: (?:for|"
        r"with|called|named|like|about|of|using|containing) (?P<words>.+?)(?: in it)?)?",
    ),
    pattern("search", r"(?:which |what )?recipes? (?:with|for|using|containing|of|have|use) (?P<words>.+)"),
    *eaten.PATTERNS,
)
# What is only meant where nothing else is.
LOOSE: tuple[Pattern, ...] = (
    pattern("open", r"(?P<recipe>[a-z][\w' -]+?),? the (?P<which>[\w-]+) one", which_one),
    pattern(
        "open",
        rf"(?:cook|make|bake|prepare) {KINDS_FIRST}(?P<recipe>[\w' -]{{3,50}}?)(?: (?:tonight"
        r"|today|tomorrow|now|for (?:dinner|lunch|breakfast)))?",
        of_dish,
    ),
    pattern("open", rf"(?P<recipe>[\w' -]{{3,60}}?) for {NUMBER}", scaled_only),
    pattern("search", r"(?P<words>[\w' -]{3,40}) recipes"),
)
