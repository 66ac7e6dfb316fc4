from typing import Any

from django import template

from accounts.models import Household
from accounts.queries.notice import last_number

register = template.Library()


@register.inclusion_tag("accounts/live/socket.html", takes_context=True)
def live_socket(context: template.Context) -> dict[str, Any]:
    """The element that keeps a household's page true, from the number that the page was drawn at."""
    household = getattr(context["request"], "household", None)
    return {"household": household, "number": number_of(household)} if household else {}


def number_of(household: Household) -> int:
    """The number read with the household, before the page's own rows; read now, a change between would be missed."""
    if "notice_counter" in household._state.fields_cache:
        counter = household._state.fields_cache["notice_counter"]
        return counter.last if counter else 0
    return last_number(household.pk)
