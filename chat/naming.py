"""Words in what people write that mean something: who is spoken to, and what a conversation is about."""

import re

ADDRESS = re.compile(r"(?<![\w@.])@kitchen\b[,:]?\s*", re.IGNORECASE)
LONGEST_TITLE = 60


def is_addressed(text: str) -> bool:
    """Whether the assistant is spoken to: "@kitchen, what is left?"."""
    return bool(ADDRESS.search(text))


def without_address(text: str) -> str:
    return ADDRESS.sub("", text).strip()


def title_from(text: str) -> str:
    """The first words of a question, as a name for the conversation."""
    words = " ".join(without_address(text).split())
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
