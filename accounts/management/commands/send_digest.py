"""Tells a household its day from the terminal: to see what would be told, or to tell it now."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connections
from django.utils import timezone

from accounts.digest.letter import letter_of
from accounts.digest.sections import as_read_by, digest_of
from accounts.digest.telling import people_of, tell_household
from accounts.digest.wanting import channels
from accounts.models import Channel, Household, User
from accounts.push.browsers import browsers_of
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand
from kitchen.zones import zone


class Command(OperatorCommand):
    help = "Tells the people of a household what to eat first, whatever the hour; nobody is told twice a day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--household", required=True, metavar="CODE", help="as in the address: /h/CODE/")
        parser.add_argument("--now", metavar="ISO", help="as if it were then, such as 2026-11-21T07:00")
        parser.add_argument("--dry-run", action="store_true", help="print what would be told, and send nothing")

    def handle(self, *_args: Any, **options: Any) -> None:
        household = find_household(options["household"])
        now = read_now(options["now"], household)
        if options["dry_run"]:
            for person in people_of(household.pk):
                self.show(household, person, now)
            return
        day = timezone.localdate(now, zone(household.time_zone))
        told = tell_household(household.pk, day, now)
        for one in told:
            self.say(one.delivery.user.email, one.delivery.channel, one.state.value)
        if not told:
            self.say("Nobody was told: there is nothing to tell, nobody wants it, or it has been told already.")

    def show(self, household: Household, id: UUID, now: datetime) -> None:
        """What one person would be told, and how."""
        with tenancy.scope(household=household.pk, person=id, reads_only=True):
            person = User.objects.get(pk=id)
            wanted = channels(person.preferences, household.code, has_browser=bool(browsers_of(person)))
            by = ", ".join(str(Channel(one).label) for one in wanted) or "not at all"
            with as_read_by(person, household):
                digest = digest_of(household, person, timezone.localdate(now, zone(household.time_zone)))
                self.say(f"--- {person.email} ({by})")
                self.say(f"{letter_of(digest).subject}\n\n{letter_of(digest).body}" if digest else "nothing to tell")


def find_household(code: str) -> Household:
    """As the owner: an operator names a household that no door could find without a person in it."""
    try:
        found = Household.objects.using("owner").filter(code=code).first()
    finally:
        connections["owner"].close()
    if found is None:
        raise DomainError(f"There is no household with the code {code}.")
    return found


def read_now(text: str | None, household: Household) -> datetime:
    if not text:
        return timezone.now()
    try:
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise DomainError(f"{text} is no time: write it like 2026-11-21T07:00.") from error
    return told if told.tzinfo else told.replace(tzinfo=zone(household.time_zone))
