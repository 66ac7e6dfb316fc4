"""A message without its politeness, and cut into the wishes that it holds."""

import re
import unicodedata

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "´": "'", "`": "'", "…": ".", "–": "-", "—": "-"})
# What people say before they say what they want.
LEADS = re.compile(
    r"""(?:
    please | pls | hey(?:\ there)? | hi(?:\ there)? | hello(?:\ there)? | good\ (?:morning|evening|afternoon)
    | ok(?:ay)? | alright | so | well | now | right | and | also | then | oh | ah | hmm+ | umm* | uh | cool | great
    | (?:dear\ )?kitchen | assistant | by\ the\ way | btw | quick\ question
    | (?:can|could|would|will)\ you\ (?:please\ |kindly\ |maybe\ |quickly\ )?(?!do\b|help\b|cook\b)
    | (?:i|we)(?:'d|\ would)\ like\ (?:you\ )?to | (?:i|we)\ want\ (?:you\ )?to | i'd\ love\ to | let'?s
    | let\ us | go\ ahead\ and
    | (?:please\ )?tell\ me(?=[,\ ]) | (?:i|we)(?:'d|\ would)\ like\ to\ know | do\ you\ know(?=\ (?:how|what
    |if|whether|who|where))
    | i\ (?:was\ )?wonder(?:ing)?(?:\ if)? | (?:do\ you\ )?remember\ to | don'?t\ forget\ to | remind\ (?:me|us)\ to
    )\b[,.!:]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)
TRAILS = re.compile(
    r"[\s,]*\b(?:please|pls|thanks(?: a lot)?|thank you(?: very much)?|thx|cheers|for me|if you can|"
    r"would you|ok(?:ay)?)\s*$",
    re.IGNORECASE,
)
ENDS = " \t\n?!.,;:"
# A wish begins with one of these; "and" before it parts two wishes.
STARTS = re.compile(
    r"""(?:(?:i|we|he|she|they|(?-i:[A-Z][a-z]+))(?:'ve|\ have|\ has)?\ (?:just\ |also\ |already\ )?)?
    (?:used|ate|eaten|drank|finished|threw|thrown|tossed|binned|chucked|bought|got|picked\ up|froze|moved|took
    |dropped|cooked
    |add|put|buy|get|move|freeze|defrost|thaw|remove|delete|tick|check\ off|cross|take|(?:split|divide
    |share)(?!\ (?:it|that|this)\b)|throw|toss|bin|discard
    |show|open|find|scale|convert|use|list|what|which|how|where|when|who|do\ (?:we|i)|is|are|can\ (?:i|we)|need
    |we\ need)\b
    (?!'?s?\ (?:it|them|that|those|these)\ (?:in|into|to|on|onto|away)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCES = re.compile(r"(?<=[.!?;])\s+|\s*\n+\s*")
JOINTS = re.compile(
    r"(?:\s*[,;]\s*(?:(?:and|then|but)\s+)?(?:also\s+|then\s+)?|\s+(?:and|then|but|plus)\s+(?:also\s+|then\s+)?)",
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
    found: list[str] = []
    for sentence in SENTENCES.split(straight(text)):
        found += parted(sentence)
    return [clause for part in found if (clause := bare(part))]


def parted(sentence: str) -> list[str]:
    """A sentence cut where a joint is followed by the beginning of another wish."""
    parts, start = [], 0
    for joint in JOINTS.finditer(sentence):
        if joint.start() > start and STARTS.match(sentence, joint.end()):
            parts.append(sentence[start : joint.start()])
            start = joint.end()
    return [*parts, sentence[start:]]
