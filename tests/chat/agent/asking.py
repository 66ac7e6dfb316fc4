"""Asks the agent as a person of a household does, and keeps what it told."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from asgiref.sync import async_to_sync, sync_to_async

from accounts.models import Household, Membership, User
from chat.agent.agent import answer
from chat.agent.deps import Kitchen
from chat.agent.events import Card, Decided, Ended, Event, Proposed, Source, Text, ToolStarted
from chat.assistants import builtin
from chat.assistants.meter import Meter
from kitchen import tenancy
from pantry.queries.day import today_in


@dataclass
class Asked:
    """The events of one answer, and the history with it."""

    events: list[Event]
    history: list[Any] = field(default_factory=list)

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def text(self) -> str:
        return "".join(event.piece for event in self.of(Text))

    @property
    def tools(self) -> list[str]:
        return [event.name for event in self.of(ToolStarted)]

    @property
    def proposals(self) -> list[Proposed]:
        return self.of(Proposed)

    @property
    def effects(self) -> list[str]:
        """Each line of what is proposed, in one text."""
        return [
            " · ".join(filter(None, (line.get("name"), line.get("amount"), line.get("where"))))
            for one in self.proposals
            for line in one.effect
        ]

    @property
    def cards(self) -> list[Card]:
        return self.of(Card)

    @property
    def sources(self) -> list[str]:
        return [source.title for source in self.of(Source)]

    @property
    def ended(self) -> Ended:
        assert isinstance(self.events[-1], Ended)
        return self.events[-1]

    @property
    def confidence(self) -> Decimal | None:
        return self.ended.confidence


class InTheTest(Kitchen):
    """Asks the database in the test's own transaction, which Channels would close the connection of."""

    async def ask(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        def scoped() -> Any:
            with tenancy.scope(household=self.household.pk, person=self.person.pk):
                return work(*args, **kwargs)

        return await sync_to_async(scoped, thread_sensitive=True)()


def kitchen_of(household: Household, person: User) -> Kitchen:
    with tenancy.scope(household=household.pk, person=person.pk):
        membership = Membership.objects.select_related("user").get(household=household, user=person)
    return InTheTest(household, person, membership, today_in(household))


def ask(
    household: Household,
    person: User,
    text: str,
    earlier: Asked | None = None,
    *,
    pending: list[Decided] | None = None,
    model: Any = None,
) -> Asked:
    history = earlier.history if earlier else []

    async def run() -> list[Event]:
        kitchen = kitchen_now
        return [event async for event in answer(kitchen, text, history, pending=pending or [], meter=meter)]

    kitchen_now = kitchen_of(household, person)
    meter = Meter(builtin(), instead=model)
    events = async_to_sync(run)()
    ended = events[-1]
    return Asked(events, [*history, *(ended.messages if isinstance(ended, Ended) else [])])
