from typing import Any

from django import template

from accounts.queries.notice import last_number

register = template.Library()


@register.inclusion_tag("accounts/live/socket.html", takes_context=True)
def live_socket(context: template.Context) -> dict[str, Any]:
    """The element that keeps a household's page true, from the number that the page was drawn at."""
    request = context["request"]
    household = getattr(request, "household", None)
    if household is None:
        return {}
    # Read before the page's own rows where the middleware did so; later, a change between the two would be missed.
    number = getattr(request, "notice_number", None)
    return {"household": household, "number": last_number(household.pk) if number is None else number}
