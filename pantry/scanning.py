"""How the views of scanning make their forms: with what Open Food Facts and a shop's own code say."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language

from accounts.doors import HouseholdRequest
from pantry.barcodes import Code, CodeError, read_code
from pantry.forms.product import pack_as_typed
from pantry.forms.scan import KeepForm, MeasureForm
from pantry.models import ProductSource
from pantry.openfoodfacts import Answer, Found, OffProduct, Unreachable, look_up, product_page
from pantry.queries.foods import food
from pantry.queries.product import guess_food
from pantry.queries.stock import PLAIN, picture_of
from pantry.services.place import places_of
from pantry.services.product import Said
from pantry.services.scan import Wish, measures_of
from pantry.services.scan_stock import Piece

ID = re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True)
class Asked:
    """What is shown with the question "what is this?": what they know, or why nobody could ask them."""

    code: Code
    product: OffProduct | None = None
    page: str = ""
    why: str = ""
    was_asked: bool = False

    @property
    def emoji(self) -> str:
        return picture_of(guess_food(self.product.name, self.product.kinds)) if self.product else PLAIN


def code_in(data: QueryDict) -> Code | None:
    try:
        return read_code(data.get("code", ""))
    except CodeError:
        return None


def ask_about(code: Code, *, again: bool = False) -> Asked:
    """A shop's own codes are asked of nobody: they mean something else in the next shop."""
    if code.in_store:
        return Asked(code)
    answer = answer_for(code, again=again)
    if isinstance(answer, Found):
        return Asked(code, answer.product, product_page(code.gtin), was_asked=True)
    why = answer.why if isinstance(answer, Unreachable) else ""
    return Asked(code, why=why, was_asked=not why)


def answer_for(code: Code, *, again: bool = False) -> Answer:
    return look_up(code.gtin, language=(get_language() or "en")[:2], again=again)


def pieces_in(request: HouseholdRequest, code: Code | None) -> dict[str, Piece]:
    return measures_of(code, request.household.currency) if code and code.in_store else {}


def keep_form(request: HouseholdRequest, code: Code | None, data: Any = None, **more: Any) -> KeepForm:
    """Several may stand on one page: the ids of their fields begin with that of the operation."""
    pieces, currency = pieces_in(request, code), request.household.currency
    operation = str((data or more.get("initial") or {}).get("operation", ""))
    auto_id = f"{operation}_%s" if ID.fullmatch(operation) else "id_%s"
    return KeepForm(
        data, places=places_of(request.household), pieces=pieces, currency=currency, auto_id=auto_id, **more
    )


def measure_form(request: HouseholdRequest, code: Code, data: Any = None, **more: Any) -> MeasureForm:
    return MeasureForm(data, pieces=pieces_in(request, code), currency=request.household.currency, **more)


def asked_form(request: HouseholdRequest, asked: Asked, wish: Wish) -> KeepForm:
    """Filled with what they know."""
    code, product = asked.code, asked.product
    initial: dict[str, Any] = {"operation": wish.operation, "mode": wish.mode, "code": code.whole}
    if code.expires:
        initial["use_by"] = code.expires[0]
    if product:
        kind = food(guess_food(product.name, product.kinds))
        initial |= {"name": product.name, "brand": product.brand, "looked_up": True}
        initial |= {"pack": pack_as_typed(product.pack), "kind": kind.name if kind else ""}
    return keep_form(request, code, initial=initial)


def said_in(form: KeepForm) -> Said:
    """Their figures come from themselves, never from what a form brings back."""
    given, code = form.cleaned_data, form.cleaned_data["code"]
    answer = answer_for(code) if given["looked_up"] and not code.in_store else None
    theirs = answer.product if isinstance(answer, Found) else None
    figures = (theirs.nutrition or {}).items() if theirs else ()
    return Said(
        name=given["name"],
        brand=given["brand"],
        pack=given["pack"],
        food=form.food(),
        nutrition={name: f"{figure:f}" for name, figure in figures},
        source=ProductSource.OFF if theirs else ProductSource.OWN,
        source_url=product_page(code.gtin) if theirs else "",
        codes={code.key: given.get("measure", "")},
    )
