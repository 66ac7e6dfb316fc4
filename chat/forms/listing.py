"""What of the list of conversations somebody asks for; nonsense is the first page."""

from django.http import QueryDict

from chat.queries.conversation_list import ASIDE, Wanted

HIGHEST_PAGE, LONGEST = 9999, 80


def wanted_of(given: QueryDict) -> Wanted:
    text = " ".join(given.get("q", "").replace("\0", "").split())[:LONGEST]
    return Wanted(text, given.get("show") == ASIDE, page_number(given.get("page", "")))


def page_number(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(HIGHEST_PAGE)) else 1
    return max(1, number)
