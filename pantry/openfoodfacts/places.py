"""Where people see what was taken over, as the Open Database License asks."""

from pantry.barcodes import short_form

SITE = "https://world.openfoodfacts.org"


def product_page(gtin: str) -> str:
    return f"{SITE}/product/{short_form(gtin)}"
