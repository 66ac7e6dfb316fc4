"""Whether a run has read foreign text: words that others than those who live here may have written.

The rule: a model that was shown the text of a recipe, of a page, of a file or of a product changes nothing unasked, in
that run and in all that still hear of it, whatever the household allows. A text could have talked it into the change.
A conversation that was opened from a recipe has such a text in sight from its first word: the dish's name, which a
page may have given it. The built-in assistant is not talked into anything: it takes wishes from the person's words
alone.
"""

from collections.abc import Iterable
from typing import Any

from chat.agent.builtin.name import NAME as BUILTIN
from chat.models import About

RETURN, RESPONSE = "tool-return", "response"


def has_read_foreign(messages: Iterable[Any], *, about: str = "") -> bool:
    """Of messages as the agent's library writes them (JSON): those of a run and of all that it was told before.

    `about` is the kind of thing that the conversation was opened from.
    """
    seen = [one for one in messages if isinstance(one, dict)]
    others = any(one.get("kind") == RESPONSE and one.get("model_name") != BUILTIN for one in seen)
    in_sight = about == About.RECIPE
    return others and (in_sight or any(is_foreign(part) for one in seen for part in one.get("parts") or ()))


def is_foreign(part: Any) -> bool:
    """What a tool marked as such, and what a tool of an earlier version left unmarked."""
    if not isinstance(part, dict) or part.get("part_kind") != RETURN:
        return False
    metadata = part.get("metadata")
    if not isinstance(metadata, dict) or not isinstance(metadata.get("told"), dict):
        # A refusal, or what became of a proposal: our own sentences, which may quote a name.
        return False
    return bool(metadata["told"].get("foreign", True))
