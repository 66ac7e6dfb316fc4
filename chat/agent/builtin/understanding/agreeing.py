"""Yes, no and "take it back": how people agree, refuse and regret, however many words they make of it."""

import re

from chat.agent.builtin.lexicon import any_of, phrases
from chat.agent.builtin.understanding.text import straight
from chat.agent.builtin.wish import Wish

GAP = r"[\s,.!;:-]+"
OH = rf"(?:{any_of(phrases('oh'))})"
WHAT = (
    r"(?:that|it|this|them|the|my|your|our|last|previous|latest|one|change|changes|thing|step|action|entry|everything|"
    r"all|of|again|you|what|just|did|i|said|order|move|whole|lot)"
)
REGRET = (
    rf"(?:undo|revert|take\ back|roll\ back|reverse|reset)(?:\ {WHAT})*|"
    rf"(?:take|put|bring|change|set|roll|turn|give)(?:\ {WHAT})+\ back"
    r"(?:\ (?:to\ )?(?:how|as|what|like|the\ way)\ it\ was)?"
    r"|(?:remove|delete|take|cross|strike|drop|put)\ (?:that|it|this|them)\ (?:(?:off|out|away|down|back)\ )?again"
    r"|(?:that|this|it)\ was\ (?:wrong|a\ mistake|my\ mistake|not\ right|an?\ (?:error|accident)|by\ accident)"
    r"|i\ did(?:n't|\ not)\ mean\ (?:that|it|to|to\ do\ that)|my\ mistake|my\ bad|wrong\ button"
)


def made_of(words: str, before: str = "") -> re.Pattern[str]:
    """A message of such phrases alone, with breaths between them. So many at most: several are made of others, and
    a hundred of them could be parted in more ways than there is time to try.
    """
    breath = rf"(?:{OH}|{before})" if before else OH
    several = rf"(?:{breath}{GAP}){{0,4}}(?:{words})(?:{GAP}(?:{words}|{OH})){{0,6}}[\s.!?]*"
    return re.compile(several, re.IGNORECASE | re.VERBOSE)


YES = made_of(any_of(phrases("yes")))
NO = made_of(any_of(phrases("no")))
UNDO = made_of(REGRET, any_of(phrases("no")))


def answered(text: str) -> Wish | None:
    """The wish of words that only agree, refuse or regret."""
    words = straight(text).strip(" .!?,")
    for kind, expression in (("undo", UNDO), ("no", NO), ("yes", YES)):
        if expression.fullmatch(words):
            return Wish(kind)
    return None
