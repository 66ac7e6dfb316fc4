"""Who a session belongs to is asked together with their memberships, and nobody is let in whom Django would not."""

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/foods/"


def signed_in(client: Client, household: Household) -> bool:
    answer = client.get(url(household))
    assert answer.status_code in {200, 302}
    return answer.status_code == 200


def test_one_question_for_person_and_memberships(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert signed_in(client, household)
    with CaptureQueriesContext(connection) as asked:
        assert signed_in(client, household)
    assert not [one["sql"] for one in asked if 'FROM "accounts_user"' in one["sql"]]


@pytest.mark.parametrize(
    ("mark", "value"), [(HASH_SESSION_KEY, "x"), (HASH_SESSION_KEY, ""), (BACKEND_SESSION_KEY, "x.Y")]
)
def test_a_session_with_other_marks_is_nobodys(
    mark: str, value: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    assert signed_in(client, household)
    with as_owner():
        session = client.session
        session[mark] = value
        session.save()
    assert not signed_in(client, household)


def test_who_changed_the_password_or_was_shut_out_is_out(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    of_alice, of_bob = client_of(alice), client_of(bob)
    assert signed_in(of_alice, household)
    assert signed_in(of_bob, household)
    with as_owner():
        alice.set_password("another-password-1")
        alice.save()
        User.objects.filter(pk=bob.pk).update(is_active=False)
    assert not signed_in(of_alice, household)
    assert not signed_in(of_bob, household)


def test_who_is_in_no_household_is_known_too(household: Household, alice: User, client_of: ClientOf) -> None:
    assert client_of(UserFactory()).get(url(household)).status_code == 404
