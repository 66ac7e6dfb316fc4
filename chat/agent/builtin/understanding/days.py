"""Until when somebody asks: how many days from today."""

import re

from kitchen.units import read_number

USUAL = 3
WORDS = (
    (r"today|tonight|right now", 0),
    (r"tomorrow", 1),
    (r"(?:next|coming) (?:few|couple of) days|soon|next days", 3),
    (r"this weekend|the weekend|weekend", 4),
    (r"next week|(?:next|coming) (?:7|seven) days|this week|the week|a week|week", 7),
    (r"(?:next )?fortnight|two weeks", 14),
    (r"this month|a month|next month|month", 30),
)
COUNTED = re.compile(
    r"\b(?:in|within|next|coming|of|for)\s+(?:the\s+)?(?:next\s+)?(?P<count>[\w½]+)\s+(?P<unit>days?|"
    r"weeks?|months?)\b",
    re.IGNORECASE,
)
LENGTH = {"day": 1, "week": 7, "month": 30}


def days_in(text: str) -> int:
    if (found := COUNTED.search(text)) and (number := read_number(found["count"])):
        return int(number[0] * LENGTH[found["unit"].casefold().rstrip("s")])
    return next((days for words, days in WORDS if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), USUAL)
