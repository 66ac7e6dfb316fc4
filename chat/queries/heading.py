"""What the head of a conversation says beside its title, and what waits in its composer: with the row itself."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Sum
from django.db.models.functions import JSONObject

from accounts.models import Household
from chat.models import Answering, Attachment, Conversation, ConversationKind
from chat.queries.about import Topic, topic_row, topic_told
from chat.viewer import Viewer
from kitchen.money import tell_money
from shopping.models import Expense
from shopping.queries.balance import as_text


@dataclass(frozen=True)
class Heading:
    """`spent` is the sum of the bills that were split in it, in each money of them; `last_at` when it was gone on with.

    `always` says that the assistant answers everything.
    """

    topic: Topic | None
    always: bool
    spent: list[str]
    last_at: datetime | None


def with_heading(found: QuerySet[Any], person: UUID) -> QuerySet[Any]:
    """With what `heading_of` and `waiting_in` are drawn from."""
    bills = Expense.objects.filter(household=OuterRef("household"), conversation=OuterRef("pk"), deleted_at=None)
    sums = bills.order_by("currency").values("currency").annotate(sum=Sum("total"))
    spent = JSONObject(currency="currency", sum=as_text("sum"))
    waiting = Attachment.objects.filter(conversation=OuterRef("pk"), added_by=person, message=None)
    file = JSONObject(id="id", name="name", media_type="media_type", said="said")
    whole: QuerySet[Any] = found.annotate(
        spent_rows=ArraySubquery(sums.values_list(spent, flat=True)),
        topic_row=topic_row(),
        waiting_rows=ArraySubquery(waiting.values_list(file, flat=True)),
    )
    return whole


def heading_of(conversation: Conversation, household: Household, viewer: Viewer) -> Heading:
    row = _told(conversation, viewer)
    group = conversation.kind == ConversationKind.GROUP
    return Heading(
        topic=_topic(row, household, viewer),
        always=not group or conversation.answering == Answering.ALWAYS,
        spent=[tell_money(Decimal(one["sum"]), one["currency"]) for one in row.spent_rows] if viewer.at_table else [],
        last_at=conversation.last_at if conversation.last_number else None,
    )


def waiting_in(conversation: Conversation, viewer: Viewer) -> list[Attachment]:
    """What the viewer has put beside a message that they have not sent."""
    return [Attachment(**one) for one in _told(conversation, viewer).waiting_rows]


def _topic(row: Any, household: Household, viewer: Viewer) -> Topic | None:
    if not row.about or row.about_id is None:
        return None
    told = row.topic_row if row.about != "food" else {}
    return topic_told(household, viewer, (row.about, row.about_id), told)


def _told(conversation: Any, viewer: Viewer) -> Any:
    """The row with all of it, also where whoever found it did not ask for it."""
    if "spent_rows" in vars(conversation):
        return conversation
    return with_heading(Conversation.objects.all(), viewer.person).get(pk=conversation.pk)
