"""Brings recipes in from files, folders, pages and archives, or shows what would come. Speaks English."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils import translation

from accounts.management.households import households
from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from kitchen.management.operator import OperatorCommand
from recipes.import_run import run_import
from recipes.importers import iter_recipes
from recipes.management.telling import as_json, as_text
from recipes.models import ImportBatch, ImportOutcome, ImportWay
from recipes.services.import_batch import Brought, begin_import

CHUNK = 1_000_000


class Command(OperatorCommand):
    help = "Brings the recipes of files, pages and archives into a household; without one, prints what would come in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files, or folders whose files are all read")
        parser.add_argument("--household", metavar="ID", help="its id, or its code as in the address: /h/CODE/")
        parser.add_argument("--base-url", default="", metavar="URL", help="where the pages are from")
        parser.add_argument("--wild", action="store_true", help="do without the readers for single sites")
        parser.add_argument("--dry-run", action="store_true", help="print what would come in, and keep nothing")
        parser.add_argument("--json", action="store_true", help="a line of JSON for each recipe and each failure")

    def handle(self, *_args: Any, **options: Any) -> None:
        paths = list(_files(options["paths"]))
        found = households(options["household"]) if options["household"] else []
        with translation.override("en"):
            if not found or options["dry_run"] or options["json"]:
                self.show(paths, options)
            for household, by in [] if options["dry_run"] else found:
                self.bring(household, by, paths, options)

    def show(self, paths: list[Path], options: dict[str, Any]) -> None:
        for path in paths:
            if not options["json"]:
                self.say(f"{path}:")
            with path.open("rb") as file:
                for found in iter_recipes(file, name=path.name, url=options["base_url"], wild=options["wild"]):
                    for line in [as_json(str(path), found)] if options["json"] else as_text(found):
                        self.stdout.write(line)

    def bring(self, household: Household, by: User, paths: list[Path], options: dict[str, Any]) -> None:
        brought = [Brought(path.name, _chunks(path), url=options["base_url"]) for path in paths]
        with tenancy.scope(household=household.pk, person=by.pk):
            batch, _new = begin_import(household, brought, by=by, way=ImportWay.UPLOADS, operation=new_id())
        run_import(household.pk, batch.pk, wild=options["wild"])
        self.tell(household, by, batch)

    def tell(self, household: Household, by: User, batch: ImportBatch) -> None:
        """To where errors go, so that lines of JSON stay lines of JSON."""
        with tenancy.scope(household=household.pk, person=by.pk, reads_only=True):
            batch.refresh_from_db()
            failed = list(batch.lines.filter(outcome=ImportOutcome.FAILED).values_list("name", "why"))
        self.stderr.write(f"{batch.imported} came in, {batch.already} were here already, {batch.failed} failed.")
        for name, why in failed:
            self.stderr.write(f"  ! {name}: {why}")


def _files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.exists():
            raise CommandError(f"There is no {path}.")
        yield from sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _chunks(path: Path) -> Iterator[bytes]:
    """Opened only when its turn comes."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
