"""What a message wants: words in, wishes out. Knows no database; what is named is looked up by the tools.

In layers: written out (`wording`), taken whole where it is one thing (an address, a recipe, a bill), cut into clauses
(`text`), and each clause read by what was said before (`following`, `elliptic`), by patterns, by patterns once slips
are mended, and at last by what its words weigh (`weighing`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chat.agent.builtin.understanding import (
    ahead,
    arrivals,
    comparing,
    degrees,
    general,
    going_off,
    in_stock,
    knowing,
    money,
    movements,
    noting,
    pantry,
    safety,
    scaling,
    shopping,
    standing_in,
)
from chat.agent.builtin.understanding.agreeing import answered
from chat.agent.builtin.understanding.alike import CERTAIN, LIKELY, alike, means_money, nearest, outweighed
from chat.agent.builtin.understanding.asking import is_question
from chat.agent.builtin.understanding.beyond import early_topic
from chat.agent.builtin.understanding.completing import completed, spoken_of
from chat.agent.builtin.understanding.cooking import read_question
from chat.agent.builtin.understanding.dictating import told_recipe
from chat.agent.builtin.understanding.dishes import LOOSE, SWAPPED
from chat.agent.builtin.understanding.dishes import PATTERNS as COOKING
from chat.agent.builtin.understanding.elliptic import elliptic
from chat.agent.builtin.understanding.following import agreed, follow
from chat.agent.builtin.understanding.guarding import guarded, is_named
from chat.agent.builtin.understanding.joining import denied, join
from chat.agent.builtin.understanding.leaning import CHOSEN, LATE_REASON, is_reason, leaning
from chat.agent.builtin.understanding.mending import mended
from chat.agent.builtin.understanding.pattern import first
from chat.agent.builtin.understanding.telling import set_right, told
from chat.agent.builtin.understanding.text import bare, clauses, raw_clauses, sentences, straight
from chat.agent.builtin.understanding.things import PRONOUNS
from chat.agent.builtin.understanding.unread import bare_things, otherwise
from chat.agent.builtin.understanding.weighing import weighed
from chat.agent.builtin.understanding.wording import worded
from chat.agent.builtin.wish import Memory, Wish

__all__ = ["bare", "clauses", "read_clause", "straight", "understand"]

# The order decides: what is narrow comes before what would also fit.
NARROW = (
    *general.TALK,
    *money.NARROW,
    *noting.PATTERNS,
    *general.PATTERNS,
    *general.EATS,
    *going_off.PATTERNS,
    *ahead.PATTERNS,
    *knowing.PATTERNS,
    *standing_in.PATTERNS,
    *safety.PATTERNS,
    *comparing.PATTERNS,
    *(one for one in movements.PATTERNS if one.kind == "take_out"),
    *movements.MADE_OF,
    *shopping.NARROW,
    *pantry.NARROW,
)
WIDE = (*shopping.PATTERNS, *pantry.BEFORE, *movements.PATTERNS, *in_stock.PATTERNS, *shopping.LOOSE)
WHOLE = (
    *(one for one in (*standing_in.PATTERNS, *safety.PATTERNS, *comparing.PATTERNS) if one.kind != "suits"),
    *scaling.WHOLE,
    *SWAPPED,
    *(one for one in shopping.NARROW if one.kind == "tick"),
)
# What somebody says that was done: as a question it asks, and changes nothing.
DONE = frozenset({"add", "use", "waste", "gone", "correct", "cooked", "remember", "put"})
# Where people speak so of the list, nothing came home.
ON_LIST = frozenset({"list_add", "list_missing", "tick", "remove", "show_list"})
NONE = (
    r"(?:if not|if (?:we|i|there)(?:'re| are| am|'s| is)? (?:don't have|do not have|haven't "
    r"got|haven't|have no|out of|isn't|aren't|is no|are no|no|not)"
    r"(?: (?:got |have )?(?P<what>(?!any\b,|it\b|them\b)[\w' -]+?))??(?: left| any| it| them"
    r"| enough| at home| here| any more)*|if (?:none|it's (?:empty|gone|out)|(?:it|they)(?:'s"
    r"|'re)? (?:isn't|aren't|not) (?:there|here)))"
)
IF_NONE = re.compile(
    rf"(?:and |but |so )?{NONE}(?:,|:| then| (?=(?:put|add|buy|get|write)\b))\s*(?:then )?", re.IGNORECASE
)
IF_NONE_BEHIND = re.compile(rf",?\s+{NONE}[.!]*$", re.IGNORECASE)
ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instructions?|rules|prompt|guidelines)\b"
    r"|\bsystem (?:override|prompt)\b|\byou are now\b|\bjailbreak\b|\bdeveloper mode\b|\brepeat after me\b|<script"
    r"|\bwithout (?:asking|approval|confirmation|my consent)\b",
    re.IGNORECASE,
)
MENDED, TOLD = 0.9, 0.8
# Letters that nobody types without a comma or a full stop; reading them takes the square of their number.
BREATHS, LONGEST_BREATH = re.compile(r"[,;:.!?\n]"), 1_000
POLITE = frozenset({"hello", "thanks", "bye", "fine"})
NAMED = ("what", "words", "food", "recipe", "about", "note")


def understand(text: str, memory: Memory, people: Sequence[str] = ()) -> list[Wish]:
    """The wishes of a message. Politeness beside a wish is no wish."""
    if whole := noting.addressed(text) or told_recipe(text, memory) or endless(text):
        return [whole]
    plain = arrivals.headed(worded(text, people))
    if said := answered(plain):
        return [agreed(said, memory)]
    if not ORDERS.search(plain) and (note := noting.said_for_all(plain)):
        return [note]
    if (means_money(plain) or money.means_bill(plain)) and (shared := money.read_message(plain, memory)):
        return shared
    if ORDERS.search(plain):
        return [Wish("beyond", {"topic": "orders"})]
    wishes: list[Wish] = []
    prior = ""
    for raw, clause in whole_or_parts(plain):
        if wishes and (meant := set_right(raw, clause, wishes[-1], memory)):
            wishes[-1] = meant
            continue
        if wishes and is_reason(clause, wishes[-1]):
            continue
        for one in spread(under_condition(clause, memory, raw)):
            wish = completed(denied(one, clause), clause, memory)
            join(wishes, guarded(wish, clause), clause, prior)
            memory = spoken_of(wish, memory)
        prior = clause
    unsaid = POLITE | {"unknown"} if any(wish.kind == "help" for wish in wishes) else POLITE
    real = [wish for wish in wishes if wish.kind not in unsaid]
    return real or wishes[:1] or [Wish("unknown", {"text": ""})]


def endless(text: str) -> Wish | None:
    return Wish("unknown", {"text": ""}) if any(len(one) > LONGEST_BREATH for one in BREATHS.split(text)) else None


def under_condition(clause: str, memory: Memory, raw: str) -> Wish:
    """“If not, put them on the list”: only where there is none."""
    found = IF_NONE.match(raw.strip()) or IF_NONE_BEHIND.search(raw.strip())
    if not found:
        return read_clause(clause, memory, raw)
    rest = bare(raw.strip()[: found.start()] or raw.strip()[found.end() :])
    wish = read_clause(rest, memory, rest)
    about = re.sub(r"^(?:any|some|enough|the)\s+", "", (found["what"] or "").strip())
    return wish.but(
        unless_there=True, **({"items": [about]} if about and wish.kind == "list_add" and not wish.get("items") else {})
    )


def whole_or_parts(text: str) -> list[tuple[str, str]]:
    """The clauses of a message; a sentence that means one thing as a whole ("no eggs, what instead?") stays whole."""
    found: list[tuple[str, str]] = []
    for sentence in sentences(text):
        whole = bare(sentence)
        is_one = first(whole, WHOLE) or ("," in whole and first(mended(whole), WHOLE))
        found += [(sentence, whole)] if is_one else raw_clauses(sentence)
    return found


def read_clause(clause: str, memory: Memory, raw: str = "") -> Wish:
    """One clause; `raw` is the same with the words before it that say nothing by themselves."""
    better = mended(clause)
    near = nearest(better, mended(raw), memory)
    near = replace(near, wish=leaning(near.wish, better, memory)) if near else None
    for words, sure in ((better, MENDED if better != clause else 1.0), (clause, 1.0)):
        wish = follow(words, memory) or elliptic(mended(raw) if raw else words, words, memory)
        if not wish and (wish := read(words)) and outweighed(wish, near):
            wish = None
        wish = leaning(wish, words, memory) if wish else None
        if wish and not (wish.kind in DONE and is_question(raw)) and is_named(wish):
            return Wish(wish.kind, wish.slots, sure)
    near_by = alike(near, asked=is_question(raw))
    wish = None if is_question(raw) else told(better, memory)
    if (
        wish
        and wish.kind == "either"
        and near
        and near.wish.kind == wish.get("wishes")[0].kind
        and near.ahead >= LIKELY
    ):
        return Wish(near.wish.kind, wish.get("wishes")[0].slots, TOLD)
    if near_by and wish and wish.kind == "add" and near_by.kind in ON_LIST:
        return near_by
    if wish and not (wish.kind == "either" and near_by and near and near.ahead >= CERTAIN):
        return wish
    if near_by:
        return near_by
    return weighed(better) or bare_things(clause) or otherwise(clause)


def read(clause: str) -> Wish | None:
    if (late := LATE_REASON.search(clause)) and (wish := read(clause[: late.start()])) and wish.kind in CHOSEN:
        return wish
    if narrow := first(clause, arrivals.PATTERNS) or first(clause, degrees.PATTERNS):
        return narrow
    if topic := early_topic(clause):
        return Wish("beyond", {"topic": topic})
    found = (
        first(clause, NARROW)
        or first(clause, COOKING)
        or read_question(clause)
        or first(clause, WIDE)
        or first(clause, LOOSE)
    )
    return pointed(found) if found else None


def pointed(wish: Wish) -> Wish:
    """Without the names that only point at what was spoken of: the skills take that from memory."""
    kept = {
        key: value
        for key, value in wish.slots.items()
        if not (key in NAMED and isinstance(value, str) and value.casefold() in PRONOUNS)
    }
    return Wish(wish.kind, kept if len(kept) == len(wish.slots) else {**kept, "it": True}, wish.confidence)


def spread(wish: Wish) -> list[Wish]:
    """A wish about several things as one wish for each."""
    if "of" not in wish.slots:
        return [wish]
    rest = {name: value for name, value in wish.slots.items() if name != "of"}
    return [pointed(Wish(wish.kind, {**rest, **one})) for one in wish.slots["of"]] or [Wish(wish.kind, rest)]
