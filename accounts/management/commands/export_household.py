from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from accounts.management.households import households
from accounts.services.household_file import export_household
from kitchen.management.operator import OperatorCommand


class Command(OperatorCommand):
    help = "Writes a household with all that belongs to it, but nothing that is one person's own, into a zip."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("household", metavar="CODE", help="its code, as in its addresses, or its id")
        parser.add_argument("--to", metavar="FILE", type=Path, required=True, help="the zip to be written")

    def handle(self, *_args: Any, household: str, to: Path, **_options: Any) -> None:
        """What is there under the name stays until the new file is whole."""
        [(found, _owner)] = households(household)
        with NamedTemporaryFile(dir=to.parent, prefix=f".{to.name}.", delete=False) as file:
            unfinished = Path(file.name)
            try:
                count = export_household(found.pk, file, by=None)
                unfinished.replace(to)
            finally:
                unfinished.unlink(missing_ok=True)
        self.say(f"{found.name}: {count} rows and files in {to}, {to.stat().st_size:,} bytes.")
