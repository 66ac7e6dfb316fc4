"""The form of the file: names of its members, and the number that counts up when an older program could not read it."""

import json
import mimetypes
import re
from typing import Any

FORMAT, VERSION = "kitchen-household", 1
MANIFEST, HOUSEHOLD, PEOPLE = "manifest.json", "household.json", "people.json"
PAPERS = (MANIFEST, HOUSEHOLD, PEOPLE)
FILE = re.compile(r"files/([0-9a-f]{64})\.[a-z0-9]{1,5}")
# Not known to every Python.
ENDINGS = {"image/webp": ".webp", "image/jpeg": ".jpg", "image/heic": ".heic", "image/avif": ".avif"}


def table_name(label: str) -> str:
    return f"tables/{label}.jsonl"


def file_name(sha256: str, media_type: str) -> str:
    ending = ENDINGS.get(media_type) or mimetypes.guess_extension(media_type) or ".bin"
    return f"files/{sha256}{ending if re.fullmatch(r'[.][a-z0-9]{1,5}', ending) else '.bin'}"


def as_json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
