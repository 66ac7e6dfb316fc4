from smtplib import SMTPServerDisconnected

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.letters import last_link
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

SIGN_UP = "/accounts/signup/"
DORA = {"name": "Dora", "email": "Dora@Example.org", "password1": PASSWORD, "time_zone": "Europe/Lisbon"}


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    pass


def dora() -> User:
    with as_owner():
        return User.objects.get(email="dora@example.org")


def test_sign_up_sends_a_link_and_says_where(client: Client) -> None:
    page = client.post(SIGN_UP, DORA, follow=True)
    assert page.redirect_chain[-1][0] == reverse("account_email_verification_sent")
    assert "dora@example.org" in page.content.decode()
    assert mail.outbox[-1].to == ["dora@example.org"]
    assert (dora().name, dora().time_zone) == ("Dora", "Europe/Lisbon")


def test_link_confirms_the_address_and_signs_in(client: Client) -> None:
    client.post(SIGN_UP, DORA)
    asked = client.get(last_link())
    assert "dora@example.org" in asked.content.decode()
    page = client.post(last_link(), follow=True)
    assert page.redirect_chain[-1][0] == reverse("accounts:onboarding.show")
    user = dora()
    with as_owner():
        assert EmailAddress.objects.get(user=user).verified


def test_nobody_gets_in_without_the_link(client: Client) -> None:
    client.post(SIGN_UP, DORA)
    signed_in = client.post("/accounts/login/", {"login": "dora@example.org", "password": PASSWORD})
    assert signed_in["Location"] == reverse("account_email_verification_sent")
    assert client.get("/me/")["Location"].startswith("/accounts/login/")


def test_spent_link_opens_nothing(client: Client) -> None:
    client.post(SIGN_UP, DORA)
    client.post(last_link())
    assert "opens nothing" in Client().get("/accounts/confirm-email/nonsense/").content.decode()


@pytest.mark.parametrize("told", ["", "Mars/Olympus", "../../etc/passwd"])
def test_unknown_time_zone_is_utc(client: Client, told: str) -> None:
    client.post(SIGN_UP, {**DORA, "time_zone": told})
    assert dora().time_zone == "UTC"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"password1": "short"}, "too short"),
        ({"password1": "password123"}, "too common"),
        ({"password1": "1234567890123"}, "numeric"),
        ({"password1": "dora@example.org"}, "similar"),
        ({"name": ""}, "required"),
        ({"email": "dora"}, "valid email"),
    ],
)
def test_bad_input_is_refused_and_kept(client: Client, wrong: dict[str, str], sentence: str) -> None:
    page = client.post(SIGN_UP, {**DORA, **wrong})
    assert page.status_code == 422
    text = page.content.decode()
    assert sentence in text
    assert PASSWORD not in text
    assert f'value="{({**DORA, **wrong})["email"]}"' in text


def test_taken_address_shows_the_same_page_and_writes_to_its_owner(client: Client, alice: User) -> None:
    fresh = client.post(SIGN_UP, DORA, follow=True).content.decode()
    taken = Client().post(SIGN_UP, {**DORA, "email": "ALICE@example.org"}, follow=True).content.decode()
    assert fresh.count("We sent a link to") == taken.count("We sent a link to") == 1
    assert "alice@example.org" in taken
    assert "already" in mail.outbox[-1].body
    with as_owner():
        assert User.objects.filter(email__iexact=alice.email).count() == 1


def test_sending_the_form_twice_makes_one_account(client: Client) -> None:
    client.post(SIGN_UP, DORA)
    Client().post(SIGN_UP, DORA)
    with as_owner():
        assert User.objects.filter(email__iexact="dora@example.org").count() == 1


def test_a_mail_that_cannot_leave_leaves_no_account(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*args: object, **kwargs: object) -> int:
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", down)
    page = client.post(SIGN_UP, DORA)
    assert page.status_code == 503
    assert "No mail could be sent" in page.content.decode()
    with as_owner():
        assert not User.objects.filter(email="dora@example.org").exists()


def test_printed_mails_are_explained(client: Client, settings: object) -> None:
    sent = reverse("account_email_verification_sent")
    assert "terminal" not in client.get(sent).content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"  # type: ignore[attr-defined]
    assert "terminal" in client.get(sent).content.decode()
    settings.MODE = "production"  # type: ignore[attr-defined]
    assert "terminal" not in client.get(sent).content.decode()


def test_link_leads_back_to_where_one_wanted_to_go(client: Client) -> None:
    client.post(SIGN_UP, {**DORA, "next": "/join/some-token/"})
    page = client.post(last_link())
    assert page["Location"] == "/join/some-token/"
