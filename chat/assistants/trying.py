"""One short question to an assistant, to see whether it answers, and what came of it in a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from pydantic_ai import Agent

from chat.assistants.assistant import Assistant
from chat.assistants.faults import fault_of
from chat.assistants.meter import Meter
from chat.assistants.speaking import settings_for, speaking

SECONDS = 25.0
# Some models think aloud before they say a word.
MOST_WORDS = 400
QUESTION = "Call the tool `look` once, then answer with the one word: ready."


@dataclass(frozen=True)
class Trial:
    well: bool
    said: str


async def try_out(assistant: Assistant, meter: Meter) -> Trial:
    """Asked with a tool in hand, as a kitchen's model needs to know tools."""
    if assistant.is_builtin:
        return Trial(well=True, said=_("The built-in assistant is here and needs nothing."))
    looked: list[bool] = []

    def look() -> str:
        """Look whether the kitchen is there."""
        looked.append(True)
        return "it is"

    agent = Agent(tools=[look], retries=1)
    try:
        async with speaking(assistant, meter) as model:
            settings = settings_for(seconds=SECONDS, most_words=MOST_WORDS)
            async with agent.run_stream_events(
                QUESTION, model=model, model_settings=settings, usage=meter.usage, timeout=SECONDS
            ) as events:
                async for _event in events:
                    pass
    except Exception as error:  # noqa: BLE001  (whatever it was, there is a sentence for it)
        fault = fault_of(error, assistant)
        meter.fault = fault.outcome
        return Trial(well=False, said=fault.sentence)
    return Trial(well=True, said=_worked(meter, looked=bool(looked)))


def _worked(meter: Meter, *, looked: bool) -> str:
    told = {"name": meter.assistant.name, "seconds": f"{meter.read('done').milliseconds / 1000:.1f}"}
    if not looked:
        return _("%(name)s answered in %(seconds)s s, but used no tool: it may not find its way in a kitchen.") % told
    return _("%(name)s answered in %(seconds)s s and knows how to use tools.") % told
