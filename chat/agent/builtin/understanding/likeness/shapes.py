"""What amounts, places, days, people and the like look like."""

import re

from chat.agent.builtin.understanding.days import WEEKDAY
from chat.agent.builtin.understanding.limits import DIETS, KINDS

WORD = re.compile(r"[^\W_]+(?:[.,/'-][^\W_]+)*(?:[½¼¾])?|[½¼¾€$£]")
DETERMINER = re.compile(
    r"(?:the|some|any|my|our|your|his|her|their|this|that|these|those|more|of|an?|few|couple|another|both|enough|fresh"
    r"|old|last|other|all|remaining|opened|leftover|rest|bit|lot|lots|little)\b",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"the|that|our|my|an?|this|those", re.IGNORECASE)
JOINT = re.compile(
    r"\s*(?:,|&|\+|\b(?:and|plus|also|with|or)\b|,?\s*as well as)\s*(?:(?:and|also|some|the)\s+)*", re.IGNORECASE
)
PLACE = re.compile(
    r"(?:(?:the|our|my)\s+)?(?:fridge|refrigerator|freezer|pantry|larder|cupboard|cellar|shelf|shelves|drawer)\b",
    re.IGNORECASE,
)
DAY = (
    rf"(?:to(?:day|night|morrow)|yesterday|{WEEKDAY}|(?:the |this |next |last )?"
    r"(?:week(?:end)?|month|fortnight|year)|(?:the )?(?:next|last|past|coming)?\s*(?:\w+) (?:days?|weeks?|months?)"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december))"
)
DAYS = re.compile(rf"(?:(?:by|until|till|on|in|within|for|this|next|the)\s+)*{DAY}\b", re.IGNORECASE)
PERSON = re.compile(
    r"my (?:son|daughter|wife|husband|partner|mother|mum|mom|dad|father|sister|brother|friend|flatmate|boyfriend"
    r"|girlfriend|kid|boy|girl|gran|grandma|grandpa|mother-in-law)\b|(?-i:[A-Z][\w-]+)(?:'s)?",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"(?:(?:just|only|all|the)\s+)*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|myself|me|us|both)"
    r"(?: of us)?(?:\s+(?:people|persons?|guests|portions|servings|eaters|adults|kids))?(?![\w.,]*\d)\b",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"[€$£]?\s?\d+(?:[.,]\d\d?)?(?:\s?(?:€|\$|£|euros?|dollars?|pounds?|quid|bucks|eur))?", re.IGNORECASE
)
MEAL = re.compile(rf"(?:{KINDS}|dinner|lunch|supper|brunch|tea|meal|bake|main|starter)s?\b", re.IGNORECASE)
DIET = re.compile("|".join(map(re.escape, DIETS)), re.IGNORECASE)
UNITS = frozenset(
    {"g", "gram", "kg", "kilo", "ml", "l", "litre", "liter", "cup", "tablespoon", "teaspoon", "tbsp", "tsp", "oz"}
    | {"ounce", "pound", "lb", "pint", "quart", "stick", "dl", "cl"}
)
