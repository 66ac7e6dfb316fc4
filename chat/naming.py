"""Words in what people write that mean something: who is spoken to, and what a conversation is about."""

import re

from kitchen.visible import one_line

ADDRESS = re.compile(r"(?<![\w@.])@kitchen\b[,:]?\s*", re.IGNORECASE)
LONGEST_TITLE, MOST_WORDS = 60, 5
SENTENCE = re.compile(r"(?<=[.?!])\s+")
# What people say before they say what they want.
LEADING = re.compile(
    r"^(?:(?:hi|hello|hey|ok|okay|please|so|well|just|also)\b[ ,]*)*"
    r"(?:(?:can|could|would|will) you (?:please )?"
    r"|(?:what|how|which|where|when) (?:can|could|should|do|does|did|would) (?:i|we|you) "
    r"|i(?:'d| would) like (?:you )?to |i (?:want|need|have) to |(?:tell|show|give) (?:me|us) "
    r"|do (?:we|i) (?:still )?have |is there |are there )?(?:please )?",
    re.IGNORECASE,
)
# fmt: off
LEADS_ON = frozenset([
    "a", "an", "and", "are", "at", "by", "can", "do", "does", "for", "from", "how", "i", "in", "is", "my", "of", "on",
    "or", "our", "so", "that", "the", "their", "this", "to", "we", "what", "with", "you", "your",
])
# fmt: on


def is_addressed(text: str) -> bool:
    """Whether the assistant is spoken to: "@kitchen, what is left?"."""
    return bool(ADDRESS.search(text))


def without_address(text: str) -> str:
    return ADDRESS.sub("", text).strip()


def title_from(text: str) -> str:
    """A name for the conversation, of five words at most: what it is about, without what leads up to it."""
    words = one_line(without_address(text))
    sentence = words if len(words.split()) <= MOST_WORDS else SENTENCE.split(words, maxsplit=1)[0]
    if len(sentence.split()) > MOST_WORDS:
        sentence = LEADING.sub("", sentence).strip(" ,:;.?!") or sentence
    return in_few_words(sentence)


def in_few_words(text: str) -> str:
    """The first words of a title; what only leads on to the next word is not its last one."""
    every = text.split()
    words = every[:MOST_WORDS]
    while len(words) > 1 and len(every) > len(words) and words[-1].casefold() in LEADS_ON:
        words.pop()
    told = " ".join(words).rstrip(",;:")
    return told[:1].upper() + told[1 : LONGEST_TITLE - 1]
