"""What somebody put beside messages, as it is kept: the rows, and each file itself."""

from collections.abc import Iterable

from django.db.models import Q

from accounts.exports import File
from accounts.models import User
from accounts.queries.export import in_each_household
from chat.models import Attachment, ConversationMark

ATTACHMENT = ("id", "conversation", "message", "name", "media_type", "size", "outcome", "said", "created_at")
MARK = ("conversation", "read_number", "pinned_at", "archived_at")


def attachments(user: User) -> Iterable[File]:
    """Of one's own conversations all, of the household's those that one put there oneself."""
    for membership in in_each_household(user):
        folder = f"households/{membership.household.code}"
        mine = Attachment.objects.filter(Q(private_to=user) | Q(added_by=user)).order_by("created_at", "id")
        rows = list(mine.values(*ATTACHMENT))
        yield f"{folder}/attachments.json", rows
        for row in rows:
            data = Attachment.objects.values_list("data", flat=True).get(pk=row["id"])
            yield f"{folder}/attachments/{row['id']}-{row['name'].replace('/', '_')}", bytes(data)


def marks(user: User) -> Iterable[File]:
    for membership in in_each_household(user):
        rows = ConversationMark.objects.filter(user=user).order_by("id").values(*MARK)
        yield f"households/{membership.household.code}/marks-of-conversations.json", list(rows)
