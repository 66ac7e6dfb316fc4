"""A message without its politeness, and cut into the wishes that it holds."""

import re
import unicodedata

from chat.agent.builtin.lexicon import any_of, phrases
from chat.agent.builtin.understanding.days import WEEKDAY

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "´": "'", "`": "'", "…": ".", "–": "-", "—": "-"})
# What people say before and behind what they want; the rest of it stands in lexicon/leads.txt and trails.txt.
LEADS = re.compile(
    rf"""(?:
    (?:can|could|would|will)\ you\ (?:please\ |kindly\ |maybe\ |quickly\ |just\ )*
        (?!do\b|help\b|cook\b|eat\b|drink\b|have\b|speak\b|read\b|see\ my\b|order\b
        |re-?(?:heat|freeze)\b|freeze\ (?!(?:the|my|our|it|them|that|those|this|these|some|half|all)\b|\d))
    | (?:{any_of(phrases("leads"))})(?![\w'-]) | (?:please\ )?tell\ me(?=[,\ ])
    | remind\ me(?=\ (?:what|who|when|where|how|which)\b)
    | (?:please\ )?(?:check|see|look|find\ out)(?=\ (?:if|whether|how|what|when|where|which)\b)
    | for\ (?:the\ |this\ |next\ )?(?:{WEEKDAY}|tomorrow|tonight|today|weekend|week)
        (?:'s\ \w+|\ (?:night|evening|morning|dinner|lunch))?,?
        (?=\ (?:(?:i|we)(?:'ll|'d)?\ (?:also\ |still\ )?(?:need|want|have\ to\ (?:buy|get))|buy|add|put|get|stick)\b)
    | do\ you\ know(?=\ (?:how|what|if|whether|who|where|when))
    )[,.!:;]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
TRAILS = re.compile(
    rf"(?:[\s,]+(?:{any_of(one for one in phrases('trails') if one[0] != ',')})"
    rf"|\s*,\s*(?:{any_of(one[2:] for one in phrases('trails') if one[0] == ',')}))\s*$",
    re.VERBOSE | re.IGNORECASE,
)
ENDS = " \t\n?!.,;:"
# A wish begins with one of these; "and" before it parts two wishes.
STARTS = re.compile(
    r"""(?:(?:i|we|he|she|they|(?-i:[A-Z][a-z]+))(?:'ve|\ have|\ has)?\ (?:just\ |also\ |already\ )?)?
    (?:used|ate|eaten|drank|finished|threw|thrown|tossed|binned|chucked|bought|got|picked\ up|froze|moved|took
    |dropped|cooked
    |add|put|buy|get|move|freeze|defrost|thaw|remove|delete|tick|check\ off|cross|take|(?:split|divide
    |share)(?!\ (?:it|that|this)\b)|throw|toss|bin(?!\ (?:bags?|liners?)\b)|discard
    |trash|ditch|log|set|compare|remember|forget|import|cook|make|tell|give|note|write|correct|update
    |have\ (?:we|i)|any|where's|what's|how's
    |something|show|open|find|scale|convert|use(?!\ by\b)|list|what|which|how|where
    |when|who|do\ (?:we|i)|is|are|can\ (?:i|we)|need
    |we\ need)\b
    (?!'?s?\ (?:it|them|that|those|these)\ (?:in|into|to|on|onto|away)\b
        (?!\ (?:the\ |my\ |our\ )?(?:shopping\ |grocery\ )?list))""",
    re.VERBOSE | re.IGNORECASE,
)
# What says nothing where it stands alone beside something else.
ALONE = frozenset({"also", "and", "then", "so", "but", "well", "ok", "if not", "if so", "oh"})
SENTENCES = re.compile(r"(?<=[.!?;])\s+|\s*\n+\s*")
# What stands before the wish that it is a condition of.
CONDITION = re.compile(r"(?:and |but |so )?if\b[^,]*$", re.IGNORECASE)
JOINTS = re.compile(
    r"(?:\s*[,;]\s*(?:(?:and|then|but)\s+)?(?:also\s+|then\s+)?|\s+(?:and|then|but|plus)\s+(?:also\s+|then\s+)?"
    r"|\s+so\s+(?:please\s+)?(?=(?:add|put|note|write)\s+(?!it\b|them\b|some\b|that\b)))",
    re.IGNORECASE,
)


def straight(text: str) -> str:
    """One line a line, plain quotes, no invisible signs."""
    plain = unicodedata.normalize("NFC", text).translate(STRAIGHT)
    shown = "".join(sign for sign in plain if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf"})
    return "\n".join(" ".join(line.split()) for line in shown.splitlines()).strip()


def bare(clause: str) -> str:
    """Without what is said around a wish; a message that is nothing but politeness stays as it is."""
    text = clause.strip(ENDS)
    while (found := LEADS.match(text)) and (rest := text[found.end() :].strip(ENDS)):
        text = rest
    while (found := TRAILS.search(text)) and (rest := text[: found.start()].strip(ENDS)):
        text = rest
    return text


def clauses(text: str) -> list[str]:
    """The wishes of a message, each bare."""
    return [clause for _raw, clause in raw_clauses(text)]


def raw_clauses(text: str) -> list[tuple[str, str]]:
    """The wishes of a message, each as it was said and bare."""
    parts = [part for sentence in sentences(text) for part in parted(sentence)]
    found = [(part.strip(), clause) for part in parts if (clause := bare(part))]
    return [one for one in found if one[1].casefold() not in ALONE] or found[:1]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in SENTENCES.split(straight(text)) if sentence.strip()]


def parted(sentence: str) -> list[str]:
    """A sentence cut where a joint is followed by the beginning of another wish."""
    parts, start = [], 0
    for joint in JOINTS.finditer(sentence):
        behind = sentence[start : joint.start()]
        if behind and not CONDITION.match(behind) and STARTS.match(sentence, joint.end()):
            parts.append(sentence[start : joint.start()])
            start = joint.end()
    return [*parts, sentence[start:]]
