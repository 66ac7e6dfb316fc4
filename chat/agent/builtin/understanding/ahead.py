"""How people ask what runs out and what was wasted, and how they set right what is written down."""

import re

from chat.agent.builtin.understanding.days import days_in
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import named, thing
from kitchen.units import read_number

LOW = (
    r"(?:running (?:low|out|short)|(?:get|getting) low|low|nearly (?:out|gone|finished|empty)"
    r"|almost (?:out|gone|finished|empty)|about to run out|short|scarce|close to running "
    r"out)"
)
BACK = (("year", 365), ("quarter", 90), ("month", 30), ("fortnight", 14), ("week", 7), ("yesterday", 2), ("today", 1))
MONTH = 30


def running(found: re.Match[str]) -> Slots:
    food = thing(found.groupdict().get("what") or "").name
    return {"food": food} if food and food.casefold() not in {"anything", "something", "stuff", "things"} else {}


def back(found: re.Match[str]) -> Slots:
    """How many days back somebody asks."""
    text = found.string.casefold()
    if re.search(
        r"\b(?:last|past|in|previous|of)\s+(?:the\s+)?(?:last\s+|past\s+)?\w+\s+(?:days|weeks|months)\b", text
    ):
        days = days_in(re.sub(r"\b(?:last|past|previous)\b", "next", text))
        return {"days": days}
    return {"days": next((days for word, days in BACK if re.search(rf"\b{word}\b", text)), MONTH)}


def counted(found: re.Match[str]) -> Slots | None:
    """What there really is: "only 3 eggs left" or "the rice to 300 g"."""
    groups = found.groupdict()
    if groups.get("amount"):
        if not read_number(groups["amount"]) and groups["amount"].casefold() not in {"nothing", "zero", "none"}:
            return None
        return {"what": named(groups["what"]), "amount": groups["amount"].strip()}
    one = thing(groups["what"])
    return {"what": one.name, "amount": one.amount} if one.amount and one.name else None


