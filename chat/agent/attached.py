"""What the assistant says of files that came with a question: what became of each, in the app's own words."""

from collections.abc import AsyncIterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.agent import answer as asked
from chat.agent.deps import Attached, Kitchen
from chat.agent.events import Decided, Ended, Event, Source, Text
from chat.assistants import builtin
from chat.runs.spoken import spoken

# By what became of a file: the kind of the chip that opens it.
CHIPS = {"recipes": "import", "product": "product", "lot": "lot"}


async def answer(
    kitchen: Kitchen, text: str, history: list[Any], *, pending: Sequence[Decided] = (), meter: Any = None
) -> AsyncIterator[Event]:
    """The answer, which begins with what became of the files. Where nothing was asked besides, no model is."""
    if not kitchen.attached:
        async for event in asked(kitchen, text, history, pending=pending, meter=meter):
            yield event
        return
    told = "\n".join(f"- **{_bare(one.name)}**: {one.said}" for one in kitchen.attached)
    if not text.strip():
        yield Text(told)
        for chip in _chips(kitchen.attached):
            yield chip
        if meter:
            meter.assistant = builtin(kitchen.household.currency)
        names = ", ".join(one.name for one in kitchen.attached)
        yield Ended(messages=spoken(_("(a file: %(name)s)") % {"name": names}, told), confidence=Decimal(1))
        return
    yield Text(told + "\n\n")
    for chip in _chips(kitchen.attached):
        yield chip
    async for event in asked(kitchen, text, history, pending=pending, meter=meter):
        yield event


def _chips(attached: Sequence[Attached]) -> list[Source]:
    return [Source(CHIPS[one.outcome], str(one.subject), one.name) for one in attached if one.outcome in CHIPS]


def _bare(name: str) -> str:
    """Without what Markdown would take for its own."""
    return "".join(letter for letter in name if letter not in "*_`[]<>#")
