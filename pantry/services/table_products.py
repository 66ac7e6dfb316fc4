from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from accounts.models import Household, User
from kitchen.errors import DomainError
from pantry.barcodes import Code, CodeError, read_code
from pantry.models import ProductBarcode
from pantry.services.product import Said, add_product
from pantry.tables import Given


class Products:
    """Products by the codes that rows bring along: those that are known, and new ones for the others."""

    def __init__(self, household: Household, rows: Sequence[Given], by: User) -> None:
        self.household, self.by = household, by
        self.codes = {row.barcode: code for row in rows if row.barcode and (code := key_of(row.barcode))}
        found = ProductBarcode.objects.filter(household=household, code__in=self.codes.values())
        self.known: dict[str, UUID | None] = dict(found.values_list("code", "product_id"))

    def of(self, row: Given) -> UUID | None:
        """None for a row without a code, or with one that cannot be."""
        code = self.codes.get(row.barcode)
        if code is None:
            return None
        if code not in self.known:
            said = Said(row.name, brand=row.brand, pack=row.pack, codes={code: ""})
            try:
                with transaction.atomic():
                    self.known[code] = add_product(self.household, said, by=self.by).pk
            except DomainError:
                self.known[code] = None
        return self.known[code]


def key_of(text: str) -> str:
    """The 14 digits of a code that every shop knows; empty for any other."""
    try:
        found = read_code(text)
    except CodeError:
        return ""
    return found.gtin if isinstance(found, Code) and found.in_store is None else ""
