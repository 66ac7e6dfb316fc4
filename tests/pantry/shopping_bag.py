"""What a household has bought before: products with codes, for the tests of scanning."""

from decimal import Decimal
from typing import Any

from accounts.models import Household, User
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.barcodes import read_code
from pantry.barcodes.digits import with_check
from pantry.models import Product
from pantry.queries.foods import food_called
from pantry.services.product import Said, add_product

OATS, TOMATOES, BOOK = "4006381333931", "96385074", "9780140013993"
# A shop's own code for cheese: 1.99, or 199 grams.
CHEESE = with_check("221234500199")


def said(name: str, *codes: str, pack: str = "500", unit: str = "g", **more: Any) -> Said:
    measure = more.pop("measure", "")
    amount = Quantity(Decimal(pack), unit) if pack else None
    keys = {read_code(code).key: measure for code in codes}
    return Said(name=name, pack=amount, food=more.pop("food", food_called(name)), codes=keys, **more)


def bought(household: Household, by: User, name: str = "Rolled oats", *codes: str, **more: Any) -> Product:
    return add_product(household, said(name, *(codes or (OATS,)), **more), by=by, id=new_id())
