"""The branch of a conversation that is on the page, and what a message follows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from chat.models import Conversation, Message

# So far back a branch is followed to where it left the one on the page.
FARTHEST = 2000


def path_of(conversation: Conversation) -> QuerySet[Message]:
    """The messages on the page, in their order: of each question and answer the one that was chosen or is newest."""
    return Message.objects.filter(conversation=conversation, shown=True).order_by("number")


def leaf_of(conversation: Conversation) -> Message | None:
    """The last message on the page: what the next one follows."""
    return path_of(conversation).last()


@dataclass(frozen=True)
class Knot:
    """As little of a message as it takes to walk along a branch."""

    id: UUID
    parent: UUID | None
    number: int
    shown: bool


def ancestors(message: Any, most: int = FARTHEST) -> list[Knot]:
    """What `message` follows, the nearest first, whether it is on the page or not: a child's number is the larger."""
    if message.parent_id is None:
        return []
    older = Message.objects.filter(conversation=message.conversation_id, number__lt=message.number)
    found: list[Knot] = []
    wanted = message.parent_id
    for row in older.order_by("-number").values_list("pk", "parent_id", "number", "shown")[:FARTHEST]:
        if row[0] == wanted and len(found) < most:
            found.append(Knot(*row))
            wanted = row[1]
    return found


def fork_of(conversation: Conversation, number: int) -> int:
    """Up to which message a page that ends with `number` shows what is to be shown: `number` itself as a rule."""
    last = Message.objects.filter(conversation=conversation, number=number).first()
    if last is None or last.shown:
        return number
    return next((knot.number for knot in ancestors(last) if knot.shown), 0)
