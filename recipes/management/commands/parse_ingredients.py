import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand
from kitchen.units import rounded
from pantry.queries.foods import match
from recipes.parsing import Line, parse_line


class Command(OperatorCommand):
    help = "Reads ingredient lines from a file (or - for what is typed) and says what each means."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        for text in lines_of(options["file"]):
            line = parse_line(text)
            self.stdout.write(json.dumps(as_json(line), ensure_ascii=False) if options["json"] else as_text(line))


def lines_of(file: str) -> Iterable[str]:
    """The lines that are not empty. Raises DomainError where there is no such file."""
    if file == "-":
        found = sys.stdin.read()
    else:
        try:
            found = Path(file).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise DomainError(f"{file} cannot be read: {error.strerror}.") from error
    return (line for line in found.splitlines() if line.strip())


def digits(amount: Decimal | None) -> str:
    return "" if amount is None else f"{rounded(amount).normalize():f}"


def number(amount: Decimal | None) -> int | float | None:
    """A number of JSON, which writes the digits as they are: nobody reckons with it."""
    return None if amount is None else json.loads(digits(amount))


def as_json(line: Line) -> dict[str, Any]:
    """`food` is the food of the catalogue that the name means, null where none is certain enough."""
    found = match("" if line.section else line.name)
    return {
        "text": line.text,
        "quantity": number(line.quantity),
        "quantity_max": number(line.quantity_max),
        "unit": line.unit,
        "name": line.name,
        "note": line.note,
        "optional": line.optional,
        "food": found.food.name if found.food else None,
        "confidence": round(found.confidence, 2),
        "section": line.section,
    }


def as_text(line: Line) -> str:
    amount = "–".join(filter(None, [digits(line.quantity), digits(line.quantity_max)]))
    return " | ".join([" ".join(filter(None, [amount, line.unit])), line.name, line.note])
