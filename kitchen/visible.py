"""Texts as people type and paste them, without the signs that nobody sees.

Control signs, direction marks, soft hyphens and fillers make two names look alike, turn a sentence around, or stand
for a name that is none. Joiners stay where they shape what is seen: in words of scripts that need them, in emoji.
"""

import re
import unicodedata

JOINERS = "\u200c\u200d"
KEPT = "\n\t" + JOINERS
# They are drawn, though Unicode counts them as format: signs that stand before numbers and names.
DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
# They have no form of their own, though Unicode counts them as letters, marks and signs.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Sign by sign; a flag with the few tags that say whose it is, as Scotland's, is one.
SIGNS = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f|.", re.DOTALL)
# Marks that ask for one form of the sign before them, and say nothing without one.
FORMS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
ODD = BLANK | FORMS


def visible(text: str) -> str:
    """What is to be seen of a text of several lines; "" where that is nothing."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if text.replace("\n", "").replace("\t", "").isprintable() and ODD.isdisjoint(text):
        return text
    shown = _joined([sign for sign in SIGNS.findall(text) if not _is_unseen(sign)])
    return shown if any(sign not in FORMS and not sign.isspace() for sign in shown) else ""


def one_line(text: str) -> str:
    """The same as one line, with one space between words."""
    return " ".join(visible(text).split())


def _is_unseen(sign: str) -> bool:
    if len(sign) > 1 or sign in KEPT or sign in DRAWN:
        return False
    return sign in BLANK or unicodedata.category(sign) in UNSEEN


def _joined(signs: list[str]) -> str:
    """Without the joiners that join nothing: one alone, and one beside a space or a plain letter, is a disguise."""
    ends = [" ", *signs, " "]
    shapes = [sign not in JOINERS or (_joins(ends[at]) and _joins(ends[at + 2])) for at, sign in enumerate(signs)]
    return "".join(sign for sign, stays in zip(signs, shapes, strict=True) if stays)


def _joins(sign: str) -> bool:
    return not sign.isascii() and sign not in JOINERS and unicodedata.category(sign[0])[0] in "LMS"
