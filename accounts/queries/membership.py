from accounts.models import Membership, User


def memberships_of(user: User) -> list[Membership]:
    """A person's own, with their households and the newest number of each, oldest first."""
    return list(Membership.objects.filter(user=user).select_related("household__notice_counter"))
