"""The arithmetic of what a dish lacks, in words."""

from django.utils.translation import gettext as _

from kitchen.units import Quantity, convert, tell
from recipes.queries.need import Need

MANY_SPOONS = 12


def why_of(need: Need, listed: Quantity | None, buy: Quantity | None, *, covered: bool) -> str:
    if covered:
        return _("on the list for this dish already")
    if need.enough is False:
        return " ".join(part for part in (lacking(need.needed, need.there, listed, buy), need.why) if part)
    return need.why or enough(need.needed, need.there)


def lacking(needed: Quantity | None, there: Quantity | None, listed: Quantity | None, buy: Quantity | None) -> str:
    told = {"needed": _told(needed), "there": here(there), "listed": _told(listed), "buy": _told(buy)}
    if not told["needed"]:
        return _("not here")
    if told["listed"] and told["there"]:
        return _("needs %(needed)s, %(there)s here, %(listed)s on the list for it, buy %(buy)s") % told
    if told["listed"]:
        return _("needs %(needed)s, %(listed)s on the list for it, buy %(buy)s") % told
    if told["there"]:
        return _("needs %(needed)s, %(there)s here, buy %(buy)s") % told
    return _("needs %(needed)s, none here") % told


def enough(needed: Quantity | None, there: Quantity | None) -> str:
    if needed and (told := here(there)):
        return _("needs %(needed)s, %(there)s here") % {"needed": tell(needed), "there": told}
    return _("here")


def here(there: Quantity | None) -> str:
    """Nobody keeps sixty spoons of oil: what is much is told as it stands on a bottle."""
    if there is None or not there.amount:
        return ""
    by_spoon = there.unit in {"tsp", "tbsp", "cup"} and there.amount > MANY_SPOONS
    return tell(convert(there, "ml") if by_spoon else there)


def _told(amount: Quantity | None) -> str:
    return tell(amount) if amount and amount.amount else ""
