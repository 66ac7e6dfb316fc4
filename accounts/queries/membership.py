from uuid import UUID

from accounts.models import Membership, User


def memberships_of(user: User | UUID) -> list[Membership]:
    """A person's own (by the person, or their key), with them, their households and the newest number of each."""
    return list(Membership.objects.filter(user=user).select_related("user", "household__notice_counter"))
