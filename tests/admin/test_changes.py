"""What administrators change, and what is left of it in history, log and feed."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.urls import reverse

from accounts.models import Activity, Household, Invitation, Membership, User
from tests.admin.conftest import Enter
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import InvitationFactory

PERSON = {"name": "Alice A.", "username": "", "time_zone": "Europe/Berlin", "language": "en", "onboarding": "complete"}


def change(user: User) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def test_a_person_is_changed_and_it_is_logged(alice: User, administrator: User, client_of: ClientOf) -> None:
    answer = client_of(administrator).post(change(alice), {**PERSON, "role": "staff", "is_active": "on"})
    assert answer.status_code == 302
    with as_owner():
        alice.refresh_from_db()
        note = LogEntry.objects.get()
        event = apps.get_model("accounts", "UserEvent").objects.filter(pgh_obj_id=alice.pk).latest("pgh_id")
    assert (alice.name, alice.username, alice.role) == ("Alice A.", None, "staff")
    assert event.role == "staff"
    assert event.pgh_context["user"] == str(administrator.pk)
    assert note.user_id == administrator.pk
    assert json.loads(note.change_message)
    assert "Alice" not in note.object_repr + note.change_message


def test_an_address_and_a_password_cannot_be_changed_here(
    alice: User, administrator: User, client_of: ClientOf
) -> None:
    password = alice.password
    data = {
        **PERSON,
        "role": "person",
        "is_active": "on",
        "email": "x@example.org",
        "password": "x",
        "preferences": "{}",
    }
    client_of(administrator).post(change(alice), data)
    with as_owner():
        alice.refresh_from_db()
    assert (alice.email, alice.password) == ("alice@example.org", password)


@pytest.mark.parametrize("lost", [{"role": "person", "is_active": "on"}, {"role": "admin"}])
def test_administrators_do_not_shut_themselves_out(
    lost: dict[str, str], administrator: User, client_of: ClientOf
) -> None:
    answer = client_of(administrator).post(change(administrator), {**PERSON, **lost})
    assert answer.status_code == 200
    assert "Another administrator" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "a\x00b"},
        {"name": "x" * 81},
        {"username": "a b"},
        {"time_zone": "Moon/Base"},
        {"language": "xx"},
        {"role": "king"},
    ],
)
def test_wrong_input_is_one_sentence(
    wrong: dict[str, str], alice: User, administrator: User, client_of: ClientOf
) -> None:
    answer = client_of(administrator).post(change(alice), {**PERSON, "role": "person", "is_active": "on", **wrong})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()


def test_ending_a_session_signs_that_browser_out(alice: User, administrator: User, client_of: ClientOf) -> None:
    hers = client_of(alice)
    hers.get("/accounts/email/")
    with as_owner():
        session = UserSession.objects.get(user=alice)
    url = reverse("admin:usersessions_usersession_delete", args=[session.pk])
    assert client_of(administrator).post(url, {"post": "yes"}).status_code == 302
    answer = hers.get("/accounts/email/")
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_a_lost_second_factor_is_taken_off_with_its_recovery_codes(
    alice: User, administrator: User, client_of: ClientOf
) -> None:
    with as_owner():
        totp = Authenticator.objects.create(user=alice, type="totp", data={"secret": "s"})
        Authenticator.objects.create(user=alice, type="recovery_codes", data={"seed": "s"})
    url = reverse("admin:mfa_authenticator_delete", args=[totp.pk])
    assert client_of(administrator).post(url, {"post": "yes"}).status_code == 302
    with as_owner():
        assert not Authenticator.objects.exists()
        assert LogEntry.objects.get().action_flag == 3
    assert [message.to for message in mail.outbox] == [["alice@example.org"]]


def test_an_address_is_confirmed_by_hand(alice: User, administrator: User, client_of: ClientOf) -> None:
    with as_owner():
        EmailAddress.objects.filter(user=alice).update(verified=False)
        address = EmailAddress.objects.get(user=alice)
    url = reverse("admin:account_emailaddress_change", args=[address.pk])
    assert client_of(administrator).post(url, {"verified": "on"}).status_code == 302
    with as_owner():
        address.refresh_from_db()
    assert address.verified


HOUSEHOLD = {
    "name": "Linden 14",
    "emoji": "🥣",
    "country": "DE",
    "currency": "EUR",
    "time_zone": "Europe/Berlin",
    "digest_hour": 7,
}


def test_a_household_is_changed_from_inside_only(
    household: Household, alice: User, administrator: User, client_of: ClientOf, inside: Enter
) -> None:
    url = reverse("admin:accounts_household_change", args=[household.pk])
    assert client_of(administrator).post(url, HOUSEHOLD).status_code == 403
    client = inside(administrator, household, "a typing error in the name")
    assert client.post(url, HOUSEHOLD).status_code == 302
    with as_owner():
        household.refresh_from_db()
        event = apps.get_model("accounts", "HouseholdEvent").objects.latest("pgh_id")
        told = Activity.objects.filter(household=household, verb="staff.changed").count()
    assert household.name == "Linden 14"
    assert event.pgh_context["reason"] == "a typing error in the name"
    assert event.pgh_context["staff"] == str(administrator.pk)
    assert told == 1


def test_roles_but_never_the_owner(
    household: Household, alice: User, bob: User, administrator: User, inside: Enter
) -> None:
    client = inside(administrator, household)

    def give(user: User, role: str) -> tuple[int, str]:
        with as_owner():
            key = Membership.objects.get(user=user).pk
        status = client.post(reverse("admin:accounts_membership_change", args=[key]), {"role": role}).status_code
        with as_owner():
            return status, Membership.objects.get(user=user).role

    assert give(bob, "guest") == (302, "guest")
    assert give(bob, "owner") == (200, "guest")
    assert give(alice, "member") == (200, "owner")


def test_invitations_are_revoked_and_their_codes_never_shown(
    household: Household, alice: User, administrator: User, staff: User, inside: Enter
) -> None:
    invitation: Invitation = InvitationFactory(household=household)
    listed = reverse("admin:accounts_invitation_changelist")
    data = {"action": "revoke", "_selected_action": [str(invitation.pk)]}
    looking = inside(staff, household)
    looking.post(listed, data)
    client = inside(administrator, household)
    pages = [
        listed,
        *(reverse(f"admin:accounts_invitation_{page}", args=[invitation.pk]) for page in ("change", "history")),
    ]
    for page in pages:
        shown = client.get(page).content.decode()
        assert invitation.code not in shown
        assert invitation.token not in shown
    with as_owner():
        invitation.refresh_from_db()
    assert invitation.revoked_at is None
    client.post(listed, data)
    with as_owner():
        invitation.refresh_from_db()
    assert invitation.revoked_at is not None
