"""accounts:invitation.show and accounts:invitation.index"""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Household, Invitation, User
from tests.conftest import ClientOf
from tests.factories import InvitationFactory


def page(client_of: ClientOf, user: User, invitation: Invitation) -> str:
    household = invitation.household
    return client_of(user).get(f"/h/{household.code}/invitations/{invitation.pk}/").content.decode()


def test_code_link_and_picture(household: Household, alice: User, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household, created_by=alice)
    html = page(client_of, alice, invitation)
    assert invitation.code in html
    assert f'value="http://testserver/join/{invitation.token}/"' in html
    assert 'src="data:image/svg+xml' in html
    assert "style=" not in html


def test_an_admin_does_not_see_the_way_in_for_admins(household: Household, carol: User, client_of: ClientOf) -> None:
    invitation = InvitationFactory(household=household, role="admin")
    html = page(client_of, carol, invitation)
    assert "only the owner sees its link" in html
    assert invitation.code not in html
    assert invitation.token not in html


@pytest.mark.parametrize(
    ("state", "row"),
    [
        ("open", {}),
        ("used up", {"uses": 1}),
        ("expired", {"expires_at": timezone.now() - timedelta(hours=1)}),
        ("revoked", {"revoked_at": timezone.now()}),
    ],
)
def test_its_state_is_said(
    state: str, row: dict[str, object], household: Household, alice: User, client_of: ClientOf
) -> None:
    invitation = InvitationFactory(household=household, **row)
    html = page(client_of, alice, invitation)
    assert f">{state}<" in html
    assert (invitation.code in html) == (state == "open")
    listed = client_of(alice).get(f"/h/{household.code}/invitations/").content.decode()
    assert f">{state}<" in listed


def test_the_list_shows_the_households_own_only(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    url = f"/h/{household.code}/invitations/"
    assert "Nobody is invited right now" in client.get(url).content.decode()
    InvitationFactory(household=other_household, email="theirs@example.org")
    InvitationFactory(household=household, email="ours@example.org")
    html = client.get(url).content.decode()
    assert "ours@example.org" in html
    assert "theirs@example.org" not in html


def test_anothers_is_not_found(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = InvitationFactory(household=other_household)
    assert client_of(alice).get(f"/h/{household.code}/invitations/{theirs.pk}/").status_code == 404
