"""Where people see what was taken over, as the Open Database License asks."""

from pantry.barcodes import short_form

SITE = "https://world.openfoodfacts.org"
LICENCE_URL = "https://opendatacommons.org/licenses/odbl/1-0/"


def product_page(gtin: str) -> str:
    return f"{SITE}/product/{short_form(gtin)}"
