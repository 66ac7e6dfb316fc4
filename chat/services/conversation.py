from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Membership, User
from accounts.roles import EVERYBODY, RUNNERS, TABLE
from accounts.services.activity import record
from accounts.services.membership import require_role
from accounts.services.notice import announce
from chat.models import Answering, Conversation, ConversationKind
from chat.queries.about import Topic
from chat.runs.reach import wake_after_commit
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import one_line


@transaction.atomic
def start_conversation(  # noqa: PLR0913  (each is a fact of its own)
    household: Household,
    *,
    by: User,
    kind: str = ConversationKind.SOLO,
    title: str = "",
    id: UUID | None = None,
    about: Topic | None = None,
) -> Conversation:
    """A conversation of one's own, or of the household. `id` is the form's own: sent twice, it starts one."""
    group = kind == ConversationKind.GROUP
    require_role(household, by, TABLE if group else EVERYBODY)
    made = Conversation(id=id or new_id(), household=household, kind=kind, started_by=by, title=title)
    made.private_to = None if group else by
    if about:
        made.about, made.about_id = about.kind, about.id
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        return _started_before(household, made.pk, by, error)
    if group:
        record(household, "conversation.started", by=by, subject=made.pk)
        announce(household, "chat", made.pk)
    return made


def _started_before(household: Household, id: UUID, by: User, error: IntegrityError) -> Conversation:
    found = Conversation.objects.filter(household=household, pk=id, started_by=by).first()
    if found is None:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return found


@transaction.atomic
def set_conversation(conversation: Conversation, *, by: User, title: str, answering: str = "") -> Conversation:
    """Its title, which from now on nobody but people change, and in a group when the assistant answers."""
    locked, _mine = lock_conversation(conversation, by)
    title = one_line(title)
    if not title:
        raise DomainError(_("Give it a title that can be read."), field="title")
    before = (locked.title, locked.answering)
    if locked.kind == ConversationKind.GROUP and answering:
        locked.answering = Answering(answering)
    if locked.title != title:
        locked.title, locked.title_given = title, True
    if before != (locked.title, locked.answering):
        locked.save(update_fields=["title", "title_given", "answering"])
        follow(locked)
    return locked


@transaction.atomic
def delete_conversation(conversation: Conversation, *, by: User) -> None:
    """Out of sight at once, and for good some days later. Deleting twice is the same as once."""
    locked, mine = lock_conversation(conversation, by)
    check_may_delete(locked, mine)
    if locked.deleted_at:
        return
    _set_deleted(locked, True)
    if locked.kind == ConversationKind.GROUP:
        record(locked.household, "conversation.deleted", by=by, subject=locked.pk)


@transaction.atomic
def restore_conversation(conversation: Conversation, *, by: User) -> Conversation:
    locked, mine = lock_conversation(conversation, by, deleted=True)
    check_may_delete(locked, mine)
    if locked.deleted_at:
        _set_deleted(locked, False)
    return locked


def undo_deleting(activity: Activity, by: User) -> None:
    found = activity.subject and Conversation.objects.filter(household=activity.household, pk=activity.subject).first()
    if not found:
        raise DomainError(_("This is too long ago to be undone."))
    restore_conversation(found, by=by)


def lock_conversation(
    conversation: Conversation, by: User, *, deleted: bool = False
) -> tuple[Conversation, Membership]:
    """The row, held to the end of the transaction, for somebody who may read it, with who they are here."""
    found = Conversation.objects.select_for_update(of=("self",)).select_related("household")
    locked = found.filter(pk=conversation.pk).first()
    if locked is None or (locked.deleted_at and not deleted):
        raise DomainError(_("This conversation is not there any more."))
    if locked.kind == ConversationKind.SOLO and locked.private_to_id != by.pk:
        raise DomainError(_("This conversation is not there any more."))
    roles = TABLE if locked.kind == ConversationKind.GROUP else EVERYBODY
    return locked, require_role(locked.household, by, roles)


def check_may_delete(conversation: Conversation, mine: Membership) -> None:
    """Who started it, and in a group also those who run the household."""
    if conversation.started_by_id != mine.user_id and mine.role not in RUNNERS:
        raise DomainError(_("Who started this conversation can delete it, or those who run the household."))


def follow(conversation: Conversation) -> None:
    """Open pages follow: those at the conversation, and in a group everybody's list of them."""
    wake_after_commit(conversation.pk)
    if conversation.kind == ConversationKind.GROUP:
        announce(conversation.household, "chat", conversation.pk)


def _set_deleted(conversation: Conversation, deleted: bool) -> None:  # noqa: FBT001  (private, read in one place)
    conversation.deleted_at = timezone.now() if deleted else None
    conversation.save(update_fields=["deleted_at"])
    follow(conversation)
