"""Which conversations somebody may read."""

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, F, FilteredRelation, Q, QuerySet, Value, When

from accounts.models import Household
from chat.models import Conversation, ConversationKind
from chat.viewer import Viewer


def readable(household: Household, viewer: Viewer) -> QuerySet[Conversation]:
    """One's own, and the household's for those who live here; guests are not part of those."""
    return restorable(household, viewer).filter(deleted_at=None)


def restorable(household: Household, viewer: Viewer) -> QuerySet[Conversation]:
    """With those that were deleted, which somebody may want back."""
    mine = Q(kind=ConversationKind.SOLO, private_to=viewer.person)
    allowed = mine | Q(kind=ConversationKind.GROUP) if viewer.at_table else mine
    return Conversation.objects.select_related("household").filter(allowed, household=household)


def with_marks(found: QuerySet[Conversation], person: UUID) -> QuerySet[Any]:
    """With what the person keeps of each. What is put aside comes back when something new is said in it."""
    aside = Case(
        When(mark__archived_at__gte=F("last_at"), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    mine = found.annotate(mark=FilteredRelation("marks", condition=Q(marks__user=person)))
    return mine.annotate(read_number=F("mark__read_number"), pinned_at=F("mark__pinned_at"), is_aside=aside)
