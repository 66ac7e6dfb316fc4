"""Why a lot has its date, in a whole sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pantry.catalogue import SEALED
from pantry.models import DateKind, StockItem
from pantry.queries.foods import food


def reason_of(item: StockItem) -> str:
    if item.use_by is None:
        return _("Nobody has said a date, and it is not known how long this keeps.")
    if item.date_kind == DateKind.USE_BY:
        return _("It says so on the package: use by.")
    if item.date_kind == DateKind.BEST_BEFORE:
        return _("It says so on the package: best before. Look, smell and taste: it is often good for longer.")
    known = food(item.food_ref)
    days = known.shelf_life.get((item.place.storage, SEALED)) if known else None
    if known is None or days is None:
        return _("Estimated.")
    words = {"food": known.name, "place": item.place.name, "days": days}
    return (
        ngettext(
            "Estimated: %(food)s usually keeps a day here (%(place)s).",
            "Estimated: %(food)s usually keeps %(days)d days here (%(place)s).",
            days,
        )
        % words
    )
