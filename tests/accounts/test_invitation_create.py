from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Activity, Household, Invitation, Role, User
from accounts.services.invitation import Terms, create_invitation
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import InvitationFactory


def url(household: Household) -> str:
    """accounts:invitation.create"""
    return f"/h/{household.code}/invitations/new/"


def words(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "role": "member", "days": "7", "max_uses": 1, "email": "", **others}


def only() -> Invitation:
    with as_owner():
        return Invitation.objects.get()


@pytest.mark.parametrize("days", [1, 7, 30])
def test_as_what_until_when_how_many(days: int, household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), words(role="guest", days=str(days), max_uses=50))
    made = only()
    assert response.headers["location"] == f"/h/{household.code}/invitations/{made.pk}/"
    assert (made.role, made.max_uses, made.uses, made.created_by_id) == (Role.GUEST, 50, 0, alice.pk)
    assert abs(made.expires_at - timezone.now() - timedelta(days=days)) < timedelta(minutes=1)
    with as_owner():
        assert Activity.objects.get().verb == "invitation.created"


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "owner"}, {"role": ""}, {"days": "365"}, {"max_uses": 0}, {"max_uses": 51}, {"max_uses": "many"},
        {"max_uses": 10**30}, {"email": "nobody"}, {"id": "1"},
    ],
)  # fmt: skip
def test_bad_input_is_refused(wrong: dict[str, Any], household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), words(**wrong))
    assert response.status_code == 422
    with as_owner():
        assert not Invitation.objects.exists()


def test_an_admin_invites_members_and_guests_only(household: Household, carol: User, client_of: ClientOf) -> None:
    assert client_of(carol).post(url(household), words(role="admin")).status_code == 422
    assert client_of(carol).post(url(household), words(role="member")).status_code == 302


def test_by_email_the_link_is_sent_once(
    household: Household, alice: User, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    client, same = client_of(alice), words(email="dora@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url(household), same)
        client.post(url(household), same)
    (letter,) = mail.outbox
    assert letter.to == ["dora@example.org"]
    assert letter.subject == "Alice invites you to Linden 12"
    assert f"http://testserver/join/{only().token}/" in letter.body
    assert only().code in letter.body


def test_a_name_does_not_become_a_header_or_html(
    household: Household, alice: User, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    with as_owner():
        Household.objects.filter(pk=household.pk).update(name="A\r\nBcc: x@example.org <script>&")
    with django_capture_on_commit_callbacks(execute=True):
        client_of(alice).post(url(household), words(email="dora@example.org"))
    (letter,) = mail.outbox
    assert letter.subject == "Alice invites you to A Bcc: x@example.org <script>&"
    assert letter.recipients() == ["dora@example.org"]
    assert "<script>&" in letter.body


def test_a_mail_server_that_is_down_takes_nothing_back(
    household: Household, alice: User, client_of: ClientOf, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of(alice).post(url(household), words(email="dora@example.org"))
    assert response.status_code == 302
    assert only().email == "dora@example.org"


def test_our_mail_server_is_nobodys_bulk_mailer(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    answers = [client.post(url(household), words(email=f"n{n}@example.org")) for n in range(21)]
    assert [answer.status_code for answer in answers] == [302] * 20 + [429]
    assert "n20@example.org" in answers[-1].content.decode(), "what was typed stands there still"
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert client.post(url(household), words()).status_code == 302


def test_the_id_of_anothers_invitation_is_not_taken_over(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = InvitationFactory(household=other_household)
    response = client_of(alice).post(url(household), words(id=theirs.pk))
    assert response.status_code == 422
    assert only().household_id == other_household.pk


def test_a_member_cannot_by_the_service_either(household: Household, bob: User) -> None:
    terms = Terms(Role.GUEST, timezone.now() + timedelta(days=1))
    with tenancy.scope(household=household.pk, person=bob.pk), pytest.raises(DomainError, match="role"):
        create_invitation(household, terms, by=bob)


def test_nobody_makes_invitations_without_end(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    codes = [client.post(url(household), words()).status_code for _ in range(61)]
    assert codes == [302] * 60 + [429]
