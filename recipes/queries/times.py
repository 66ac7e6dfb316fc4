"""How long a dish takes, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DAYS_FROM = 48  # hours


def how_long(minutes: int | None) -> str:
    """25 min, 1 h 30 min, 2 days; "" for what nobody knows."""
    hours, rest = divmod(minutes or 0, 60)
    if hours >= DAYS_FROM:
        return ngettext("%(count)d day", "%(count)d days", hours // 24) % {"count": hours // 24}
    if hours and rest:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    if hours:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(minutes)s min") % {"minutes": rest} if rest else ""
