import gc
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.template import Template
from django.test import Client, TransactionTestCase
from django.test.utils import _TestState

from accounts.models import Household, Membership, Role, User
from tests.database import as_owner, empty_every_table
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory
from tests.prepared import prepared

ClientOf = Callable[[User], Client]


def pytest_collection_finish() -> None:
    """What is there now stays to the end: modules and thousands of tests are not looked through for garbage again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> None:
    """Migrate as the owner; pytest-django's own set-up would make a database as the doors' role."""
    with django_db_blocker.unblock(), prepared():  # type: ignore[attr-defined]
        call_command("migrate", verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def _owner_clears_tables() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _self: empty_every_table())
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def _templates_are_not_watched(django_test_environment: None) -> Iterator[None]:
    """Django's tests copy the context of every template of a page for `response.context`; ours read the page."""
    patch = pytest.MonkeyPatch()
    patch.setattr(Template, "_render", _TestState.saved_data.template_render)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def client_of() -> ClientOf:
    """A signed-in client for a person, as by the sign-in door."""

    def signed_in(user: User) -> Client:
        client = Client()
        with as_owner():
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def household(db: None) -> Household:
    return HouseholdFactory(name="Linden 12")


def _person(household: Household, name: str, role: Role) -> User:
    user = UserFactory(name=name, email=f"{name.lower()}@example.org")
    MembershipFactory(household=household, user=user, role=role)
    return user


@pytest.fixture
def alice(household: Household) -> User:
    """The owner of Linden 12."""
    return _person(household, "Alice", Role.OWNER)


@pytest.fixture
def carol(household: Household, alice: User) -> User:
    """An admin of Linden 12."""
    return _person(household, "Carol", Role.ADMIN)


@pytest.fixture
def bob(household: Household, alice: User) -> User:
    """A member of Linden 12."""
    return _person(household, "Bob", Role.MEMBER)


@pytest.fixture
def guest(household: Household, alice: User) -> User:
    """A guest of Linden 12."""
    return _person(household, "Greta", Role.GUEST)


@pytest.fixture
def other_household(db: None) -> Household:
    return HouseholdFactory(name="Birch Lane")


@pytest.fixture
def stranger(other_household: Household) -> User:
    """The owner of another household, with no way into Linden 12."""
    return _person(other_household, "Sam", Role.OWNER)


def membership_of(user: User, household: Household) -> Membership:
    with as_owner():
        return Membership.objects.get(user=user, household=household)
