"""Reads the barcodes in pictures. Speaks English: it is for operators. Needs no database and no network."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kitchen.errors import DomainError
from kitchen.management.operator import OperatorCommand
from pantry.barcodes import Code, PictureError
from pantry.barcodes.decode import decode
from pantry.barcodes.pictures import MOST_BYTES


class Command(OperatorCommand):
    help = (
        "Prints the barcodes in pictures, a line a file. A file that cannot be read is named, the rest goes on; the "
        "exit status is then 1."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("images", nargs="+", metavar="IMAGE", type=Path, help="photos: JPEG, PNG, WebP, HEIC…")
        parser.add_argument("--json", action="store_true", help="for machines: an object a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        bad = 0
        for path in options["images"]:
            told = read(path)
            bad += "error" in told
            self.say(json.dumps(told, ensure_ascii=False) if options["json"] else in_words(told))
        if bad:
            sys.exit(1)


def read(path: Path) -> dict[str, Any]:
    """`codes` in their usual form (8, 13 or 14 digits), `read` all that each of them says; or `error`."""
    try:
        found = decode(bytes_of(path))
    except DomainError as error:
        return {"file": str(path), "codes": [], "error": str(error)}
    codes = [one for one in found if isinstance(one, Code)]
    links = [one.text for one in found if not isinstance(one, Code)]
    told: dict[str, Any] = {"file": str(path), "codes": [code.text for code in codes], "read": [*map(facts, codes)]}
    return {**told, "links": links} if links else told


def bytes_of(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise PictureError("too_large")
        return path.read_bytes()
    except OSError as error:
        raise DomainError(f"The file cannot be read ({error.strerror}).") from error


def facts(code: Code) -> dict[str, Any]:
    told: dict[str, Any] = {"code": code.text, "gtin": code.gtin, "kind": str(code.kind)}
    if code.in_store:
        told["in_store"] = {"item": code.in_store.reference, "value": code.in_store.value}
    if code.expires:
        told["expires"] = {"day": code.expires[0].isoformat(), "kind": code.expires[1]}
    return told


def in_words(told: dict[str, Any]) -> str:
    return f"{told['file']}: {told.get('error') or ', '.join([*told['codes'], *told.get('links', [])]) or 'no barcode'}"
