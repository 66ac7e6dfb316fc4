"""A household with one of everything, and a way to try things on it that leave nothing behind."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.conventions.dishes import cast_dishes
from tests.conventions.foods import cast_foods
from tests.conventions.lists import cast_lists
from tests.conventions.opinions import cast_opinions
from tests.conventions.searches import cast_searches
from tests.conventions.shelves import cast_shelves
from tests.conventions.talks import cast_talks
from tests.database import as_owner
from tests.factories import ActivityFactory, EaterFactory, InvitationFactory, MembershipFactory, UserFactory
from tests.factories.accounts import PASSWORD

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass
class Target:
    """Linden 12 and the ids of what is in it; `client` is its owner's, who has just given the password."""

    household: Household
    owner: User
    client: Client
    ids: dict[str, Any]

    def url(self, name: str, arguments: list[str]) -> str | None:
        """The address of a page with real ids in it; None where there is none."""
        noun = name.rpartition(":")[2].partition(".")[0]
        known = {"code": self.household.code, "token": self.ids["token"], "id": self.ids.get(noun)}
        wanted = {argument: self.ids.get(f"{noun}:{argument}", known.get(argument)) for argument in arguments}
        return None if None in wanted.values() else reverse(name, kwargs=wanted)


def just_signed_in(client: Client) -> Client:
    """As if the password had been given a moment ago, so that pages which ask again open."""
    client.raise_request_exception = False
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def in_rooms(household: Household, owner: User) -> dict[str, Any]:
    """What stands in the URLs of pantry, recipes, shopping and chat, by the noun of its page."""
    casts = (cast_shelves, cast_lists, cast_talks)
    ids: dict[str, Any] = {
        **cast_dishes(household, 1),
        **{key: id for cast in casts for key, id in cast(household, owner, 1).items()},
    }
    ids |= cast_foods(household, 1) | cast_opinions(household, owner, ids["recipes:recipe"], 1)
    ids["recipes:saved_search"] = cast_searches(household, owner, 1)
    return {key.partition(":")[2]: id for key, id in ids.items()}


@pytest.fixture
def target(household: Household, alice: User, client_of: ClientOf) -> Target:
    membership = MembershipFactory(household=household, user=UserFactory(name="Bob"))
    ids = {
        "member": membership.pk,
        "eater": EaterFactory(household=household).pk,
        "invitation": InvitationFactory(household=household, created_by=alice).pk,
        "feed": ActivityFactory(household=household, actor=alice, number=1000, facts={"name": "Bob"}).pk,
        "token": InvitationFactory(household=household, created_by=alice).token,
    }
    client = just_signed_in(client_of(alice))
    ids |= in_rooms(household, alice)
    with as_owner():
        session = UserSession.objects.create(user=alice, ip="192.0.2.1", session_key="elsewhere", user_agent="Browser")
    return Target(household, alice, client, ids | {"session": session.pk})


@pytest.fixture
def bare_target(household: Household, alice: User, client_of: ClientOf) -> Target:
    """Linden 12 with nothing in it, for what is the same whatever is in it."""
    return Target(household, alice, just_signed_in(client_of(alice)), {})


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def doors() -> Iterator[tuple[str, list[str]]]:
    """The name of every page but the admin's, with the names of its arguments."""

    def below(patterns: list[Any], spaces: str, arguments: list[str]) -> Iterator[tuple[str, list[str]]]:
        for pattern in patterns:
            here = [*arguments, *ARGUMENT.findall(str(pattern.pattern))]
            if isinstance(pattern, URLResolver) and pattern.namespace != "admin":
                yield from below(
                    pattern.url_patterns, f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces, here
                )
            elif isinstance(pattern, URLPattern) and pattern.name:
                yield f"{spaces}{pattern.name}", here

    return below(get_resolver().url_patterns, "", [])


def reason_of(response: Any) -> str:
    """Why a request broke, for the failure's sentence."""
    return repr(response.exc_info[1])[:160] if getattr(response, "exc_info", None) else ""
