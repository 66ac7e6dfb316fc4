"""The normal form in which names of food are sorted, searched and compared."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
APOSTROPHE = re.compile(r"['’‘`´]")
# Letters that have no accent to take off.
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
IRREGULAR = {
    "leaves": "leaf",
    "loaves": "loaf",
    "halves": "half",
    "calves": "calf",
    "knives": "knife",
    "geese": "goose",
    "chillies": "chilli",
    "chilies": "chili",
    "cookies": "cookie",
    "brownies": "brownie",
    "smoothies": "smoothie",
    "pies": "pie",
    "brioches": "brioche",
    "quiches": "quiche",
    "avocadoes": "avocado",
}
SHORTEST = 4
# A word of these endings is not a plural.
SINGULAR_ENDS = ("ss", "us")
NO_PLURALS = frozenset({"haggis", "cassis", "pastis", "anis", "gas", "molasses", "swiss", "lens"})
# What stands before the "es" of a plural that adds it.
HISSING = ("ch", "sh", "ss", "x", "zz", "to", "go")


@lru_cache(maxsize=32_768)
def name_key(text: str) -> str:
    """Case, accents and punctuation off, each word in the singular, one space between words: "Crème fraîche" and
    "creme-fraiche" are the same, and so are "Tomatoes" and "tomato".
    """
    return " ".join(map(singular, plain_words(text)))


def plain_words(text: str) -> list[str]:
    """Its words with case, accents and punctuation off, in the number in which they stand."""
    if text.isascii():
        return WORD.findall(APOSTROPHE.sub("", text).lower())
    plain = unicodedata.normalize("NFKD", APOSTROPHE.sub("", text).casefold().translate(LETTERS))
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def singular(word: str) -> str:
    """By the rules of English; a word that is no plural stays as it is."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < SHORTEST or not word.endswith("s") or word.endswith(SINGULAR_ENDS) or word in NO_PLURALS:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("es") and word[:-2].endswith(HISSING):
        return word[:-2]
    return word[:-1]
