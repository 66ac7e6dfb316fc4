"""Signing in by OpenID Connect, against a provider of our own on loopback."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts import oidc
from tests.accounts.letters import sure
from tests.database import as_owner

LOGIN, CONNECTIONS = "/accounts/oidc/oidc/login/", "/accounts/3rdparty/"
DORA = {
    "sub": "town-hall-7",
    "name": "Dora Field",
    "email": "dora@example.org",
    "email_verified": True,
    "zoneinfo": "Europe/Lisbon",
}


@pytest.fixture
def provider(db: None, settings: LazySettings) -> Iterator[oidc.Provider]:
    with oidc.running() as found:
        found.person = dict(DORA)
        settings.SOCIALACCOUNT_PROVIDERS = found.settings()
        yield found


def through(client: Client, url: str = LOGIN) -> Any:
    """Press the button, go on to the provider's page, come back; what we answer then."""
    leaving = client.post(url)
    found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', leaving.content.decode())
    assert found, leaving.content
    there = requests.get(html.unescape(found[1]), allow_redirects=False, timeout=5)
    return client.get(there.headers["Location"].removeprefix("http://testserver"))


def person(sub: str = DORA["sub"]) -> User:  # type: ignore[assignment]
    with as_owner():
        return User.objects.get(socialaccount__uid=sub)


def test_not_configured_it_is_not_offered(db: None, client: Client) -> None:
    assert "Go on with" not in client.get("/accounts/login/").content.decode()
    assert client.post(LOGIN).status_code == 404


def test_first_time_makes_an_account_without_a_password(provider: oidc.Provider, client: Client) -> None:
    assert "Go on with Town Hall" in client.get("/accounts/login/").content.decode()
    assert through(client)["Location"] == "/"
    user = person()
    assert (user.name, user.email, user.time_zone) == ("Dora Field", "dora@example.org", "Europe/Lisbon")
    assert not user.has_usable_password()
    assert client.get("/me/").status_code == 200
    assert reverse("account_set_password") in client.get("/me/").content.decode()


def test_next_time_finds_it_by_its_id_though_the_address_changed(provider: oidc.Provider, client: Client) -> None:
    through(client)
    provider.person["email"] = "dora@elsewhere.example"
    other = Client()
    assert through(other)["Location"] == "/"
    with as_owner():
        assert User.objects.count() == 1
        assert SocialAccount.objects.get().uid == DORA["sub"]
        assert not SocialToken.objects.exists()


def test_unconfirmed_address_gets_a_link_first(provider: oidc.Provider, client: Client) -> None:
    provider.person["email_verified"] = False
    assert through(client)["Location"] == reverse("account_email_verification_sent")
    assert mail.outbox[-1].to == ["dora@example.org"]
    assert client.get("/me/").status_code == 302


def test_a_stranger_with_my_address_does_not_get_my_account(
    provider: oidc.Provider, client: Client, alice: User
) -> None:
    provider.person["email"] = alice.email
    page = through(client)
    assert page["Location"] == reverse("account_email_verification_sent")
    assert "_auth_user_id" not in client.session
    with as_owner():
        assert not SocialAccount.objects.filter(user=alice).exists()


def test_missing_address_is_asked_for(provider: oidc.Provider, client: Client) -> None:
    del provider.person["email"]
    asked = through(client)
    assert asked["Location"] == reverse("socialaccount_signup")
    page = client.get(asked["Location"]).content.decode()
    assert 'value="Dora Field"' in page
    client.post(asked["Location"], {"name": "Dora", "email": "dora@example.org"})
    assert mail.outbox[-1].to == ["dora@example.org"]
    assert person().name == "Dora"


def test_pressing_cancel_over_there(provider: oidc.Provider, client: Client) -> None:
    provider.refuses = True
    page = through(client)
    assert page["Location"] == reverse("socialaccount_login_cancelled")
    assert "You turned back" in client.get(page["Location"]).content.decode()


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=y", "?error=server_error&state=y"])
def test_made_up_answers_open_nothing(provider: oidc.Provider, client: Client, query: str) -> None:
    page = client.get(f"{LOGIN}callback/{query}")
    assert page.status_code == 401
    assert "That did not work" in page.content.decode()


def test_provider_that_is_down_is_said(provider: oidc.Provider, client: Client, settings: LazySettings) -> None:
    provider.url = "http://127.0.0.1:9"
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
    page = client.post(LOGIN)
    assert page.status_code == 502
    assert "That did not work" in page.content.decode()


def test_connecting_and_disconnecting(provider: oidc.Provider, alice: User) -> None:
    client = sure(alice)
    assert "Connect another" in client.get(CONNECTIONS).content.decode()
    through(client, f"{LOGIN}?process=connect")
    assert person() == alice
    page = client.get(CONNECTIONS).content.decode()
    assert "Disconnect Town Hall" in page
    assert "1 account opens your Kitchen" in client.get("/me/").content.decode()
    with as_owner():
        number = SocialAccount.objects.get().pk
    client.post(CONNECTIONS, {"account": number})
    with as_owner():
        assert not SocialAccount.objects.exists()


def test_the_only_way_in_stays(provider: oidc.Provider, client: Client) -> None:
    through(client)
    with as_owner():
        number = SocialAccount.objects.get().pk
    page = client.post(CONNECTIONS, {"account": number})
    assert page.status_code == 422
    assert "This is your only way in." in page.content.decode()


def test_nobody_disconnects_for_another(provider: oidc.Provider, client: Client, alice: User) -> None:
    through(client)
    with as_owner():
        number = SocialAccount.objects.get().pk
    assert sure(alice).post(CONNECTIONS, {"account": number}).status_code == 422
    assert person()
