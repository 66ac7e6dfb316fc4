"""One picture of something to buy: of the package that is meant."""

from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.services.stored_file import store_file
from recipes.pictures import MEDIA_TYPE
from shopping.models import ShoppingListItem
from shopping.services.item import change_item


@transaction.atomic
def change_item_with_picture(
    item: ShoppingListItem,
    *,
    by: User,
    picture: bytes | None = None,
    without_picture: bool = False,
    changes: dict[str, Any],
) -> ShoppingListItem:
    """`picture` is one as `recipes.pictures` makes it; None leaves the one that is there, unless it is taken away."""
    if picture is not None:
        changes = {**changes, "picture": store_file(item.household, [picture], media_type=MEDIA_TYPE)}
    elif without_picture:
        changes = {**changes, "picture": None}
    return change_item(item, by=by, **changes) if changes else item
