"""Amounts that nobody counts: "some rice", "half a jar of pesto", "a little flour"."""

import re
from decimal import Decimal

from pantry.matching import match

SOME = (
    r"some|a\s+few|few|several|lots\s+of|plenty\s+of|etwas|ein\s+paar|einige|trochę|kilka|quelques|algun[oa]s|un[oa]s"
    r"|varios|varias"
)
LITTLE = (
    r"a\s+(?:little(?!\s+gem)|(?:little\s+)?bit)(?:\s+of)?|(?:ein\s+)?(?:wenig|bisschen)|odrobin[aęy]|un\s+peu\s+(?:de|d['’])"
    r"|un\s+poco\s+de"
)
HALF = r"half\s+(?:of\s+)?(?:the|my|our)|die\s+hälfte\s+(?:vom|der|des)|la\s+moitié\s+(?:de|du)|la\s+mitad\s+del?"
BEFORE = re.compile(rf"(?:(?P<some>{SOME})|(?P<little>{LITTLE})|(?P<half>{HALF}))\s+(?:of\s+)?(?=\S)", re.IGNORECASE)
AFTER = re.compile(
    r"[\s,(]+(?:(?P<half>half[\s-](?:full|empty|left|gone)|halb\s?(?:voll|leer))"
    r"|(?P<little>(?:almost|nearly)\s+(?:empty|gone|finished)|a\s+(?:little|bit)\s+left|running\s+low|fast\s+leer)"
    r"|(?P<some>some\s+left))\)?[\s.!]*$",
    re.IGNORECASE,
)


def rough_before(text: str) -> tuple[str, str] | None:
    """The text without such words at its beginning, and "some", "half" or "little"."""
    match = BEFORE.match(text)
    return (text[match.end() :].strip(), match.lastgroup or "") if match else None


def rough_after(text: str) -> tuple[str, str] | None:
    """The same for the end of the text."""
    match = AFTER.search(text)
    return (text[: match.start()].strip(), match.lastgroup or "") if match else None


def rough_share(number: Decimal, rest: str) -> bool:
    """Whether half of this is half of what is left of it: half a lemon can be counted, half basmati rice cannot."""
    if number != Decimal("0.5"):
        return False
    food = match(rest).food
    return food is not None and food.usual_unit != "piece" and food.piece_weight is None
