"""The forms in which a day is written, tried in this order."""

from pantry.parsing import days
from pantry.parsing.calendar_words import MONTH, SOON, SPAN, WEEKDAY, one_of
from pantry.parsing.date_words import IN, MONTHS, NEXT
from pantry.parsing.days import Reader, reader

YEAR = r"(?P<y>(?:19|20)\d\d)"
ANY_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?"
NAME = rf"(?P<month>{MONTH})\.?"
END_OF = r"(?:(?:the\s+)?end\s+of\s+|ende\s+|fin\s+|koniec\s+)?"
COUNT = r"(?P<count>\d{1,9}|[^\W\d_]{1,8})"
THIS_WAY = rf"(?:(?P<next>{one_of(NEXT.split())})\s+)?(?:this\s+|on\s+)?"
GREGORIAN = r"(?P<d>\d{1,2})(?P<sign>[./-])(?P<m>\d{1,2})"

# At the beginning of an entry these are things as well: two mars bars, a mai tai, three decaf.
LONGER = one_of(word for words in MONTHS.values() for word in words.split() if len(word) > 4)  # noqa: PLR2004
LONG_NAME = rf"(?P<month>{LONGER}|jan|feb|oct|nov|déc|dez|gru)\.?"
WEEKEND = r"weekend|week-end|wochenende|fin\s+de\s+semana"
OF_WEEK = r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week|ende\s+der\s+woche|koniec\s+tygodnia"
OF_MONTH = r"(?:the\s+)?end\s+of\s+(?:the\s+)?month|ende\s+des\s+monats|koniec\s+miesiąca|fin\s+(?:du\s+mois|de\s+mes)"

FORMS: tuple[Reader, ...] = (
    reader(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", days.iso, first=True),
    reader(r"(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])", days.iso, alone=False),
    reader(rf"{YEAR}[-/.](?P<m>\d{{1,2}})", days.month_of_year, first=True),
    reader(rf"{GREGORIAN}(?P=sign)\s?{ANY_YEAR}", days.digits, first=True),
    reader(rf"(?P<m>\d{{1,2}})\s?[./-]\s?{YEAR}", days.month_of_year, first=True),
    reader(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.", days.digits, first=True),
    reader(r"(?P<d>1[3-9]|2\d|3[01])/(?P<m>\d{1,2})", days.digits),
    reader(r"(?P<d>0[1-9]|1[0-2])/(?P<m>1[3-9]|[2-9]\d)", days.digits),
    reader(GREGORIAN, days.digits, alone=False),
    reader(rf"{DAY}\s*(?:of\s+|de\s+)?{LONG_NAME},?(?:\s*(?:de\s+)?{ANY_YEAR})?", days.named, first=True),
    reader(rf"{DAY}\s*(?:of\s+|de\s+)?{NAME},?(?:\s*(?:de\s+)?{ANY_YEAR})?", days.named),
    reader(rf"{END_OF}{NAME},?\s*{YEAR}", days.named_month),
    reader(rf"{NAME}\s*{DAY}(?:,?\s*{YEAR})?", days.named),
    reader(rf"{END_OF}{NAME}", days.named_month, alone=False),
    reader(rf"{THIS_WAY}(?P<weekday>{WEEKDAY})\.?", days.weekday),
    reader(rf"(?:{OF_WEEK}|{THIS_WAY}(?:le\s+|el\s+|am\s+)?(?:{WEEKEND}))", days.weekend),
    reader(rf"(?P<soon>{SOON})", days.soon),
    reader(rf"(?:(?:{one_of(IN.split())})\s+|\+\s?){COUNT}\s*(?P<span>{SPAN})", days.later),
    reader(rf"{COUNT}\s*(?P<span>{SPAN})", days.later, alone=False),
    reader(OF_MONTH, days.end_of_month),
    reader(YEAR, days.year, alone=False),
)
# Behind "best before", two digits and two digits are the month and the year that stand on tins.
ON_TINS = reader(
    r"(?P<d>0?[1-9]|1[0-2])[./-](?P<y>(?P<m>1[3-9]|[2-9]\d))(?![./-])", days.month_of_short_year, alone=False
)
