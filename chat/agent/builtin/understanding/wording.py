"""A message in the words that the patterns know: what is written in a hurry is written out, names begin large."""

import re
from collections.abc import Sequence

from chat.agent.builtin.lexicon import any_of, pairs, phrases
from chat.agent.builtin.understanding.text import straight

SHORT = re.compile(rf"(?<![\w'/@])(?:{any_of(pairs('shorthand'))})(?![\w'])", re.IGNORECASE | re.VERBOSE)
FILLERS = re.compile(rf"(?<![\w'-])(?:{any_of(phrases('fillers'))})(?![\w'-])[,]?\s+", re.IGNORECASE | re.VERBOSE)
PLUS = re.compile(r"\s+(?:\+|&)\s+")
# "tell me what I can make" asks what "what can I make" asks.
TURNED = re.compile(r"\b(what|what else|which \w+) (i|we) (can|could|should|might|must)\b", re.IGNORECASE)
FOR_FOUR = re.compile(r"\b4 (?=(?:dinner|lunch|breakfast|tonight|tomorrow|me|us|\d)\b)", re.IGNORECASE)
ADDRESSED = re.compile(
    r"^@?kitchen\b[,:!]?\s+(?!rolls?\b|paper\b|towels?\b|foil\b|cleaner\b|bags?\b|scales?\b|sponges?\b)|(?<=\s)@kitchen\b\s*",
    re.IGNORECASE,
)
SIGNS = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+|(?<!\S)[:;]-?[)(DPp](?!\S)")

SPOT = r"(?:to|on|onto|in|into) (?:the |my |our )?(?:shopping list|list|stock|inventory|pantry|fridge|freezer|cupboard)"
# "add one onion to the stock and two leeks to the list" adds twice.
TWICE = re.compile(
    rf"\b(add|put|move) ((?:(?! and (?:add|put|move)\b)[^.?!])+? {SPOT}),? and ((?!(?:add|put|move)\b)[^.?!]+? {SPOT})",
    re.IGNORECASE,
)
# No word is so long, but for an address; reading one takes the square of its length.
ENDLESS = re.compile(r"(?<!\S)(?!\S*://)(\S{80})\S+")


def worded(text: str, people: Sequence[str] = ()) -> str:
    plain = ADDRESSED.sub("", SIGNS.sub(" ", straight(ENDLESS.sub(r"\1", text))))
    plain = PLUS.sub(" and ", FOR_FOUR.sub("for ", plain))
    plain = SHORT.sub(lambda found: pairs("shorthand")[found.group().casefold()], plain)
    plain = TURNED.sub(r"\1 \3 \2", plain)
    plain = TWICE.sub(r"\1 \2 and \1 \3", FILLERS.sub("", plain))
    return named_large(plain, people)


def named_large(text: str, people: Sequence[str]) -> str:
    """The first names of who lives here with a large letter, except where the name is also a common word."""
    firsts = {name.split()[0].casefold() for name in people if name.split()} - set(phrases("common"))
    if not firsts:
        return text
    names = re.compile(rf"\b(?P<name>{any_of(firsts)})(?P<of>s)?\b", re.IGNORECASE | re.VERBOSE)
    return names.sub(lambda found: found["name"][:1].upper() + found["name"][1:] + ("'s" if found["of"] else ""), text)
