"""The household that `make bench` measures on: laid out once for a size, found again by its name."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.test import Client

from accounts.models import Eater, Household, Membership, Onboarding, Role, User
from accounts.services.activity import record
from accounts.services.household import create_household
from benchmarks.dishes import dishes
from benchmarks.laying import lay_out
from chat.models import Conversation, ConversationKind, Message, MessageRole
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import Food, MovementKind, Place, StockItem, StockMovement
from recipes.models import Recipe
from shopping.models import ShoppingList, ShoppingListItem

PEOPLE, LINES, ITEMS, MESSAGES, STORAGES = 12, 300, 100, 40, ("pantry", "fridge", "freezer")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LAID = "Linden 12"
# What a run adds is taken out before the next one.
EXTRA, PAGE = "Extras", "Bench page"


@dataclass(frozen=True)
class Size:
    lots: int
    recipes: int


SIZES = {"small": Size(300, 500), "large": Size(10_000, 10_000), "huge": Size(10_000, 100_000)}


class House:
    """`ids` are those that addresses of pages need; `dish_ids` are some recipes from all over."""

    def __init__(self, size: Size, say: Callable[[str], None]) -> None:
        found = Household.objects.using("owner").filter(name=LAID).first()
        self.household = found or self._lay(size, say)
        here = {"household": self.household.pk}
        _tidy(self.household)
        self.owner = User.objects.using("owner").get(memberships__household=self.household, memberships__role="owner")
        every = Recipe.objects.using("owner").filter(**here).order_by("id").values_list("pk", flat=True)
        self.dish_ids = [str(pk) for pk in every[:: max(1, size.recipes // 40)]]
        lists = dict(ShoppingList.objects.using("owner").filter(**here).values_list("name", "pk"))
        self.ids = {
            "code": self.household.code,
            "list": str(lists["Week"]),
            "extra": str(lists[EXTRA]),
            "lot": self._first(StockItem),
            "talk": self._first(Conversation),
        }

    def _first(self, model: Any) -> str:
        return str(model.objects.using("owner").filter(household=self.household.pk).order_by("id")[0].pk)

    def session(self) -> str:
        client = Client()
        with tenancy.scope(door="sign-in"):
            client.force_login(User.objects.get(pk=self.owner.pk), backend=BACKEND)
        return client.cookies["kitchen_session"].value

    def _lay(self, size: Size, say: Callable[[str], None]) -> Household:
        chance, owner = random.Random(1), _person("Alice")
        with tenancy.scope(person=owner.pk):
            household = create_household("Being laid out", by=owner)
        for number in range(PEOPLE - 1):
            person = _person(f"Person {number}")
            Membership.objects.using("owner").create(household_id=household.pk, user_id=person.pk, role=Role.MEMBER)
            Eater.objects.using("owner").create(household_id=household.pk, name=f"Eater {number}")
        foods = list(Food.objects.using("owner").filter(staple=False).order_by("id"))
        _fill_shelves(household, owner, foods, size.lots, chance)
        say(f"{size.lots:,} lots")
        _fill_lists(household, owner, chance.sample(foods, ITEMS))
        _fill_feed(household, owner)
        _fill_talk(household, owner)
        lay_out(household, owner, dishes(size.recipes, random.Random(size.recipes)), say)
        # Last, so that what was broken off is not taken for whole.
        Household.objects.using("owner").filter(pk=household.pk).update(name=LAID)
        household.refresh_from_db(using="owner")
        return household


def _tidy(household: Household) -> None:
    """Take out what runs before have added, so that each begins with the same."""
    items = ShoppingListItem.objects.using("owner").filter(household=household.pk)
    items.filter(shopping_list__name=EXTRA).delete()
    Recipe.objects.using("owner").filter(household=household.pk, name__startswith=PAGE).delete()


def _person(name: str) -> User:
    email = f"{name.lower().replace(' ', '.')}.{new_id().hex[-8:]}@example.org"
    with tenancy.scope(door="sign-in"):
        return User.objects.create(email=email, name=name, onboarding=Onboarding.COMPLETE)


def _fill_shelves(household: Household, owner: User, foods: list[Food], count: int, chance: random.Random) -> None:
    """Four lots of five with a date, each with the line of the ledger that put it there."""
    here = {"household_id": household.pk}
    places = [
        Place.objects.using("owner").get_or_create(
            **here, name_key=name, defaults={"name": name.title(), "storage": name, "position": at}
        )[0]
        for at, name in enumerate(STORAGES)
    ]
    lots, lines = [], []
    for food in chance.choices(foods, k=count):
        day = date.today() + timedelta(days=chance.randint(-2, 60)) if chance.random() < 0.8 else None  # noqa: DTZ011
        about = {"food_id": food.pk, "name": food.name, "name_key": food.name_key, "unit": "g"}
        amount, place = Decimal(chance.randint(1, 20) * 50), chance.choice(places)
        kept = {"place_id": place.pk, "use_by": day, "date_kind": "estimated", "added_by_id": owner.pk}
        lot = StockItem(**here, **about, **kept, amount=amount)
        line = {"operation": new_id(), "kind": MovementKind.ADDED, "delta": amount, "unit": "g"}
        lots.append(lot)
        lines.append(StockMovement(**here, **line, item_id=lot.pk, to_place_id=place.pk, by_id=owner.pk))
    StockItem.objects.using("owner").bulk_create(lots, batch_size=1000)
    StockMovement.objects.using("owner").bulk_create(lines, batch_size=1000)


def _fill_lists(household: Household, owner: User, foods: list[Food]) -> None:
    here = {"household_id": household.pk, "added_by_id": owner.pk}
    week = ShoppingList.objects.using("owner").create(**here, name="Week")
    ShoppingList.objects.using("owner").create(**here, name=EXTRA)
    ShoppingListItem.objects.using("owner").bulk_create(
        ShoppingListItem(
            **here,
            shopping_list_id=week.pk,
            food_id=food.pk,
            category_id=food.category_id,
            name=food.name,
            name_key=food.name_key,
            quantity=500,
            unit="g",
        )
        for food in foods
    )


def _fill_feed(household: Household, owner: User) -> None:
    with tenancy.scope(household=household.pk, person=owner.pk):
        for _ in range(LINES):
            record(household, "household.renamed", by=owner, facts={"from": "A", "to": "B"})


def _fill_talk(household: Household, owner: User) -> None:
    here = {"household_id": household.pk, "private_to_id": owner.pk}
    about = {"kind": ConversationKind.SOLO, "title": "What to cook", "started_by_id": owner.pk}
    talk = Conversation.objects.using("owner").create(**here, **about, last_number=MESSAGES)
    ids = [new_id() for _ in range(MESSAGES)]
    Message.objects.using("owner").bulk_create(
        Message(
            **here,
            id=ids[n],
            parent_id=ids[n - 1] if n else None,
            conversation_id=talk.pk,
            number=n + 1,
            role=(MessageRole.PERSON, MessageRole.ASSISTANT)[n % 2],
            text="The **spinach** ends tomorrow: the curry uses all of it.",
        )
        for n in range(MESSAGES)
    )
