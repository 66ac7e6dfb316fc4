"""What a page and its socket say to each other.

The page connects to `/h/<code>/live/?since=N`, N being the number it was drawn at, and may ask `{"since": N}` at any
time. The socket sends `{"from", "number", "html", "kinds"}`: what brings a page at number `from` to `number`; always
once after connecting and after being asked, so that a page knows whether its socket lives. A page whose own number is
below `from` has missed a message and asks; it loads itself again on `{"reload": true}` and on the code GONE.
"""

import re

# Seconds between two messages: the first of a burst is told at once, the others together.
BREATH = 0.1
NOT_UNDERSTOOD, GONE, BROKEN = 4400, 4404, 4500
ASKED = re.compile(r'(?:since=|\{"since": ?)(\d{1,18})\}?')


def asked_for(text: str) -> int | None:
    """The number in a query string or message; None in anything else."""
    found = ASKED.fullmatch(text)
    return int(found[1]) if found else None
