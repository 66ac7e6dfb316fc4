from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import EaterFactory, InvitationFactory, MembershipFactory, StaffEntryFactory


def page(client_of: ClientOf, user: User, household: Household) -> str:
    """accounts:household.show as `user` sees it."""
    return client_of(user).get(f"/h/{household.code}/settings/").content.decode()


def test_the_owner_sees_everything(
    household: Household, alice: User, bob: User, other_household: Household, client_of: ClientOf
) -> None:
    EaterFactory(household=household, name="Mia", allergens=["nuts"])
    EaterFactory(household=other_household, name="Zoe")
    InvitationFactory(household=household)
    StaffEntryFactory(household=household)
    html = page(client_of, alice, household)
    for words in ("2 people share this kitchen", "EUR · euro", "Bob", "Mia", "allergic to nuts", "1 open invitation",
                  "Visits by Kitchen staff", "Delete household", "Hand over"):  # fmt: skip
        assert words in html
    assert "Zoe" not in html


def test_a_member_sees_neither_invitations_nor_deleting(household: Household, bob: User, client_of: ClientOf) -> None:
    html = page(client_of, bob, household)
    assert "Leave household" in html
    assert "invitation" not in html
    assert "Delete household" not in html


def test_queries_do_not_grow_with_people(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    counts = []
    for _ in range(2):
        client.get(f"/h/{household.code}/settings/")
        with CaptureQueriesContext(connection) as found:
            client.get(f"/h/{household.code}/settings/")
        counts.append(len(found))
        for _more in range(10):
            MembershipFactory(household=household)
            EaterFactory(household=household)
    assert counts[0] == counts[1]
