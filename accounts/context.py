"""What every page of the shell shows beside its own content."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.queries.people import people_here


def shell(request: HttpRequest) -> dict[str, Any]:
    """`people` of the household (asked for only where drawn) and the `theme` the person chose."""
    user = getattr(request, "user", None)
    household = getattr(request, "household", None)
    theme = user.preferences.get("theme", "auto") if user and user.is_authenticated else "auto"
    return {"theme": theme, "people": SimpleLazyObject(lambda: people_here(household) if household else [])}
