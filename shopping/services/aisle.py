"""What a household says of where things stand in the shop."""

from accounts.models import Household
from shopping.models import AisleChoice


def remember_aisle(household: Household, key: str, category: int | None) -> None:
    """Next time it goes there by itself; None forgets. For whoever holds the lock of the list that it is on."""
    if category is None:
        AisleChoice.objects.filter(household=household, name_key=key).delete()
    else:
        AisleChoice.objects.update_or_create(household=household, name_key=key, defaults={"category_id": category})
