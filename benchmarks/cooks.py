"""A household of Alice's with so many recipes and foods in its pantry: made once, found again."""

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import Allergen, Diet, Eater, Household, Onboarding, User
from accounts.services.household import create_household
from benchmarks.dishes import Dish, dishes, shares
from benchmarks.laying import lay_out
from kitchen import tenancy
from kitchen.home.demo import ALICE, PASSWORD
from kitchen.ids import new_id
from pantry.catalogue import food, name_key
from pantry.models import MovementKind, Place, StockItem, StockMovement
from recipes.models import Recipe

MOST_FOODS = 300
EATERS: dict[str, dict[str, list[str]]] = {
    "Mia": {"allergens": [Allergen.NUTS]},
    "Leo": {"diets": [Diet.NO_PORK]},
    "Ada": {},
}


class Cooks:
    """`recipe_ids` are some of its recipes, from all over."""

    def __init__(self, count: int, say: Callable[[str], None], *, given: Iterable[Dish] | None = None) -> None:
        self.count = count
        self.owner = _alice()
        name = f"{count:,} recipes" if given is None else f"{count:,} recipes of a corpus"
        found = Household.objects.using("owner").filter(name=name).first()
        self.household = found or self._make(name, given or dishes(count, random.Random(count)), say)
        every = Recipe.objects.using("owner").filter(household=self.household).order_by("id")
        self.recipe_ids: list[UUID] = list(every.values_list("pk", flat=True))[:: max(1, count // 40)]

    def _make(self, name: str, given: Iterable[Dish], say: Callable[[str], None]) -> Household:
        with tenancy.scope(person=self.owner.pk):
            household = create_household(name, by=self.owner)
        for eater, needs in EATERS.items():
            Eater.objects.using("owner").create(household_id=household.pk, name=eater, **needs)
        _fill_shelves(household, self.owner, random.Random(3))
        lay_out(household, self.owner, given, say)
        return household

    def keep(self, foods: int) -> None:
        """So many foods stay in the pantry, the most frequent ones."""
        lots = StockItem.objects.using("owner").filter(household=self.household)
        kept = list(lots.order_by("created_at", "id").values_list("pk", flat=True)[:foods])
        lots.filter(pk__in=kept).update(finished_at=None)
        lots.exclude(pk__in=kept).update(finished_at=timezone.now())


def _alice() -> User:
    """She of the demo, so that one may sign in and look."""
    with tenancy.scope(door="sign-in"):
        alice = User.objects.filter(email=ALICE).first()
        if alice is None:
            alice = User.objects.create_user(ALICE, PASSWORD, name="Alice", onboarding=Onboarding.COMPLETE)
            EmailAddress.objects.create(user=alice, email=ALICE, verified=True, primary=True)
    return alice


def _fill_shelves(household: Household, owner: User, chance: random.Random) -> None:
    """A lot of each of the most frequent foods, every second with a date."""
    place = Place.objects.using("owner").create(
        household_id=household.pk, name="Larder", name_key="larder", storage="pantry", position=9
    )
    known = [one for share in shares() if (one := food(share.food)) and not one.staple][:MOST_FOODS]
    items = [
        StockItem(
            household_id=household.pk,
            food_id=one.number,
            name=one.name,
            name_key=name_key(one.name),
            amount=Decimal(chance.randint(1, 20) * 50),
            unit="g",
            place=place,
            use_by=date.today() + timedelta(days=chance.randint(0, 60)) if chance.random() < 0.5 else None,  # noqa: DTZ011
            date_kind="estimated",
            added_by_id=owner.pk,
        )
        for one in known
    ]
    StockItem.objects.using("owner").bulk_create(items)
    StockMovement.objects.using("owner").bulk_create(_line(item, owner) for item in items)


def _line(item: StockItem, owner: User) -> StockMovement:
    there = {"household_id": item.household_id, "item_id": item.pk, "unit": item.unit, "to_place_id": item.place_id}
    return StockMovement(**there, operation=new_id(), kind=MovementKind.ADDED, delta=item.amount, by_id=owner.pk)
