"""A stretch of blocks that was found to be the ingredients or the steps."""

import re
from dataclasses import dataclass

from recipes.importers.blocks import Block
from recipes.importers.draft import Section

AMOUNT = re.compile(
    r"^\W*(?:(?:ca|about|approx|circa|etwa|ungefähr)\W+)?"
    r"(?:\d|[½¼¾⅓⅔⅛]|(?:an?|one|two|three|half|ein|eine|einen|zwei|drei|une?|un|una|uno|één|een|en|et|ett)\s"
    r"|(?:pinch|dash|handful|salt|pepper|prise|etwas|sel|sal|sale|zout|salz|sůl|sól|só)\b)",
    re.IGNORECASE,
)
# A time, a date, a bare number.
NO_AMOUNT = re.compile(
    r"^[\d\s.,:/–-]+(?:(?:min|minut\w*|mins?|h|hrs?|hours?|std|stunden?|uur|uren|timer?|heures?|horas?|ore?|kcal|%)\.?)?\W*$",
    re.IGNORECASE,
)
# The number of a step.
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+[^\W\d]")
# In scripts that write the amount last, it is a short line that ends with one.
EASTERN = re.compile(r"(?=.*[\u3040-\u9fff\uac00-\ud7af]).{1,40}(?:\d|大さじ|小さじ|適量|少々|약간)[^。！!]{0,14}")
LONGEST_INGREDIENT = 220
# A page repeats its headings a few times at most; and no part of a recipe has more blocks.
MOST_HEADINGS, LONGEST_PART = 12, 600
# The level of a heading that is none.
NO_HEADING = 9


@dataclass(frozen=True)
class Part:
    """Sections that were found from block `start` up to before `end`."""

    start: int
    end: int
    sections: list[Section]
    first: Block

    def lines(self) -> list[str]:
        return [line for section in self.sections for line in section.lines]


def looks_measured(line: str) -> bool:
    return (
        bool(AMOUNT.match(line) or EASTERN.fullmatch(line))
        and len(line) <= LONGEST_INGREDIENT
        and not NO_AMOUNT.match(line)
        and not NUMBERED.match(line)
    )
