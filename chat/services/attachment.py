"""Pictures and files beside messages: kept, and given to where they belong when the message is sent."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from chat.attaching import MOST, Looked
from chat.models import Attachment, Conversation, Message
from chat.services.conversation import lock_conversation
from chat.services.outcome import foreseen, sent_on
from kitchen.errors import DomainError
from kitchen.ids import new_id


@dataclass(frozen=True)
class Brought:
    """What comes with a message: ids of files that were sent before it, and files that are sent with it."""

    sent: tuple[UUID, ...] = ()
    files: tuple[Looked, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sent or self.files)


NOTHING = Brought()


@transaction.atomic
def add_attachment(conversation: Conversation, looked: Looked, *, by: User, id: UUID | None = None) -> Attachment:
    """A file for a message that is still being written. `id` is the page's own: sent twice, it is kept once."""
    locked, _mine = lock_conversation(conversation, by)
    if id and (before := Attachment.objects.filter(pk=id, conversation=locked, added_by=by, message=None).first()):
        return before
    waiting = Attachment.objects.filter(conversation=locked, added_by=by, message=None).count()
    if waiting >= MOST:
        raise DomainError(_too_many(waiting + 1))
    try:
        with transaction.atomic():
            return _keep(locked, looked, by, id=id or new_id())
    except IntegrityError as error:
        raise DomainError(_("This file could not be kept: put it beside your message once more.")) from error


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: User) -> None:
    """Of a message that has not been sent, by who put it there. Removed twice, it is gone once."""
    lock_conversation(attachment.conversation, by)
    Attachment.objects.filter(pk=attachment.pk, message=None, added_by=by).delete()


def hang_attachments(message: Message, brought: Brought, *, by: User) -> list[Attachment]:
    """With a message that is being sent: its conversation is locked. What can be sent on goes where it belongs."""
    mine = Attachment.objects.filter(conversation=message.conversation_id, added_by=by, message=None)
    # The bytes are of use to the import alone, which asks for them again.
    waiting = list(mine.filter(pk__in=brought.sent).defer("data"))
    if len(waiting) != len(set(brought.sent)):
        raise DomainError(_("A file is not there any more: put it beside your message again."))
    if len(waiting) + len(brought.files) > MOST:
        raise DomainError(_too_many(len(waiting) + len(brought.files)))
    kept = [*waiting, *(_keep(message.conversation, one, by, id=new_id()) for one in brought.files)]
    for one in kept:
        one.message = message
        sent_on(one, by=by)
        one.save(update_fields=["message", "outcome", "subject", "said"])
    return kept


def _keep(conversation: Conversation, looked: Looked, by: User, *, id: UUID) -> Attachment:
    outcome = foreseen(conversation.household, looked, by=by)
    return Attachment.objects.create(
        id=id,
        household_id=conversation.household_id,
        private_to_id=conversation.private_to_id,
        conversation=conversation,
        added_by=by,
        name=looked.name,
        media_type=looked.media_type,
        size=len(looked.data),
        data=looked.data,
        outcome=outcome.kind,
        subject=outcome.subject,
        said=outcome.said,
    )


def _too_many(count: int) -> str:
    return _("These are %(count)s files; at most %(most)s go with one message.") % {"count": count, "most": MOST}
