"""Until when somebody asks: how many days from today."""

import re

from kitchen.units import read_number

USUAL = 3
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WORDS = (
    (r"years?|all time|ever|altogether|in total", 365),
    (r"today|tonight|right now", 0),
    (r"tomorrow", 1),
    (r"(?:next|coming) (?:few|couple of) days|soon|next days", 3),
    (r"this weekend|the weekend|weekend", 4),
    (r"next week|(?:next|coming) (?:7|seven) days|this week|the week|a week|week", 7),
    (r"(?:next )?fortnight|two weeks", 14),
    (r"this month|a month|next month|month", 30),
)
COUNTED = re.compile(
    r"\b(?:in|within|next|coming|of|for|last|past)\s+(?:the\s+)?(?:next\s+)?(?P<count>[\w½]+)\s+(?P<unit>days?|"
    r"weeks?|months?|years?)\b",
    re.IGNORECASE,
)
LENGTH = {"day": 1, "week": 7, "month": 30, "year": 365}
PASSED = re.compile(r"\b(?:expired|past (?:its|their|the)|out of date|already (?:off|bad)|overdue)\b", re.IGNORECASE)


def days_in(text: str) -> int:
    if (found := COUNTED.search(text)) and (number := read_number(found["count"])):
        return int(number[0] * LENGTH[found["unit"].casefold().rstrip("s")])
    if PASSED.search(text):
        return 0
    return next((days for words, days in WORDS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), USUAL)
