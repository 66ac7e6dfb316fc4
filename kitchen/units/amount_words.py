"""Words and signs that stand in an amount beside its numbers and units."""

import re

GAP = re.compile(r"[ \t]*")
TO = re.compile(r"(?:-|-?[ \t]+)(?:to|or|bis|oder|do|lub|à|ou|a|o)[ \t]+|[ \t]*[-–—‒~][ \t]*", re.IGNORECASE)
TIMES = re.compile(r"[ \t]*[x×✕*](?![^\W\d_])[ \t]*", re.IGNORECASE)
# What stands between a number and its unit: a gap, or the hyphen of "14-ounce".
PLUS = re.compile(r"[ \t]*(?:,?[ \t]*plus[ \t]+|\+[ \t]*|(?:and|&|und|et|y|i)[ \t]+)?", re.IGNORECASE)
EITHER = re.compile(r"\b(?:or|oder|lub|ou|o)\b", re.IGNORECASE)
ADDED = re.compile(r"plus|\+", re.IGNORECASE)
BEFORE_UNIT = re.compile(r"[ \t]*[-‐‑–]?[ \t]*")
HOW_WORDS = (
    r"very|good|generous|large|big|medium|medium-size|medium-sized|small|little|tiny|fat|thick|thin|heaped|heaping"
    r"|rounded|scant|level|lightly|firmly|loosely|packed|whole|full|lg|md|sm|extra|short|long|mini|plump|round"
    r"|[a-z]{3,8}-sized?|(?:inch|cm)-(?:thick|long|wide)"
    r"|großer?|große[ns]?|kleine[rns]?|gehäufte[rn]?|gestrichene[rn]?|geh|gestr|duż[aey]|dużych|mał[aey]|małych"
    r"|grosse?s?|petite?s?|grande?s?|pequeñ[oa]s?"
)
# How full, thick or large the unit is: "heaped", "small".
HOW = re.compile(rf"(?:(?:{HOW_WORDS})\.?[ \t-]+)+", re.IGNORECASE)
ABOUT = re.compile(
    r"(?:[~≈]|(?:about|approximately|approx\.?|around|roughly|each|ca\.?|circa|etwa|około|ok\.|environ)(?=[\s\d]))"
    r"[ \t]*",
    re.IGNORECASE,
)
# "clove-studded" is no clove.
COMPOUND = re.compile(r"-[^\W\d_]")
THICK = re.compile(r"[ -](?:thick|long|wide)(?!\w)", re.IGNORECASE)
SLASH = re.compile(r"[ \t]*/[ \t]*(?:about[ \t]+)?", re.IGNORECASE)
OR = re.compile(r"[ \t]+or[ \t]+", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]|['’]")


def past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the text goes on behind what may stand there."""
    match = pattern.match(text, at)
    return match.end() if match else at
