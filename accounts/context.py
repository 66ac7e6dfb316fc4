"""What every page of the shell shows beside its own content."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.queries.people import people_here

FOR_KEEPING = "Kitchen-Keep"


def shell(request: HttpRequest) -> dict[str, Any]:
    """`people` of the household (asked for only where drawn) and the `theme` the person chose.

    A page that a device asks for only to keep it tells no `messages`: they are for the page that one looks at.
    """
    user = getattr(request, "user", None)
    household = getattr(request, "household", None)
    theme = user.preferences.get("theme", "auto") if user and user.is_authenticated else "auto"
    here = {"theme": theme, "people": SimpleLazyObject(lambda: people_here(household) if household else [])}
    return {**here, "messages": []} if FOR_KEEPING in request.headers else here
