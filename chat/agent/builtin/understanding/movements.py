"""How people say what came into the kitchen, what went, and what was put elsewhere."""

from chat.agent.builtin.understanding.movement_slots import (
    BOUGHT,
    EMPTY,
    GONE_OFF,
    IN,
    SPLIT_WASTED,
    STORAGE,
    STORE,
    USED,
    WASTED,
    bought,
    bought_until,
    empty,
    frozen,
    moved,
    moved_out,
    thawing,
    used,
    used_colon,
    wasted,
)
from chat.agent.builtin.understanding.pattern import SUBJECT, Pattern, pattern

PLACED = r"(?:put|placed?|stick|stuck|stored?|popp?(?:ed)?|bung(?:ed)?|shoved?|chuck(?:ed)?|packed|tucked)"
# With amounts: what was made may have any name.
MADE_OF: tuple[Pattern, ...] = (
    pattern(
        "use",
        rf"{SUBJECT}(?:made|cooked|baked|prepared|whipped up|did|fried|boiled) [\w' -]+?,? "
        r"(?:(?:it|that|which|and) )?(?:with|from|out of|using|took|used|needed|needing) "
        r"(?P<what>(?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|half\b|all\b"
        r"|the (?:last|rest|remaining|remainder|other half|whole)\b).+)",
        used,
    ),
)
PATTERNS: tuple[Pattern, ...] = (
    # What went
    pattern("waste", rf"{SUBJECT}{WASTED} (?P<what>.+)", wasted),
    pattern("waste", rf"{SUBJECT}{SPLIT_WASTED} (?P<what>.+?) (?:away|out|in the bin|in the trash)(?:,? .*)?", wasted),
    pattern(
        "waste",
        rf"(?:the |our |my |that |this )(?P<what>.+?) {GONE_OFF}(?:,? (?:so |and )?(?:i|we)(?: "
        r"just| had to)? (?:binned|threw|tossed|chucked|dumped|trashed|throw) (?:it|them)(?: "
        r"away| out)?)?",
        wasted,
    ),
    pattern(
        "waste",
        r"(?:nobody|no one|noone) (?:liked|ate|wanted) (?:the |my |our )?(?P<what>.+?)(?: so"
        r"| and|,)? (?:i|we) (?:binned|threw|tossed|chucked|dumped) (?:it|them)(?: away| out)?",
        wasted,
    ),
    pattern(
        "waste",
        rf"{SUBJECT}(?:put|throw|threw|toss(?:ed)?|chuck(?:ed)?) (?P<what>.+?) (?:in|into|to) "
        r"(?:the |our )?(?:bin|trash|garbage|rubbish|compost|waste)(?:,? .*)?",
        wasted,
    ),
    pattern(
        "use",
        r"(?:minus|subtract|deduct|log|record|note|eat|-) ?(?P<what>(?:\d|an?\b|one|two|three"
        r"|four|five|six|half)[^?]*?)(?: as (?:eaten|used|gone|drunk)| from (?:the )?(?:stock"
        r"|pantry|fridge))?",
        used,
    ),
    pattern(
        "use",
        r"(?P<food>[\w' -]+?): (?:used|ate|eaten|drank|took|minus|-) ?(?P<amount>(?:\d|an?\b"
        r"|one|two|three|half|all)[\w ./½¼]*)",
        used_colon,
    ),
    pattern(
        "use",
        rf"{SUBJECT}(?:take|took) (?P<what>(?:\d|an?\b|one|two|three|half).+?) (?:out of|off|from) "
        r"(?:the |our )?(?:stock|pantry|fridge|shelf|shelves|cupboard)",
        used,
    ),
    pattern("gone", r"(?:we|i)(?:'re|'m| are| am) done with (?:the |our |my )?(?P<what>.+)", empty),
    pattern(
        "use",
        r"(?:(?:i|we|(?-i:[A-Z]\w+))(?:'ve)? )?(?:just )?had (?P<what>(?:the last|all|the rest|half) (?:of )?.+)",
        used,
    ),
    pattern("use", rf"{SUBJECT}(?:cooked|baked|made something) with (?P<what>\d.+)", used),
    pattern(
        "put",
        rf"(?:the |our |my )?(?P<what>[\w' -]+?) (?:goes?|went|belongs?) (?:in|into|to|on) (?P<place>{STORAGE})(?: "
        r"now)?",
        moved,
    ),
    pattern(
        "put",
        rf"(?:the |our |my )(?P<what>[\w' -]+?) (?:is|are) (?:now )?(?:in|on) (?P<place>{STORAGE})(?: now)",
        moved,
    ),
    pattern("move", rf"{SUBJECT}(?P<verb>freeze|froze|frozen|defrost|defrosted|thaw|thawed) (?P<what>.+)", frozen),
    pattern(
        "move",
        rf"{SUBJECT}(?:moved?|transfer(?:red)?|shift(?:ed)?|relocated?) (?P<what>.+?) (?:in|into|on|onto|"
        rf"to|over to|back to) {STORE}",
        moved,
    ),
    pattern(
        "move",
        rf"{SUBJECT}(?:take|took|get|got|put|taken) (?P<what>(?:the|our|my) .+?) out of (?:the |our |my )"
        rf"?freezer(?: (?:and|to|into) .+)?",
        thawing,
    ),
    pattern(
        "put",
        rf"{SUBJECT}{PLACED} (?P<what>(?:(?:the|our|my) .+?"
        rf"|(?:\S+ (?:\w+ )?of|half(?: of)?|a (?:third|quarter) of) (?:the|our|my|those|these) .+?"
        rf"|it|them|that|this|those))(?: straight| right| back| away)* {IN} "
        rf"(?P<place>{STORAGE})",
        moved,
    ),
    pattern(
        "use",
        rf"{SUBJECT}{USED} (?P<what>(?!.* (?:off|from) (?:the |our |my )?(?:shopping )?list$)(?!.* out of "
        rf"(?:the )?freezer$).+?)(?: (?:for|in|to make|making|with) (?:the |a |an |my |our )?(?:curry|"
        rf"dinner|lunch|breakfast|supper|soup|cake|baking|cooking|[\w ]+))?",
        used,
    ),
    pattern(
        "use",
        r"(?:i|we|(?-i:[A-Z]\w+)) had (?P<what>.+) for (?:breakfast|lunch|dinner|supper|tea|brunch|a "
        r"snack)",
        used,
    ),
    *MADE_OF,
    pattern(
        "use",
        rf"{SUBJECT}(?:put|stirred|threw|mixed|added) (?P<what>(?:\d|half|an?\b|one\b|two\b|three\b"
        r"|four\b).+?) (?:in|into|to) "
        rf"(?:the |a |my |our )(?!bin\b|trash\b|compost\b|rubbish\b|list\b|shopping\b|{STORAGE}\b)[\w' -]+",
        used,
    ),
    pattern(
        "use",
        r"(?:there(?:'s| is| are) )?(?P<what>(?:\d+|an?|one|two|three|four|five|six)\b [^?]+?) "
        r"(?:less|fewer)(?: now| than (?:you say"
        r"|before|you think))*",
        used,
    ),
    pattern(
        "use",
        r"(?:(?:nope|no|nah|sorry|well|actually),? )?(?:there(?:'s| is| are) |i see )?no (?:more "
        r")?(?P<what>[\w' -]+?) (?:there|here|in there"
        r"|in (?:the |our )?(?:fridge|freezer|pantry|cupboard|house))(?:,? .*)?",
        empty,
    ),
    pattern(
        "use",
        r"(?:the |our )?(?:fridge|freezer|pantry|cupboard|kitchen|larder) (?:has|holds|contains"
        r"|have) (?:no|not any|none of the)"
        r"(?: more)? (?P<what>[\w' -]+?)(?: left| any ?more| in it)*",
        empty,
    ),
    pattern("use", rf"(?:the |our |my )?(?P<what>.+?) {EMPTY}", empty),
    pattern(
        "gone",
        r"(?:we|i)(?:'re| are|'ve| have| am|'m)? ?(?:just )?(?:run|ran|running|all)? ?(?:out of) "
        r"(?P<what>.+)",
        empty,
    ),
    pattern(
        "use",
        r"(?:there is|there's|there are|there isn't|there aren't|we have|i have|we've got|i see"
        r"|we don't have|i don't have"
        r"|we haven't got|i haven't got|i can't find) (?:(?:no|any)(?: more)? )+(?P<what>.+?)(?:,? "
        r"(?:left|any ?more|at all"
        r"|now|here|there|in (?:the |our )?(?:fridge|freezer|pantry|cupboard|house|kitchen)|i "
        r"(?:looked|checked)|to be found"
        r"|to be seen|(?:we|i) (?:finished|used|ate|drank) (?:it|them)(?: up| all)?))+",
        empty,
    ),
    # What came
    pattern(
        "add",
        r"(?:add|put|place|store|note|record|log|stock|enter) (?P<what>(?!it\b|them\b|that\b).+?) "
        rf"{IN} (?P<place>{STORAGE})",
        bought,
    ),
    pattern(
        "add",
        r"(?:add|put|place|store|stored|stash(?:ed)?|note|record|log|stock|enter) (?P<what>.+?) "
        rf"{IN} (?P<place>{STORAGE})(?P<until>,? .*?\b(?:best before|use by|expires?|until|till|til|by)\b "
        r".+)",
        bought_until,
    ),
    pattern("add", rf"{SUBJECT}(?:stored|stashed|stocked) (?P<what>.+?) {IN} (?P<place>{STORAGE})", bought),
    pattern(
        "add",
        rf"{SUBJECT}{PLACED} (?P<what>(?!the |our |my |it\b"
        rf"|them\b|that\b|this\b).+?) {IN} (?P<place>{STORAGE})(?: (?:today|yesterday|this morning"
        r"|just now|earlier|last night))?",
        bought,
    ),
    pattern(
        "gone",
        r"(?:(?:there(?:'s| is| are) |we have |i have |we've got )?no more|(?:all |fresh )?out "
        r"of) (?P<what>(?!idea|way|need|problem|thanks|recipe|one|thing|more\b|\w+ please)[\w' -]+?)(?: "
        r"left| any ?more)?",
        empty,
    ),
    pattern("take_out", rf"(?:remove|delete|clear) (?P<what>.+?) (?:from|out of|off) (?P<place>{STORAGE})", moved_out),
    pattern("add", rf"(?:new|fresh) (?:in|into) (?P<place>{STORAGE})(?::|,| -) ?(?P<what>.+)", bought),
    pattern(
        "add",
        r"(?:i'm |we're |just )?(?:back|home|came back|came home)(?: from (?:the )?\w+)? with (?P<what>.+)",
        bought,
    ),
    pattern(
        "add",
        r"(?:my )?(?:mum|mom|dad|grandma|granny|(?:the |our |my )?neighbou?rs?|somebody|someone"
        r"|a friend|(?-i:[A-Z]\w+)) (?:gave|brought|sent|got) (?:us|me)(?: some)? (?P<what>.+)",
        bought,
    ),
    pattern(
        "add",
        rf"{SUBJECT}{BOUGHT} (?P<what>(?!rid of\b|through\b|.* (?:with|from|out of|using) (?:\d"
        r"|an?\b|one\b|two\b|three\b|half\b)).+)",
        bought,
    ),
    pattern(
        "add",
        r"(?:there (?:is|are)|we (?:now )?have|i (?:now )?have|we've got|i've got) (?P<what>(?:\d|some|a |"
        r"an |two|three|four|five|six|half).+?)(?: now)?(?: left)?(?: (?:in|on) (?P<place>.+))?",
        bought,
    ),
)