AMOUNT = (
    r"(?P<amount>(?:\d|½|¼|¾|half a|an? |one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|zero|nothing|none).*?)"
)
PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "correct",
        r"(?:there(?:'s| is| are)|we(?:'ve)?(?: have| got)?|i(?:'ve)?(?: have| got)?|i counted|it's|make it) "
        r"(?P<what>(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten).+?),? (?:and )?not (?:\d+|\w+)",
        counted,
    ),
    pattern(
        "correct", r"(?:i|we) counted (?P<what>(?:\d|one|two|three|four|five|six|seven|eight|nine|ten).+)", counted
    ),
    pattern(
        "correct",
        r"(?:you|it|the (?:app|stock|list|screen)|stock|kitchen)(?:'ve| have|'re| are)?(?: still)? "
        r"(?:says?|said|think|thinks"
        r"|shows?|showing|lists?|listing|claims?|got|written)?(?: (?:we have|there (?:is|are)"
        r"|i have|that))? ?(?:\d[\d.,]*|an?"
        r"|one|two|three|four|five|six|seven|eight|nine|ten)(?: (?:g|kg|ml|l|grams?|kilos?|litres?))?(?: of)? "
        r"(?P<what>[a-z][\w' -]+?)(?:,| but| though| yet| -|;)+ (?:(?:but|in fact|really|actually"
        r"|only|just|there(?:'s| is"
        r"| are)|it's|its|we have|i have|i see|i count|i can see|in reality) )*"
        rf"{AMOUNT}(?: of them| left| here| there)*",
        counted,
    ),
    pattern("forecast", r"how long will (?:our|my) (?P<what>.+?) last(?: us)?", running),
    pattern(
        "forecast",
        r"(?:what(?:'s| is| are|'re)?|which (?:things|foods?|items)|anything|is anything|are "
        r"we|are there things|what are we|what will we|what do we)(?: we| that| are| is| will"
        rf"| soon|'re)* (?:{LOW}|run out|run low|need to restock|need to re-?stock|out of stock "
        r"soon)(?: of| on)*(?: soon| next| this week| at the moment| right now| first| in the "
        r"next .+)*",
        lambda _found: {},
    ),
    pattern(
        "forecast",
        rf"(?:are|is|am) (?:we|i|the|our|there)? ?(?:still )?(?:(?:the|our|my) )?(?P<what>.+?) {LOW}(?: soon)?",
        running,
    ),
    pattern("forecast", rf"(?:are|am) (?:we|i) (?:{LOW}) (?:of|on) (?:the |our )?(?P<what>.+)", running),
    pattern(
        "forecast",
        r"(?:when|how soon) (?:do|will|are|am|would) (?:we|i)(?: going to)? (?:run(?:ning)? out"
        r"|run(?:ning)? low|need(?: to buy)?(?: more| new)?|have to buy(?: more| new)?)(?: of"
        r"| on)?(?: (?:the|our|my|more|new))* (?P<what>.+)",
        running,
    ),
    pattern(
        "forecast",
        r"when (?:do|will|does) (?:the |our |my )?(?P<what>.+?) (?:run out(?! of date)|run low|be (?:gone"
        r"|empty|used up|finished))",
        running,
    ),
    pattern(
        "forecast",
        r"(?:how long|how many (?:days|weeks)) (?:will|does|do|is|are)(?: the| our| my)? (?P<what>.+?) "
        r"(?:(?:last|do|be enough|enough|going to last)(?: us| me| (?:for )?(?:the )?(?:household"
        r"|family|4|four)| for us)|(?:last|be enough)(?:,)? (?:at this rate|as we use it|if we "
        r"go on like this))(?: .*)?",
        running,
    ),
    pattern(
        "forecast",
        r"how (?:long|many (?:days|weeks)) until (?:we|i) (?:run out of|need(?: more| new)?|are "
        r"out of) (?:the |our )?(?P<what>.+)",
        running,
    ),
    pattern(
        "forecast",
        r"(?:do|have) (?:we|i) (?:have |got )?enough (?P<what>.+?) (?:to last(?: us)?|for|until"
        r"|till|through|to get (?:us )?through) (?:the |this |next )?(?:weekend|week|month|fortnight"
        r"|few days|rest of the week|coming \w+|monday|tuesday|wednesday|thursday|friday|saturday"
        r"|sunday|\d+ days?)",
        running,
    ),
    pattern(
        "forecast",
        r"will (?:the |our |my )?(?P<what>.+?) (?:last|be enough|do)(?: us)?(?: (?:for|until"
        r"|till|through))? (?:the |this |next )?(?:weekend|week|month|\w+day|few days|fortnight"
        r"|rest of the week)",
        running,
    ),
    pattern(
        "forecast",
        r"(?:show(?: me)? |give me )?(?:the |a )?(?:forecast|run-?out dates?|what(?:'s| is) low)(?: "
        r"(?:for|of) (?P<what>.+))?",
        running,
    ),
    pattern(
        "forecast",
        r"(?:what )?(?:should|do|must|shall) (?:i|we) (?:need to )?(?:restock|re-?order|replenish"
        r"|stock up on)(?: soon| next)?|what (?:should|do|must) (?:i|we) (?:need to )?(?:restock"
        r"|re-?order|replenish|stock up on)(?: .*)?",
        lambda _found: {},
    ),
    pattern(
        "forecast",
        r"(?:at this rate,? |like this,? )?when (?:are|will|do) (?:we|i) (?:be )?(?:(?:all )?out|done|"
        r"short|empty)(?: of| with"
        r"| on)? (?:the |our )?(?P<what>.+?)(?:,? at this rate)?",
        running,
    ),
    pattern(
        "wasted",
        r"(?:what|how much|how many|which|how often)(?: \w+)*? (?:did|do|have|has|had) (?:we"
        r"|i|you|the household)(?: all)? (?:throw|thrown|threw|waste|wasted|toss|tossed|bin|binned"
        r"|chuck|chucked|discard|discarded)(?: away| out)?(?: .*)?",
        back,
    ),
    pattern(
        "wasted",
        r"(?:what|how much|which)(?: \w+)*? (?:was|were|has been|got|is|gets)(?: mostly| often)? "
        r"(?:thrown|threw|wasted|tossed|binned|chucked|discarded)(?: away| out| most)?(?: .*)?",
        back,
    ),
    pattern(
        "wasted",
        r"(?:show|give|tell|how)?(?: me| us|'s| is)?(?: the| our| my| about)*(?: food)? ?(?:waste"
        r"|wastage)(?: report| stats| statistics| figures| summary| overview| numbers| log| so "
        r"far)*(?: (?:for|of|this|last|in|over|since|doing|from).*)?",
        back,
    ),
    pattern(
        "wasted",
        r"how (?:bad|big|much|high) (?:is|was|are) (?:our|the|my) (?:food )?waste(?: .*)?|(?:are"
        r"|were) (?:we|i) wasting (?:much|a lot|more|less)(?: .*)?|do we waste (?:much|a lot)(?: "
        r".*)?",
        back,
    ),
    pattern(
        "correct",
        r"(?:correct|set|fix|update|change|adjust|put right) (?:the |our |my )?(?:amount of "
        r"|count of |stock of |quantity of )?(?P<what>(?!list\b).+?)(?: amount| count| stock"
        rf"| quantity)? (?:to|at|as|=|:|is) {AMOUNT}",
        counted,
    ),
    pattern(
        "correct",
        r"(?:the |our |my )?(?P<what>(?!there|here|it$|we|i ).+?) (?:is|are|should be|should "
        rf"say|must be) (?:really|actually|in fact|only|in reality) {AMOUNT}(?: left)?",
        counted,
    ),
    pattern(
        "correct",
        r"(?:there(?:'s| is| are)|we(?:'ve)?(?: have| got)?|i(?:'ve)?(?: have| got)?)(?: actually"
        r"| really| in fact| only| just)+(?: have| got)?(?: about)? (?P<what>(?:\d|½|¼|¾|half"
        r"|an?\b|one|two|three|four|five|six|seven|eight|nine|ten).+?)(?: left| remaining| there"
        r"| here| now)*(?: (?:in|on) (?:the |our )?\w+)?",
        counted,
    ),
    pattern(
        "correct",
        r"(?:there(?:'s| is| are)|we(?:'ve)?(?: have| got)?|i(?:'ve)?(?: have| got)?)(?: about)? "
        r"(?P<what>(?:\d|½|¼|¾|half|an?\b|one|two|three|four|five|six|seven|eight|nine|ten).+?) "
        r"(?:left|remaining)(?: (?:in|on|of) (?:the |our )?\w+)?",
        counted,
    ),
    pattern(
        "correct",
        r"(?:only |just )(?P<what>(?:\d|½|¼|¾|half|an?\b|one|two|three|four|five|six).+?) (?:left"
        r"|remaining|there)(?: (?:in|on) (?:the |our )?\w+)?",
        counted,
    ),
    pattern("correct", r"(?P<what>(?:\d|½|¼|¾|one|two|three|four|five|six).+?) (?:left|remaining)", counted),
    pattern(
        "correct",
        r"(?:the |your )?(?:count|amount|stock|quantity|number|figure) (?:of|for|on) (?:the "
        r"|our )?(?P<what>.+?) (?:is|should "
        r"be) (?:(?:wrong|off|not right|incorrect)(?:,| -|:)? (?:it's|its|it is|there are|there "
        rf"is|make it|should be) )?{AMOUNT}",
        counted,
    ),
    pattern(
        "correct",
        r"(?:the )?(?P<what>[\w' -]+?)(?: count| amount| stock)? (?:is|are) (?:wrong|off|not "
        r"right|incorrect)(?:,| -|:|;)? "
        r"(?:it's|it is|there are|there is|there's|make it|should be|we have|i have)(?: only"
        rf"| really| actually)? {AMOUNT}(?: left)?",
        counted,
    ),
)
