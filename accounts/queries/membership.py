from accounts.models import Membership, User


def memberships_of(user: User) -> list[Membership]:
    """A person's own, with their households, oldest first: the switcher's list."""
    return list(Membership.objects.filter(user=user).select_related("household"))
