import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Household, User
from tests.accounts.letters import last_link
from tests.database import as_owner
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

SIGN_IN = "/accounts/login/"


def sign_in(client: Client, user: User, password: str = PASSWORD, **more: str) -> object:
    return client.post(SIGN_IN, {"login": user.email, "password": password, **more})


def test_signs_in_whatever_the_case_of_the_address(alice: User, client: Client, household: Household) -> None:
    page = client.post(SIGN_IN, {"login": "ALICE@example.org", "password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("home:today", kwargs={"code": household.code})


@pytest.mark.parametrize("login", ["alice@example.org", "nobody@example.org"])
def test_wrong_password_and_unknown_address_read_alike(alice: User, client: Client, login: str) -> None:
    page = client.post(SIGN_IN, {"login": login, "password": "not it at all"})
    assert page.status_code == 422
    assert "The email address or the password is not right." in page.content.decode()
    assert f'value="{login}"' in page.content.decode()


def test_switched_off_account_stays_out(alice: User, client: Client) -> None:
    with as_owner():
        User.objects.filter(pk=alice.pk).update(is_active=False)
    page = client.post(SIGN_IN, {"login": alice.email, "password": PASSWORD}, follow=True)
    assert "_auth_user_id" not in client.session
    assert page.status_code in (200, 422)


def test_unconfirmed_address_gets_the_link_again(db: None, client: Client) -> None:
    user = UserFactory(verified=False)
    assert sign_in(client, user)["Location"] == reverse("account_email_verification_sent")  # type: ignore[index]
    assert mail.outbox[-1].to == [user.email]
    assert client.post(last_link())["Location"] == reverse("accounts:start")


def test_goes_where_one_wanted_but_never_to_another_site(alice: User, client: Client) -> None:
    assert sign_in(client, alice, next="/me/")["Location"] == "/me/"  # type: ignore[index]
    assert sign_in(Client(), alice, next="https://evil.example/")["Location"] == reverse("accounts:start")  # type: ignore[index]


def test_signing_out_needs_a_press_and_ends_the_session(alice: User, client: Client) -> None:
    sign_in(client, alice)
    assert "Sign out here?" in client.get("/accounts/logout/").content.decode()
    assert client.post("/accounts/logout/", follow=True).redirect_chain[-1][0] == "/"
    assert client.get("/me/").status_code == 302
