"""The shelves of the cast: lots of every urgency, with dates, packs, notes and lines of their ledger."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Household, User
from tests.factories import PlaceFactory, ProductFactory, StockItemFactory

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
FOOD = "Vortle"


def cast_shelves(household: Household, owner: User, many: int) -> dict[str, object]:
    """What stands in the URLs of the pantry. As many lots as of everything, each in one of as many places."""
    today = timezone.localdate()
    places = [PlaceFactory(household=household, name=f"{FOOD} {n}", storage="fridge", position=n) for n in range(many)]
    products = [
        ProductFactory(household=household, name=FOOD, brand=FOOD, nutrition={"energy": "90"}, note=FOOD)
        for _ in places
    ]
    lots = [
        StockItemFactory(
            household=household,
            name=FOOD,
            product=products[at],
            place=place,
            amount=Decimal(800),
            pack=Decimal(400),
            use_by=today + timedelta(days=at * 2 - 2),
            date_kind="estimated",
            note=FOOD,
            added_by=owner,
        )
        for at, place in enumerate(places)
    ]
    ids = {"pantry:stock": lots[0].pk, "pantry:place": places[0].pk, "pantry:product": products[0].pk}
    ids["pantry:take"] = places[0].pk
    return {**ids, "pantry:scan": lots[0].pk, "pantry:label": lots[0].pk}
