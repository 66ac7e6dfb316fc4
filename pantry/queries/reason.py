"""How a lot came to its date, in whole sentences."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pantry.models import DateKind, DateWhy, StockItem
from pantry.queries.day import days_in_words
from pantry.queries.foods import food


def reason_of(lot: StockItem, today: date) -> str:
    told = [_came(lot), _package(lot), _past(lot, today)]
    return " ".join(sentence for sentence in told if sentence)


def _came(lot: StockItem) -> str:
    known = food(lot.food_ref)
    words = {"food": known.name if known else lot.name, "place": lot.place.name}
    if lot.date_why == DateWhy.FROZEN and lot.use_by is None:
        return _("It is frozen, and it is not known how long it keeps so.")
    if lot.use_by is None:
        return _("Nobody has said a date, and it is not known how long this keeps.")
    if lot.date_kind == DateKind.USE_BY:
        return _("It says so on the package: use by.")
    if lot.date_kind == DateKind.BEST_BEFORE:
        return _("It says so on the package: best before. Look, smell and taste: it is often good for longer.")
    if lot.date_why == DateWhy.SAID:
        return _("Somebody here has set it by hand.")
    return _reckoned(lot, words) if lot.date_days is not None else _("Estimated.")


def _reckoned(lot: StockItem, words: dict[str, str]) -> str:
    days = days_in_words(lot.date_days or 0)
    if lot.date_why == DateWhy.OPENED and lot.opened_on:
        told = _("%(days)s after opening (%(day)s): so long %(food)s keeps open here (%(place)s).")
        return told % {**words, "days": days, "day": _day(lot.opened_on)}
    if lot.date_why == DateWhy.FROZEN and lot.frozen_on:
        told = _("%(days)s after freezing (%(day)s): so long %(food)s keeps its taste in the freezer.")
        return told % {**words, "days": days, "day": _day(lot.frozen_on)}
    if lot.date_why == DateWhy.THAWED and lot.thawed_on:
        told = _("%(days)s after thawing (%(day)s): what has been frozen keeps only a short time.")
        return told % {**words, "days": days, "day": _day(lot.thawed_on)}
    return _("Estimated: %(food)s usually keeps %(days)s here (%(place)s).") % {**words, "days": days}


def _package(lot: StockItem) -> str:
    if lot.printed_on is None or (lot.printed_on == lot.use_by and lot.date_why == DateWhy.PRINTED):
        return ""
    said = _("The package says: use by %(day)s.")
    if lot.printed_kind == DateKind.BEST_BEFORE:
        said = _("The package says: best before %(day)s.")
    return said % {"day": _day(lot.printed_on)}


def _past(lot: StockItem, today: date) -> str:
    if lot.use_by is None or lot.use_by >= today or lot.finished_at:
        return ""
    if lot.date_kind == DateKind.USE_BY:
        return _("That day is over: do not eat it any more, also if it looks and smells good.")
    if lot.date_kind == DateKind.BEST_BEFORE:
        return _("That day is over: check it, and eat it if it is still good.")
    return _("That day is over: check it well before you eat it.")


def _day(day: date) -> str:
    return date_format(day, "j M Y")
