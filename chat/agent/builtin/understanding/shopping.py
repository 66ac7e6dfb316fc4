"""How people speak of the shopping list."""

import re

from chat.agent.builtin.understanding import in_shop, lacking
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, pattern
from chat.agent.builtin.understanding.shopping_slots import (
    LIST,
    MISSING,
    OF,
    added,
    all_but,
    amounting,
    chosen,
    listed,
    missing,
    moved_count,
)

NEEDS = (
    r"(?:we |i )?(?:also |still |really |urgently )?(?:need|could do with|could use|are in "
    r"need of|'re in need of|are short of|lack|should stock up on|must not forget|mustn't "
    r"forget|can't forget)"
)
NARROW: tuple[Pattern, ...] = (
    *lacking.PATTERNS,
    *in_shop.PATTERNS,
    pattern(
        "list_add",
        rf"(?:add|put) (?P<what>[\w' -]+?) (?:x|times) ?(?P<count>\d+)(?: (?:on|onto|to|in) {LIST})?",
        moved_count,
    ),
    pattern(
        "list_add",
        r"(?:add|put)?(?: ?(?:on|onto|to|for))? ?(?:the |my |our )?(?:shopping|grocery)? ?list(?: "
        r"please)?(?::|,| -) ?(?P<what>.+)",
        added,
    ),
    pattern("list_add", r"(?:need|needed|buy|to buy|get)(?::| -) ?(?P<what>.+)", added),
    pattern(
        "show_list",
        r"(?:is|are|do (?:we|i) have|have (?:we|i) got) (?:there )?(?:anything|something|(?:the "
        rf"|any |some )?[\w' -]+?)(?: already| still)? on {LIST}(?: already| yet)?",
        lambda _found: {},
    ),
    pattern(
        "show_list",
        r"how (?:many (?:things?|items?)|much|long) (?:is|are|do we have|have we got)?(?: still"
        rf"| left| there)*(?: on)? ?{LIST}",
        lambda _found: {},
    ),
    pattern(
        "show_list",
        r"what(?:'s| is| else is)? (?:still |left |already |currently )+(?:to buy |open )?(?:on"
        r"|in) (?:the |my |our )?(?:shopping |grocery )?list",
        lambda _found: {},
    ),
    pattern(
        "show_list",
        r"(?:what|which things) (?:do|should|must|have) (?:we|i) (?:still )?(?:need to |have to |to )?"
        r"(?:buy|get|shop for|need from the (?:shop|store|supermarket))(?: .*)?|what(?: else)? (?:are|'re)"
        r" (?:we|i) (?:buying|shopping for|getting|going to buy)(?: "
        r".*)?|what(?:'s| is) (?:left |still )?to (?:buy|get)(?: .*)?|what(?: else)? (?:do|should"
        r"|must) (?:we|i) (?:still )?(?:need|get|buy)(?: from the \w+| at the \w+| today| tomorrow)*",
        lambda _found: {},
    ),
    pattern(
        "list_missing",
        r"(?:make|write|do|prepare|create)(?: me| us)? (?:a |the )?(?:shopping |grocery )?list "
        r"(?:for|of) (?:the |a |our )?(?P<recipe>(?!dinner|lunch|us\b|me\b|this week|the week"
        r"|tonight).+)",
        missing,
    ),
    pattern(
        "list_missing",
        r"(?:shop|buy (?:things|stuff|ingredients|everything)|get (?:the )?(?:missing )?(?:things"
        r"|stuff|ingredients|everything)) (?:for|to make) (?:the |a |our )?(?P<recipe>(?!dinner"
        r"|lunch|us\b|me\b|the week).+)",
        missing,
    ),
    pattern(
        "list_missing",
        rf"(?:put|add) (?:the |a )?(?P<recipe>[\w' -]+?) (?:ingredients|stuff|things) (?:on|onto|to) {LIST}",
        missing,
    ),
    pattern(
        "remove",
        r"(?:take|remove|cross|delete|strike|scratch|knock) (?P<what>(?!\d|all\b|half\b).+?) (?:off|from)"
        r"(?: (?:it|there|again|then|now|please))?",
        chosen,
    ),
    pattern(
        "remove",
        rf"(?P<what>.+?) (?:can|could|should|may|has to|have to|needs to|must) (?:come|go|be taken|be crossed"
        rf"|be struck)"
        rf" off(?: (?:{LIST}|it|again|then|now))?",
        chosen,
    ),
    pattern(
        "tick",
        r"(?:the |my )?(?P<what>[\w', -]+?)(?: is| are|'s|'re) (?:already |now )?(?:in (?:the |my )?(?:basket"
        r"|trolley|cart)|ticked(?: off)?|bought|done|checked off)(?: now| already)?(?P<more>,? (?:and"
        r" )?[\w' -]+? (?:too|as well|also))?",
        chosen,
    ),
    pattern(
        "tick", r"got (?:the |my )?(?P<what>[\w' -]+?)(?:,| and)? (?:tick|check|cross|mark) (?:it|them) off", chosen
    ),
    pattern(
        "remove", r"no (?:longer )?need (?:for|of) (?:any |the |more )*(?P<what>.+?)(?: any ?more| after all)?", chosen
    ),
    pattern(
        "list_add",
        r"(?:note down|write down|jot down|put down|add|remember to (?:buy|get)) (?P<what>(?!that\b"
        r"|a recipe|the recipe|this|what|everything|all\b|missing|(?:the )?ingredients|.* (?:in"
        r"|into|to|on) (?:the |our |my )?(?:\w+(?: list)?$|fridge\b|freezer\b|pantry\b|cupboard\b"
        r"|larder\b|stock\b|cellar\b)).+)",
        added,
    ),
    pattern("list_add", r"put (?P<what>[\w' ,-]+?) down", added),
    pattern(
        "list_add",
        rf"(?:add|put|write|stick|pop|note) (?P<what>[\w' -]+?) (?:on|onto|to|in) {LIST}[,:;]? (?P<amount>(?:\d"
        rf"|an?\b|one\b"
        r"|two\b|three\b|four\b|half\b|some\b).{0,25})",
        amounting,
    ),
    pattern(
        "tick",
        r"(?:(?:i|we)(?:'ve)?(?: have)? )?(?:now |just )?(?:got|have|bought|found|picked up) (?:everything"
        r"|all(?: of (?:it|them))?"
        r"|the (?:lot|rest))(?: on (?:it|there|the list))? (?:except(?: for)?|but(?: not| for)?|apart from|besides"
        r"|minus|save)"
        r"(?: for)? (?:the )?(?P<but>.+)",
        all_but,
    ),
    pattern(
        "list_add",
        r"(?:the |some |new )?(?P<what>(?!it\b|that\b|they\b|what\b)[\w' ,-]+?) (?:needs?|has to|have to|must"
        r"|should|wants?)"
        r" (?:buying|to be bought|be bought|replacing|to be replaced|be replaced|restocking)(?: soon| again| too)?",
        added,
    ),
    pattern(
        "list_add",
        r"(?:throw|stick|chuck|slap|stuff|pop|bung) (?P<what>.+?) (?:on|onto|to|in) (?:the |my "
        r"|our )?(?:shopping |grocery )?list",
        added,
    ),
    pattern(
        "list_add",
        r"(?!(?:add|put|stick|throw|pop|chuck|write|note|place|include|jot|slap|bung|buy|get"
        r"|need|we|i)\b)(?!.*\b(?:what|is|are|do|does|remove|take|delete|show|cross|tick|have"
        r"|how|which|missing|ingredients|open|not|read|see|anything|everything|it|them)\b)(?P<what>[\w' ,.½¼-]+?)(?: "
        r"goes| go)? (?:on|onto|to) (?:the |my |our )?(?:shopping |grocery )?list",
        added,
    ),
    pattern(
        "list_add",
        rf"{NEEDS}(?: some| more| any)? (?P<what>(?!to\b|help\b|a recipe\b|something\b|ideas?\b|for\b).+)",
        added,
    ),
    pattern(
        "list_missing", rf"(?:add|put|write|place|note|buy|get) {MISSING}{OF} (?:on|onto|to|in|into) {LIST}", missing
    ),
    pattern(
        "list_missing",
        r"(?:buy|get|shop(?: for)?|order|add) (?:what(?:'s| is| we) (?:missing|needed|need|lack)|(?:the )"
        r"?(?:missing )?ingredients|everything(?: (?:we|i) need)?|the missing things)(?: (?:for|to make|"
        r"to cook) (?:the |a |an |our |my )?(?P<recipe>.+))?",
        missing,
    ),
    pattern(
        "show_list",
        rf"(?:what(?:'s| is| do (?:we|i) (?:have|need))|show(?: me| us)?|open|see|read(?: me)?|list|"
        rf"display|give me) (?:all |everything )?(?:(?:is )?(?:on|in) )?{LIST}",
        listed,
    ),
    pattern(
        "tick",
        rf"{SUBJECT}(?:got|bought|picked up|have|found) (?:the |all the )?(?P<what>.+?) (?:on|from|off) {LIST}",
        chosen,
    ),
    pattern("show_list", r"(?:the |my |our )?(?:shopping list|list|groceries)", lambda _found: {}),
)
EVERYTHING = re.compile(
    r"(?:clear|empty|wipe|reset)(?: out)? (?:the |my |our )?(?:whole |entire )?(?:shopping |grocery )?list",
    re.IGNORECASE,
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern("remove", EVERYTHING, lambda _found: {"items": ["everything"]}),
    pattern(
        "remove",
        rf"(?:remove|delete|take|cross|strike|scratch|drop|get) (?P<what>.+?) (?:off|from|out of|off of) "
        rf"{LIST}",
        chosen,
    ),
    pattern("remove", r"(?:remove|delete|cross out|strike) (?P<what>(?!off\b).+)", chosen),
    pattern("remove", r"(?:(?:take|knock|scratch) (?:off|out)|(?:strike|cross) out) (?P<what>(?!\d|of\b).+)", chosen),
    pattern(
        "remove",
        r"(?:we|i) (?:don't|do not|no longer) need (?:any |the |more )*(?P<what>.+?)(?: any ?more| after "
        r"all)?",
        chosen,
    ),
    pattern(
        "tick",
        rf"(?:(?:tick|check|mark)(?: off)?|cross off) (?P<what>.+?)(?: off)?(?: (?:on|from) {LIST})?(?: as (?:bought|"
        rf"done))?",
        chosen,
    ),
    pattern(
        "tick",
        rf"{SUBJECT}(?:got|have|picked up|put) (?P<what>.+?) (?:in|into) (?:the |my )?(?:basket|trolley|"
        rf"cart)",
        chosen,
    ),
    pattern(
        "list_add",
        rf"(?:add|put|write|place|note|stick|pop|jot(?: down)?|include) (?P<what>.+?) (?:on|onto|to|in|"
        rf"into|down on) {LIST}",
        added,
    ),
    pattern(
        "list_add",
        r"(?:buy|get|pick up|order(?! (?:me|us)\b)(?!.*\b(?:online|delivery|takeaway)\b)|shop for|grab|fetch|"
        r"purchase)(?: some| more)? (?P<what>.+)",
        added,
    ),
    pattern(
        "list_add",
        r"(?:we|i)? ?(?:also |still |really |urgently |just )*(?:could use|want(?: to (?:buy|get))?|(?:should"
        r"|ought to|have to"
        r"|has to|need to|must|got to|gotta|had better|better|mustn't forget to|don't forget to|don't let me forget to"
        r"|remind me to|remember to) (?:really )?(?:buy|get|pick up|grab|fetch)|don't let me forget|need)(?: some"
        r"| more)? (?P<what>(?!to\b|help\b|a "
        r"recipe\b|something\b|ideas?\b).+)",
        added,
    ),
)
# Wherever nothing else is said.
LOOSE: tuple[Pattern, ...] = (
    pattern("list_add", r"(?:add|note|put)(?: some| more)? (?P<what>(?!.* (?:in|into) the )[^?]+)", added),
)
