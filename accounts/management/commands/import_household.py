from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from accounts.models import User
from accounts.services.household_file import import_household
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Makes a new household of a zip that export_household, or somebody in the settings of theirs, has written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="the zip")
        parser.add_argument("--owner", metavar="EMAIL", required=True, help="the account that is to own the household")

    def handle(self, *_args: Any, file: Path, owner: str, **_options: Any) -> None:
        with tenancy.scope(door="sign-in", reads_only=True):
            person = User.objects.filter(email__iexact=owner, is_active=True).first()
        if person is None:
            raise DomainError(f"There is no account with the address {owner}.")
        try:
            with file.open("rb") as opened:
                made = import_household(opened, by=person)
        except OSError as error:
            raise DomainError(f"{file} cannot be read ({error.strerror}).") from error
        self.say(f"{made.name} has come in, with the code {made.code}; {person.email} owns it.")
