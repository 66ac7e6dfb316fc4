"""The walks through every page, each done once a session and read by many rules.

A test that reads them is marked `django_db(transaction=True)`: pages are asked for as in real life, without savepoints.
"""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Role, User, UserRole
from tests.conventions.cast import NAME, PLACE, Cast, cast, have_second_factors, sign_in_again
from tests.conventions.pages import Page, post_nothing, walk, walk_as_owner
from tests.conventions.pseudo import pseudo_locale
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory

WALKS = pytest.StashKey[dict[str, list[Page]]]()


def once(request: pytest.FixtureRequest, name: str, make: Callable[[], list[Page]]) -> list[Page]:
    walks = request.config.stash.setdefault(WALKS, {})
    if name not in walks:
        walks[name] = make()
    return walks[name]


def prepared(request: pytest.FixtureRequest, *, crowd: bool) -> Cast:
    household = HouseholdFactory(name=f"{PLACE} 12")
    owner = UserFactory(name=NAME, role=UserRole.STAFF)
    MembershipFactory(household=household, user=owner, role=Role.OWNER)
    have_second_factors(owner)
    readers = {
        "owner": signed_in(request, owner),
        "newcomer": signed_in(request, UserFactory(name=NAME, newcomer=True)),
    }
    return cast(household, owner, readers, crowd=crowd)


def signed_in(request: pytest.FixtureRequest, user: User) -> Client:
    client: Client = request.getfixturevalue("client_of")(user)
    client.raise_request_exception = False  # a page that breaks is a fault among others, not the end of the walk
    sign_in_again(client, user)
    return client


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with one of everything."""
    return once(request, "few", lambda: walk(prepared(request, crowd=False)))


@pytest.fixture
def crowded_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with thirty of everything, as those see it who may: others see no row of it."""
    return once(request, "many", lambda: walk_as_owner(prepared(request, crowd=True)))


@pytest.fixture
def pseudo_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page, and what is said to empty forms, in the pseudo-locale: what is translated stands between ⟦ and ⟧."""

    def make() -> list[Page]:
        people = prepared(request, crowd=False)
        with pseudo_locale():
            return [*walk(people), *post_nothing(people)]

    return once(request, "pseudo", make)
