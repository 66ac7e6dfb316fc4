"""What the feed says of the pantry: lots are told in the words and units of whoever reads."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from accounts.models import Activity
from accounts.verbs import Verb
from pantry.queries.amount import in_words
from pantry.services import lead, place, product_undo, stock_undo


@dataclass(frozen=True)
class LotsVerb(Verb):
    """A verb about lots: `{what}` in its sentence stands for those that the facts name."""

    def tell(self, activity: Activity, actor: str) -> str:
        facts = {"what": lots_in_words(activity.facts), **activity.facts}
        return str(self.sentence).format(actor=actor, **facts)


def lots_in_words(facts: dict[str, Any]) -> str:
    """Says "2 l milk, 6 eggs and 3 more"."""
    named = [_lot(lot) for lot in facts.get("lots", [])]
    if more := facts.get("more", 0):
        named.append(ngettext("%(count)d more", "%(count)d more", more) % {"count": more})
    return get_text_list(named, _("and"))


def _lot(lot: dict[str, Any]) -> str:
    amount, pack = (None if lot.get(name) is None else Decimal(lot[name]) for name in ("amount", "pack"))
    much = in_words(amount, lot.get("unit", ""), lot.get("rough", ""), pack)
    return _("%(amount)s %(name)s") % {"amount": much, "name": lot["name"]}


VERBS = {
    "stock.added": LotsVerb(lazy("{actor} put {what} on the shelves"), "pantry", stock_undo.undo_stock),
    "stock.brought": LotsVerb(lazy("{actor} brought along what had become of {what}"), "upload"),
    "stock.used": LotsVerb(lazy("{actor} used {what}"), "bowl", stock_undo.undo_stock),
    "stock.wasted": LotsVerb(lazy("{actor} threw {what} away"), "trash", stock_undo.undo_stock),
    "stock.moved": LotsVerb(lazy("{actor} moved {what} to {place}"), "swap", stock_undo.undo_stock),
    "stock.opened": LotsVerb(lazy("{actor} opened {what}"), "open", stock_undo.undo_stock),
    "stock.frozen": LotsVerb(lazy("{actor} froze {what}: {place}"), "snow", stock_undo.undo_stock),
    "stock.thawed": LotsVerb(lazy("{actor} took {what} out to thaw: {place}"), "thaw", stock_undo.undo_stock),
    "stock.split": LotsVerb(lazy("{actor} set {what} apart"), "split", stock_undo.undo_stock),
    "stock.merged": LotsVerb(lazy("{actor} put {what} together"), "merge", stock_undo.undo_stock),
    "stock.counted": LotsVerb(lazy("{actor} counted {what}"), "check", stock_undo.undo_stock),
    "stock.corrected": LotsVerb(lazy("{actor} corrected {what}"), "edit", stock_undo.undo_stock),
    "product.added": Verb(lazy("{actor} noted what a barcode is: {name}"), "barcode", product_undo.undo_adding_product),
    "product.changed": Verb(lazy("{actor} changed the product {name}"), "edit", product_undo.undo_product_change),
    "product.removed": Verb(lazy("{actor} removed the product {name}"), "trash", product_undo.undo_product_removal),
    "lead.changed": Verb(lazy("{actor} changed how early to be told of food"), "clock", lead.undo_lead_change),
    "place.added": Verb(lazy("{actor} made a place for food: {name}"), "plus", place.undo_adding_place),
    "place.changed": Verb(lazy("{actor} changed the place {name}"), "edit", place.undo_place_change),
    "place.removed": Verb(lazy("{actor} removed the place {name}"), "trash", place.undo_place_removal),
}
