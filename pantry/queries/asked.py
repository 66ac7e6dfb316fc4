"""What the address of the pantry's page asks for, and the addresses of what else could be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from pantry.catalogue import AISLES
from pantry.models import Storage

# A page of so many rows stays below its weight also with long names.
ROWS = 60
MOST_PAGES, LONGEST_SEARCH = 100_000, 80
# How many pages that were loaded one after the other are drawn again at once.
MOST_AGAIN = 5
URGENCY, PLACE, CATEGORY = "urgency", "place", "category"
VIEWS = (URGENCY, PLACE, CATEGORY)
# The aisle of what nobody knows.
UNKNOWN = "unknown"
LATE, CHECK, SOON, FRESH = "late", "check", "soon", "fresh"
OPENED, FROZEN, UNDATED = "opened", "frozen", "unknown-date"
STATES = (LATE, CHECK, SOON, OPENED, FRESH, FROZEN, UNDATED)


@dataclass(frozen=True)
class Asked:
    """What is in an address that cannot be is left out. `upto`: all pages up to that one; `picking`: with boxes."""

    by: str = URGENCY
    place: UUID | None = None
    storage: str = ""
    category: str = ""
    state: str = ""
    text: str = ""
    page: int = 1
    upto: int = 0
    picking: bool = False
    system: str = "metric"

    @property
    def is_narrow(self) -> bool:
        return bool(self.place or self.storage or self.category or self.state or self.text)

    @property
    def span(self) -> tuple[int, int]:
        """The first row, and the one behind the last."""
        return (0, self.upto * ROWS) if self.upto else ((self.page - 1) * ROWS, self.page * ROWS)

    def pairs(self) -> list[tuple[str, str]]:
        """For the address and for hidden fields, nothing that goes without saying."""
        told = {
            "by": self.by if self.by != URGENCY else "",
            "place": str(self.place or ""),
            "storage": self.storage,
            "category": self.category,
            "state": self.state,
            "q": self.text,
            "select": "1" if self.picking else "",
            "page": str(self.page) if self.page > 1 else "",
            "upto": str(self.upto) if self.upto > 1 else "",
        }
        return [(name, value) for name, value in told.items() if value]

    def kept(self) -> list[tuple[str, str]]:
        """What goes along when one types into the search."""
        return [(name, value) for name, value in self.pairs() if name not in {"q", "page", "upto"}]

    def url(self, **changes: Any) -> str:
        """The address of the same with something else, from its beginning."""
        return f"?{urlencode(replace(self, **{'page': 1, 'upto': 0, **changes}).pairs())}"


def asked_of(query: Mapping[str, str], system: str) -> Asked:
    """Out of a request's query."""
    typed = "".join(letter if letter.isprintable() else " " for letter in query.get("q", "")[:LONGEST_SEARCH])
    return Asked(
        by=_one_of(VIEWS, query.get("by", ""), URGENCY),
        place=read_uuid(query.get("place", "")),
        storage=_one_of(Storage.values, query.get("storage", "")),
        category=_one_of((*AISLES, UNKNOWN), query.get("category", "")),
        state=_one_of(STATES, query.get("state", "")),
        text=" ".join(typed.split()),
        page=_number(query.get("page", ""), MOST_PAGES) or 1,
        upto=_number(query.get("upto", ""), MOST_AGAIN),
        picking=query.get("select") == "1",
        system=system,
    )


def read_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _one_of(names: Any, said: str, otherwise: str = "") -> str:
    return said if said in names else otherwise


def _number(text: str, most: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 6 and int(text) <= most else 0  # noqa: PLR2004
