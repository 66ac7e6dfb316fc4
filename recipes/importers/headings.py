"""The words above the parts of a recipe, in the languages of its pages."""

import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"

BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
NUMBERED = re.compile(r"\(.*?\)|\[.*?\]|[^\W\d_]*\d.*$")
STEP = re.compile(r"(?:step|schritt|étape|etape|paso|passo|krok|stap|trin|steg|fase)\s*\d+\W*", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[^\w]+|_")
# For how many it is, and nothing else.
SERVINGS = re.compile(
    r"\W*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:servings?|portion(?:s|en|er)?|people|persons?|personen|personnes?|personas?"
    r"|pessoas?|porciones|porções|porção|raciones|porzioni|persone|personer|porcj[ei]|porc[eí]|porcie|adag|fő(?:re)?|doses?(?:/s)?"
    r"|порци[ийя]|porcija|porcije|人分|人份|인분)\W*",
    re.IGNORECASE,
)
LONGEST = 70
# What may stand after the word: "Zutaten für 4 Personen", "Ingredients for the cake", "Ingredients (serves 4)".
FOLLOWING = {
    "for", "für", "pour", "para", "per", "voor", "til", "på", "na", "pro", "pre", "za", "для", "serves", "x",
    "4", "a",
}  # fmt: skip


@cache
def _known(which: str) -> frozenset[str]:
    told = (WORDS / f"{which}.txt").read_text(encoding="utf-8")
    return frozenset(NOT_LETTERS.sub(" ", word).strip() for word in told.replace("\n", "|").split("|") if word)


def kind(text: str, *, prominent: bool = False) -> str:
    """Whether a line is a heading: "ingredients", "steps", "end", "facts", or nothing. Of what stands out as
    a heading already, the beginning or a single word is enough.
    """
    if not text or len(text) > LONGEST:
        return ""
    told = text.replace("'", "").replace("’", "").casefold()
    whole, bare = (NOT_LETTERS.sub(" ", one).strip() for one in (BRACKETS.sub("", told), NUMBERED.sub("", told)))
    if SERVINGS.fullmatch(told):
        return "facts"
    for which in ("ingredients", "steps", "end", "facts"):
        # "About" ends a recipe, "about 2 cups" does not.
        if whole in _known(which) or (which != "end" and bare in _known(which)):
            return which
    first, _space, after = bare.partition(" ")
    if after.partition(" ")[0] in FOLLOWING:
        for which in ("ingredients", "steps"):
            if first in _known(which):
                return which
    return _by_a_word(whole) if prominent else ""


def subject(text: str) -> str:
    """What the ingredients or steps are of: "sauce" of "Ingredients for the sauce"."""
    words = text.strip(" :").split()
    after = next((at for at, word in enumerate(words) if word.casefold() in FOLLOWING), len(words))
    rest = " ".join(words[after + 1 :])
    return "" if re.search(r"\d", rest) else rest


def _by_a_word(whole: str) -> str:
    words = set(whole.split())
    if STEP.match(whole):
        return ""
    if whole.startswith(tuple(_known("steps_begin"))):
        return "steps"
    if words & {"ingredients", "zutaten", "ingrédients", "ingredientes", "ingredienti", "ingrediënten"}:
        return "ingredients"
    if words & _known("end_words"):
        return "end"
    return "steps" if words & {"instructions", "directions", "zubereitung", "anleitung", "steps"} else ""
