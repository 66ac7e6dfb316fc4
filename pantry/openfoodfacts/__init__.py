"""What Open Food Facts knows of a barcode. Asked only for codes that a household does not know itself."""

from pantry.openfoodfacts.client import Answer, Found, Unknown, Unreachable, look_up
from pantry.openfoodfacts.payloads import OffProduct
from pantry.openfoodfacts.places import product_page

__all__ = ["Answer", "Found", "OffProduct", "Unknown", "Unreachable", "look_up", "product_page"]
