"""The short way of a look: an answer that is on the screen and only goes on in words, which is nearly every look."""

from typing import Any
from uuid import UUID

from chat.live.shown import Screen, tail
from chat.markdown import blocks_of
from chat.models import Message, MessageState, Run, RunEvent
from kitchen.templatetags.kitchen import dom_id


def onward(conversation: UUID, screen: Screen) -> dict[str, Any] | None:
    """What brings the screen up to date where nothing but text came; None where the whole has to be looked at."""
    waiting = Run.objects.filter(conversation=conversation, finished_at=None, answer__state=MessageState.RUNNING)
    rows = list(
        waiting.values_list("pk", "last_number", "answer", "answer__number", "answer__text", "answer__shown")[:2]
    )
    if len(rows) != 1:
        return None
    run, number, answer, at, text, shown = rows[0]
    since, before = screen.runs.get(str(run)), screen.blocks.get(str(run))
    if since is None or before is None or not shown or not screen.first <= at == screen.last:
        return None
    kinds = RunEvent.objects.filter(run=run, number__gt=since).values_list("kind", flat=True)
    if set(kinds) != {"text"} or Message.objects.filter(conversation=conversation, number__gt=screen.last).exists():
        return None
    blocks = blocks_of(text, unfinished=True)
    screen.runs[str(run)], screen.blocks[str(run)] = number, blocks
    news = tail(dom_id(Message(pk=answer), "text"), before, blocks)
    told = {"messages": [], "tails": [news], "steps": [], "after": None, "new": True}
    return {**told, "last": screen.last, "runs": screen.runs, "title": screen.title}
