"""Runs under the test's hand: what would begin in the background waits, and is performed with a script."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any, cast

from asgiref.sync import async_to_sync

from accounts.models import Household, User
from chat.agent.events import Answer, Ended, Event, Text
from chat.models import Conversation, Message, Run
from chat.runs.perform import perform
from chat.runs.reach import Ref
from chat.services.message import Opening, begin_conversation, send_message
from kitchen import tenancy
from kitchen.ids import new_id
from tests.database import as_owner

# An event, what happens meanwhile, or what goes wrong.
Line = Event | Exception | Callable[[], Awaitable[object]]


class Held:
    """What was begun and not yet performed."""

    def __init__(self) -> None:
        self.waiting: list[Ref] = []
        self.heard: list[Any] = []

    def next(self) -> Ref:
        return self.waiting.pop(0)

    def perform(self, *lines: Line) -> None:
        """The oldest that waits, here and now."""
        async_to_sync(perform)(self.next(), self.script(*lines))

    def script(self, *lines: Line) -> Answer:
        async def answer(kitchen: Any, text: str, history: list[Any], **more: Any) -> AsyncIterator[Event]:
            self.heard.append((kitchen, text, history, more.get("pending", ())))
            for line in lines:
                if isinstance(line, Exception):
                    raise line
                if callable(line):
                    await line()
                else:
                    yield line

        return cast("Answer", answer)


def said(*pieces: str, **ended: Any) -> Sequence[Event]:
    return [*(Text(piece) for piece in pieces), Ended(messages=[], **ended)]


def begin(household: Household, by: User, text: str = "What is left?", kind: str = "solo") -> Conversation:
    """A conversation with its first message, as somebody begins it."""
    with tenancy.scope(household=household.pk, person=by.pk):
        return begin_conversation(household, Opening(new_id(), kind), text, by=by, id=new_id())


def say(conversation: Conversation, by: User, text: str) -> Message:
    with tenancy.scope(household=conversation.household_id, person=by.pk):
        return send_message(conversation, text, by=by)


def answer_in(conversation: Conversation) -> Message:
    """The newest answer."""
    with as_owner():
        return Message.objects.filter(conversation=conversation, role="assistant").latest("number")


def run_in(conversation: Conversation) -> Run:
    with as_owner():
        return Run.objects.select_related("conversation").filter(conversation=conversation).latest("created_at")
