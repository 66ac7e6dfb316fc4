"""The walks through every page, each done once a session and read by many rules.

A test that reads them is marked `django_db(transaction=True)`: pages are asked for as in real life, without savepoints.
"""

from collections.abc import Callable

import pytest

from accounts.models import Role, UserRole
from tests.conventions.cast import NAME, PLACE, Cast, cast, sign_in_again
from tests.conventions.pages import Page, walk
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
    client = request.getfixturevalue("client_of")(owner)
    client.raise_request_exception = False  # a page that breaks is a fault among others, not the end of the walk
    sign_in_again(client, owner)
    return cast(household, owner, client, crowd=crowd)


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with one of everything."""
    return once(request, "few", lambda: walk(prepared(request, crowd=False)))


@pytest.fixture
def crowded_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with thirty of everything."""
    return once(request, "many", lambda: walk(prepared(request, crowd=True)))


@pytest.fixture
def pseudo_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page in the pseudo-locale, where what is translated stands between ⟦ and ⟧."""

    def make() -> list[Page]:
        people = prepared(request, crowd=False)
        with pseudo_locale():
            return walk(people)

    return once(request, "pseudo", make)
