"""Packages of several: "6-pack of 330 ml", "2 x 6er", "pack of 6 eggs"."""

import re
from decimal import Decimal

from kitchen.units import read_unit

SAID = {"six": 6, "four": 4, "eight": 8, "ten": 10, "twelve": 12, "sechs": 6, "vierer": 4, "sechser": 6, "zehner": 10}
KINDS = r"(?:pack(?:ung)?|träger|karton|kasten|box|set|tray|stück)"
# Behind a plain blank only the numbers in which such packages are sold: "6 pack beer".
USUAL = "4|6|8|10|12|15|16|18|20|24|30|36|48"
MULTI = re.compile(
    rf"(?<![\w-])(?:(?P<times>\d{{1,3}})(?:\s?[x×]\s?|\s))?(?:"
    rf"(?P<er>[2-9]|\d\d{{1,2}})\s?-?er(?:[-\s]?{KINDS})?"
    rf"|(?P<pack>[1-9]\d{{0,2}})\s?[-‐–]\s?(?:packs?|pk|pak)|(?P<usual>{USUAL})\s(?:pack|pk|pak)"
    rf"|(?P<said>{'|'.join(SAID)})[-\s]?{KINDS}s?"
    r"|(?:pack(?:et|ung)?|box|lot|case|tray|paquet|packung|paquete|caja|opakowanie|zgrzewka)"
    r"\s(?:of|à|mit|de|con|von|po)\s(?P<of>[1-9]\d{0,2})"
    r")(?!\w)(?:\s(?:of|à|mit|de|con|von|aus))?",
    re.IGNORECASE,
)
# "Pack of 400 g ham": the package says no more than the amount does.
PACK_OF = re.compile(
    r"(?:an?\s|une?\s|eine?\s|una\s)?(?:pack(?:et|ung)?|box|bag|jar|tin|can|bottle|carton|tub|case|paquet|paquete)"
    r"\s(?:of|mit|à|de|con)\s(?=\d)",
    re.IGNORECASE,
)


def take_packs(text: str) -> tuple[str, Decimal | None]:
    """The text without the word for such a package, and how many things are in all of them."""
    for match in MULTI.finditer(text):
        groups = match.groupdict()
        if groups["of"] and read_unit(text, match.end("of") + (text[match.end("of") : match.end("of") + 1] == " ")):
            continue
        count = next((int(groups[name]) for name in ("er", "pack", "usual", "of") if groups[name]), 0)
        count = count or SAID[str(groups["said"]).casefold()]
        rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip(" -,")
        if count and re.search(r"[^\W\d_]", rest):
            return rest, Decimal(count * int(groups["times"] or 1))
    return PACK_OF.sub("", text, count=1) if PACK_OF.match(text) else text, None
