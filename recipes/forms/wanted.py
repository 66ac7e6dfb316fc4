"""What the address of the collection asks for; what makes no sense is left out."""

from django.http import QueryDict

from recipes.queries.finding import SORTS, Sort
from recipes.queries.recipe import Wanted

LONGEST_TEXT, LONGEST_TAG = 80, 40
LONGEST_NUMBER = 5


def wanted_from(given: QueryDict, *, at_table: bool) -> Wanted:
    """Whom a dish suits is for the people of the table to ask."""
    sort_by = given.get("sort_by", "")
    return Wanted(
        text=shown(given.get("q", ""))[:LONGEST_TEXT],
        sort=Sort(sort_by if sort_by in SORTS else SORTS[0], given.get("order") == "desc"),
        max_minutes=number(given.get("max_minutes", "")),
        tag=shown(given.get("tag", ""))[:LONGEST_TAG],
        cookable=given.get("cookable") == "1",
        for_everybody=at_table and given.get("for_everybody") == "1",
        page=number(given.get("page", "")) or 1,
    )


def shown(text: str) -> str:
    """On one line, without what nobody sees."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[:1000]).split())


def number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
