"""The forms in which a day is written, tried in this order."""

from pantry.parsing import days
from pantry.parsing.calendar_words import MONTH, SOON, SPAN, WEEKDAY, one_of
from pantry.parsing.date_words import IN, NEXT
from pantry.parsing.days import Reader, reader

YEAR = r"(?P<y>(?:19|20)\d\d)"
ANY_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?"
NAME = rf"(?P<month>{MONTH})\.?"
END_OF = r"(?:(?:the\s+)?end\s+of\s+|ende\s+|fin\s+|koniec\s+)?"
COUNT = r"(?P<count>\d{1,9}|[^\W\d_]{1,8})"
THIS_WAY = rf"(?:(?P<next>{one_of(NEXT.split())})\s+)?(?:this\s+|on\s+)?"
GREGORIAN = r"(?P<d>\d{1,2})(?P<sign>[./-])(?P<m>\d{1,2})"

FORMS: tuple[Reader, ...] = (
    reader(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", days.iso),
    reader(rf"{YEAR}[-/.](?P<m>\d{{1,2}})", days.month_of_year),
    reader(rf"{GREGORIAN}(?P=sign)\s?{ANY_YEAR}", days.digits),
    reader(rf"(?P<m>\d{{1,2}})\s?[./-]\s?{YEAR}", days.month_of_year),
    reader(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.", days.digits),
    reader(r"(?P<d>1[3-9]|2\d|3[01])/(?P<m>\d{1,2})", days.digits),
    reader(GREGORIAN, days.digits, alone=False),
    reader(rf"{DAY}\s*(?:of\s+|de\s+)?{NAME},?(?:\s*(?:de\s+)?{ANY_YEAR})?", days.named),
    reader(rf"{END_OF}{NAME},?\s*{YEAR}", days.named_month),
    reader(rf"{NAME}\s*{DAY}(?:,?\s*{YEAR})?", days.named),
    reader(rf"{END_OF}{NAME}", days.named_month, alone=False),
    reader(rf"{THIS_WAY}(?P<weekday>{WEEKDAY})\.?", days.weekday),
    reader(rf"(?P<soon>{SOON})", days.soon),
    reader(rf"(?:{one_of(IN.split())})\s+{COUNT}\s*(?P<span>{SPAN})", days.later),
    reader(rf"{COUNT}\s*(?P<span>{SPAN})", days.later, alone=False),
    reader(r"(?:the\s+)?end\s+of\s+(?:the\s+)?month", days.end_of_month),
)
