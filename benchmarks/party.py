"""A household of four with one list, laid out in the database of KITCHEN_VAR while its server runs."""

from typing import Any
from uuid import uuid4

import django
import httpx2

django.setup()

from django.test import Client

from accounts.models import Household, Membership, Onboarding, Role, User
from benchmarks.shoppers import Place, Shopper
from kitchen import tenancy
from pantry.models import Food
from shopping.models import ShoppingList

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PEOPLE = (("Alice", Role.OWNER), ("Bob", Role.MEMBER), ("Carol", Role.ADMIN), ("Dan", Role.MEMBER))


class Party:
    """So many shoppers, each with a session of their own, of one of the four."""

    def __init__(self, shoppers: int) -> None:
        self.household = Household.objects.using("owner").create(name="Party")
        self.people = [self._person(name, role) for name, role in PEOPLE]
        kept = ShoppingList.objects.using("owner").create(household=self.household, name="Everything")
        self.code, self.list = self.household.code, str(kept.pk)
        self.sessions = [self._session(self.people[at % 4]) for at in range(shoppers)]
        self.names = list(Food.objects.using("owner").order_by("pk").values_list("name", flat=True))

    def _person(self, name: str, role: Role) -> User:
        email = f"{name.lower()}.{uuid4().hex[:8]}@example.org"
        person = User.objects.using("owner").create(email=email, name=name, onboarding=Onboarding.COMPLETE)
        Membership.objects.using("owner").create(household=self.household, user=person, role=role)
        return person

    def shopper(self, place: Place, http: httpx2.AsyncClient, at: int) -> Shopper:
        return Shopper(place, str(self.people[at % 4].pk), self.sessions[at], http)

    def _session(self, person: User) -> str:
        client = Client()
        with tenancy.scope(door="sign-in"):
            client.force_login(person, backend=BACKEND)
        return client.cookies["kitchen_session"].value

    def items(self, shopper: Shopper, count: int) -> list[dict[str, Any]]:
        """Operations that put so many foods on the list."""
        return [shopper.operation("add", text=name) for name in self.names[:count]]
