"""What is said without looking anything up."""

from collections.abc import Generator

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import plain
from chat.agent.builtin.wish import Call, Here, Memory, Reply, Result, Skill, Wish

LONGEST_QUOTE = 60


def unknown(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    text = wish.get("text")
    quote = plain(text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…")
    return (yield from say(_("I did not understand “%(text)s”.") % {"text": quote}))


def say(text: str) -> Generator[Call, Result, Reply]:
    """A skill that asks no tool."""
    return Reply(text)
    yield
