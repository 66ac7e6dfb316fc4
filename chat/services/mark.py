"""What one person keeps of a conversation: nobody else sees it, and no feed tells it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from chat.models import Conversation, ConversationMark
from chat.services.conversation import lock_conversation


@transaction.atomic
def pin_conversation(conversation: Conversation, *, by: User, on: bool) -> ConversationMark:
    """To the top of one's own list, or back among the others."""
    mark = _mark(conversation, by)
    if on != bool(mark.pinned_at):
        mark.pinned_at = timezone.now() if on else None
        mark.save(update_fields=["pinned_at"])
    return mark


@transaction.atomic
def archive_conversation(conversation: Conversation, *, by: User, on: bool) -> ConversationMark:
    """Out of one's own list until something new is said in it, or back into it."""
    mark = _mark(conversation, by)
    now: datetime | None = timezone.now() if on else None
    if bool(now) != bool(mark.archived_at and mark.archived_at >= conversation.last_at):
        mark.archived_at, mark.pinned_at = now, None if on else mark.pinned_at
        mark.save(update_fields=["archived_at", "pinned_at"])
    return mark


def mark_read(conversation: Conversation, number: int, *, person: UUID, first: bool = False) -> None:
    """Messages up to `number` have been on this person's screen; it never goes back. `first`: no mark was there."""
    mine = ConversationMark.objects.filter(conversation=conversation, user=person, read_number__lt=number)
    if not first and mine.update(read_number=number):
        return
    read = ConversationMark(
        household_id=conversation.household_id, conversation=conversation, user_id=person, read_number=number
    )
    once = ("household", "conversation", "user")
    # A mark that is there stays as it is: another page of the same person was quicker, or knows more.
    ConversationMark.objects.bulk_create([read], update_conflicts=True, unique_fields=once, update_fields=["user"])


def _mark(conversation: Conversation, by: User) -> ConversationMark:
    """The person's own, under the conversation's lock."""
    locked, _mine = lock_conversation(conversation, by)
    mark, _new = ConversationMark.objects.get_or_create(household_id=locked.household_id, conversation=locked, user=by)
    return mark
