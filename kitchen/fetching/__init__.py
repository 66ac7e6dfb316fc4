"""The one way in which the program fetches an address that a person gave."""

from kitchen.fetching.errors import FetchError
from kitchen.fetching.guard import PUBLIC, Guard, Limits
from kitchen.fetching.page import PICTURES, Page, fetch

__all__ = ["PICTURES", "PUBLIC", "FetchError", "Guard", "Limits", "Page", "fetch"]
