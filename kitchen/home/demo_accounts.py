"""The demo people, as the terminal announces them after a start."""

from collections.abc import Iterator

from kitchen.server.announcement import lines


def told() -> Iterator[str]:
    """A line for whoever wants to look round, as long as these people exist."""
    from accounts.models import User
    from kitchen.home.demo import ALICE, BOB, CHARLIE, PASSWORD

    there = set(User.objects.using("owner").filter(email__in=[ALICE, BOB, CHARLIE]).values_list("email", flat=True))
    if people := [email for email in (ALICE, BOB, CHARLIE) if email in there]:
        yield f"Demo accounts: {', '.join(people)}; password {PASSWORD}"


def register() -> None:
    lines.register("demo", told)
