"""A large household with everything in it: what `make bench` measures on. The same at each run."""

import random
from decimal import Decimal
from typing import Any

from django.db import connection

from accounts.models import Activity, Household, Role, User
from benchmarks.shelves import fill_shelves
from chat.models import Conversation, ConversationKind, Message, MessageRole
from kitchen.ids import new_id
from pantry.models import Food
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from recipes.services.renewal import renew_recipes
from shopping.models import ShoppingList, ShoppingListItem
from tests.database import as_owner
from tests.factories import EaterFactory, HouseholdFactory, MembershipFactory, UserFactory

PEOPLE, LINES, LOTS, RECIPES, INGREDIENTS, ITEMS, MESSAGES = 12, 300, 300, 500, 10, 100, 40


class LargeHousehold:
    """12 people, 300 lines in the feed, 300 lots, 500 recipes of 10 ingredients, a list of 100, a chat of 40."""

    def __init__(self) -> None:
        self.random = random.Random(1)
        self.household: Household = HouseholdFactory(name="Linden 12")
        self.owner: User = UserFactory(name="Alice")
        MembershipFactory(household=self.household, user=self.owner, role=Role.OWNER)
        MembershipFactory.create_batch(PEOPLE - 1, household=self.household)
        EaterFactory.create_batch(PEOPLE, household=self.household)
        with as_owner():
            self.foods = list(Food.objects.filter(staple=False).order_by("id"))
            self._feed()
            self.lot = fill_shelves(self.household, self.owner, self.foods, LOTS, self.random)[0]
            self.recipe = self._recipes()
            self.shopping_list = self._list()
            self.conversation = self._talk()
            # What PostgreSQL does by itself a minute after rows came in.
            connection.cursor().execute("ANALYZE")

    @property
    def here(self) -> dict[str, Any]:
        return {"household": self.household}

    def _feed(self) -> None:
        facts = {"from": "A", "to": "B"}
        Activity.objects.bulk_create(
            Activity(**self.here, number=n, verb="household.renamed", actor=self.owner, facts=facts)
            for n in range(1, LINES + 1)
        )

    def _recipes(self) -> Recipe:
        recipes = [
            Recipe(
                **self.here,
                name=f"{self.random.choice(self.foods).name.title()} dish {n}",
                name_key=f"dish {n}",
                servings=4,
                prep_minutes=10,
                cook_minutes=self.random.randint(5, 90),
                added_by=self.owner,
            )
            for n in range(RECIPES)
        ]
        Recipe.objects.bulk_create(recipes)
        RecipeIngredient.objects.bulk_create(
            self._ingredient(recipe, position) for recipe in recipes for position in range(INGREDIENTS)
        )
        RecipeStep.objects.bulk_create(
            RecipeStep(**self.here, recipe=recipe, position=position, text="Stir it for ten minutes.")
            for recipe in recipes
            for position in range(5)
        )
        renew_recipes(self.household, [recipe.pk for recipe in recipes])
        return recipes[0]

    def _ingredient(self, recipe: Recipe, position: int) -> RecipeIngredient:
        # The first sixty foods are in most dishes, as in real kitchens.
        food = self.random.choice(self.foods[:60] if self.random.random() < 0.7 else self.foods)
        amount = Decimal(self.random.randint(1, 10) * 25)
        return RecipeIngredient(
            **self.here,
            recipe=recipe,
            position=position,
            original=f"{amount} g {food.name}",
            quantity=amount,
            unit="g",
            name=food.name,
            name_key=food.name_key,
            food=food,
            confidence=1,
        )

    def _list(self) -> ShoppingList:
        made = ShoppingList.objects.create(**self.here, name="Week", added_by=self.owner)
        foods = self.random.sample(self.foods, ITEMS)
        ShoppingListItem.objects.bulk_create(
            ShoppingListItem(
                **self.here,
                shopping_list=made,
                food=food,
                category_id=food.category_id,
                name=food.name,
                name_key=food.name_key,
                quantity=500,
                unit="g",
                added_by=self.owner,
            )
            for food in foods
        )
        return made

    def _talk(self) -> Conversation:
        talk = Conversation.objects.create(
            **self.here,
            kind=ConversationKind.SOLO,
            private_to=self.owner,
            title="What to cook",
            started_by=self.owner,
            last_number=MESSAGES,
        )
        roles = (MessageRole.PERSON, MessageRole.ASSISTANT)
        ids = [new_id() for _ in range(MESSAGES)]
        Message.objects.bulk_create(
            Message(
                **self.here,
                id=ids[n - 1],
                parent_id=ids[n - 2] if n > 1 else None,
                conversation=talk,
                private_to=self.owner,
                number=n,
                role=roles[(n + 1) % 2],
                text="The **spinach** ends tomorrow: the curry uses all of it.",
            )
            for n in range(1, MESSAGES + 1)
        )
        return talk
