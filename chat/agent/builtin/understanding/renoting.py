"""A note set right: “Bob's birthday is on 4 May”, “sorry, 5 May”."""

import re

from chat.agent.builtin.wish import Wish

SMALL = re.compile(r"(?:with|without|in|on|at|for|to|from|by|before|after|only|not|every|until)\b", re.IGNORECASE)
WORDS = re.compile(r"[\w'%-]+")
# What is a sentence of its own, or another wish.
OTHERWISE = re.compile(
    r"(?:that|this|it|i|we|you|they|there|wrong|right|never|stop|nothing|none|all|ok|fine|good|what|which|who|how|where"
    r"|when|why|if|is|are|do|does|don't|can|could|should|add|put|buy|show|open|find|use|get|give|tell|make|cook|remove"
    r"|delete|forget|remember|note|leave|undo|cancel|wait|please|yes|no|thanks?|help|need|have|let's|take)\b"
    r"|[\w]+'(?:s|re|m|ll|ve)\b(?! \w)",
    re.IGNORECASE,
)
# What is set right has few words; more is a note of its own.
LONGEST = 5


def renoted(before: Wish, rest: str) -> Wish | None:
    """The note with what was meant in the place of what was said."""
    note, said = str(before.get("text")), [word.casefold() for word in WORDS.findall(rest)]
    if not note or not said or len(said) > LONGEST or OTHERWISE.match(rest):
        return None
    words = list(WORDS.finditer(note))
    text = _by_neighbour(note, words, said, rest) or _by_kind(note, words, said, rest)
    return before.but(text=text) if text else None


def _by_neighbour(note: str, words: list[re.Match[str]], said: list[str], rest: str) -> str:
    """“4 May”, “5 May”: as many words, one of them the same at the same place."""
    for at in range(len(words) - len(said), -1, -1):
        there = [one[0].casefold() for one in words[at : at + len(said)]]
        if len(said) > 1 and there != said and any(a == b for a, b in zip(there, said, strict=True)):
            return _put(note, words[at].start(), words[at + len(said) - 1].end(), rest)
    return ""


def _by_kind(note: str, words: list[re.Match[str]], said: list[str], rest: str) -> str:
    """A figure for a figure, a name for a name, else the end: what was said last is what was wrong."""
    if rest.isdigit():
        alike = [one for one in words if one[0].isdigit()]
    elif rest[:1].isupper() and len(said) == 1:
        alike = [one for one in words[:1] if one[0][:1].isupper() and one[0] not in {"I", "My", "Our", "The", "We"}]
    else:
        alike = words[2:][-1:]
    if len(alike) != 1:
        return ""
    begins = SMALL.match(rest)
    same = [one for one in words if begins and one[0].casefold() == begins[0].casefold()]
    one = (same or alike)[-1]
    return _put(note, one.start(), words[-1].end() if same else one.end(), rest)


def _put(note: str, start: int, end: int, rest: str) -> str:
    return f"{note[:start]}{rest}{note[end:]}"
