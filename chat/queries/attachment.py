"""Attachments as pages show them; their bytes are read only where they are sent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from accounts.doors import may
from accounts.models import Household
from chat.models import Attachment, Conversation
from chat.queries.conversation import readable
from chat.viewer import Viewer
from recipes.pictures import MEDIA_TYPE

PAGES = {
    "recipes": "recipes:recipe_import.show",
    "product": "pantry:product.show",
    "lot": "pantry:stock.show",
}


@dataclass(frozen=True)
class File:
    """`url` opens what became of it, "" where that is nothing, or not for the viewer."""

    id: UUID
    name: str
    is_picture: bool
    size: int
    said: str
    outcome: str
    url: str


def attachments_for(household: Household, viewer: Viewer) -> QuerySet[Attachment]:
    """Of conversations that the viewer may read; what is still being written only for who writes it."""
    mine = Q(message__isnull=False) | Q(added_by=viewer.person)
    return Attachment.objects.filter(mine, household=household, conversation__in=readable(household, viewer))


def waiting_of(conversation: Conversation, person: UUID) -> list[Attachment]:
    """What somebody has put beside a message that they have not sent."""
    return list(Attachment.objects.filter(conversation=conversation, added_by=person, message=None).defer("data"))


def files_of_message() -> ArraySubquery:
    """For a query of messages: what lies beside each."""
    told = JSONObject(
        id="id", name="name", media_type="media_type", size="size", said="said", outcome="outcome", subject="subject"
    )
    return ArraySubquery(Attachment.objects.filter(message=OuterRef("pk")).values(told=told))


def files_of(row: Any, household: Household, viewer: Viewer) -> list[File]:
    return [_file(one, household, viewer) for one in row.file_rows]


def _file(told: dict[str, Any], household: Household, viewer: Viewer) -> File:
    id, subject = UUID(told["id"]), UUID(told["subject"]) if told["subject"] else None
    return File(
        id=id,
        name=told["name"],
        is_picture=told["media_type"] == MEDIA_TYPE,
        size=told["size"],
        said=told["said"],
        outcome=told["outcome"],
        url=outcome_url(id, told["outcome"], subject, household, viewer),
    )


def outcome_url(id: UUID, outcome: str, subject: UUID | None, household: Household, viewer: Viewer) -> str:
    """The page of what became of an attachment; of a code that nobody has named, where one can say what it is."""
    if subject is None:
        return ""
    if outcome == "code":
        ask = "pantry:scan.ask"
        query = f"?code={subject.int:014d}&mode=look&operation={id}"
        return reverse(ask, kwargs={"code": household.code}) + query if may(viewer.role, ask) else ""
    page = PAGES.get(outcome, "")
    return reverse(page, kwargs={"code": household.code, "id": subject}) if may(viewer.role, page) else ""
