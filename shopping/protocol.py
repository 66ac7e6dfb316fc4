"""What a device sends of the changes that were made on it, read and judged. Asks no database.

`{"protocol": 1, "person": "...", "operations": [{"id", "list", "item", "kind", ...}, ...]}`, in the order in which they
were made. `kind` add brings `text`, edit `fields` (of FIELDS, only those that were changed, as they were typed),
remove `seen`. Nothing in it tells a time: only the order in which changes arrive counts.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from shopping.models import OperationKind

PROTOCOL = 1
MOST, LARGEST = 100, 256 * 1024
LONGEST_TEXT = 4000
KINDS = {kind.value: kind for kind in list(OperationKind)[:6]}
FIELDS = frozenset({"name", "amount", "note", "category", "price", "needed_on", "assigned_to"})
BIGGEST_NUMBER = 2**63 - 1
# Halves of a character, and what no text of a database may hold.
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class NotUnderstoodError(ValueError):
    """What was sent is no message of this protocol."""


@dataclass(frozen=True)
class Asked:
    """One change as a device asks for it. `wrong` says what is the matter with one that can never be applied."""

    id: UUID
    list_id: UUID
    kind: OperationKind
    item: UUID
    text: str = ""
    seen: int | None = None
    fields: dict[str, str] = field(default_factory=dict)
    wrong: str = ""


@dataclass(frozen=True)
class Message:
    person: str
    operations: list[Asked]


def read_message(body: bytes) -> Message:
    """Raises NotUnderstoodError for what is no message, and for one of a protocol that is not known here."""
    if len(body) > LARGEST:
        raise NotUnderstoodError
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstoodError from error
    operations = told.get("operations") if isinstance(told, dict) else None
    if not isinstance(operations, list) or len(operations) > MOST or told.get("protocol") != PROTOCOL:
        raise NotUnderstoodError
    return Message(str(told.get("person") or ""), [_read(one) for one in operations])


def _read(told: Any) -> Asked:
    if not isinstance(told, dict):
        raise NotUnderstoodError
    id, list_id, item = (_uuid(told.get(name)) for name in ("id", "list", "item"))
    kind = KINDS.get(str(told.get("kind")))
    if kind is None:
        # From a newer page than this server: it is told why, and keeps its text.
        wrong = _("This Kitchen does not know this change yet: load the page again.")
        return Asked(id, list_id, OperationKind.EDIT, item, wrong=wrong)
    try:
        return Asked(id, list_id, kind, item, _text(told), _seen(told), _fields(told))
    except DomainError as error:
        return Asked(id, list_id, kind, item, wrong=str(error))


def _uuid(told: Any) -> UUID:
    try:
        return UUID(told)
    except (ValueError, TypeError, AttributeError) as error:
        raise NotUnderstoodError from error


def _text(told: dict[str, Any]) -> str:
    text = told.get("text", "")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or UNSTORABLE.search(text):
        raise DomainError(_("This cannot be read: type it again."))
    return text


def _seen(told: dict[str, Any]) -> int | None:
    seen = told.get("seen")
    return seen if type(seen) is int and 0 <= seen <= BIGGEST_NUMBER else None


def _fields(told: dict[str, Any]) -> dict[str, str]:
    fields = told.get("fields", {})
    if not isinstance(fields, dict) or not FIELDS.issuperset(fields):
        raise DomainError(_("This cannot be read: type it again."))
    return {name: _text({"text": "" if value is None else value}) for name, value in fields.items()}
