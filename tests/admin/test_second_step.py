"""With ADMIN_SECOND_FACTOR the staff's pages open only to a session that had a second step."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.letters import signed_in, sure
from tests.accounts.test_mfa import code_of, set_up
from tests.conftest import ClientOf

INDEX, PEOPLE = "/admin/", "/admin/accounts/user/"


@pytest.fixture(autouse=True)
def _wanted(settings: Any) -> None:
    settings.ADMIN_SECOND_FACTOR = True


def test_who_has_none_is_led_to_setting_one_up(staff: User) -> None:
    client = sure(staff)
    for url in (INDEX, PEOPLE, "/admin/logout/"):
        answer = client.get(url) if url != "/admin/logout/" else client.post(url)
        assert answer["Location"] in (reverse("mfa_index"), reverse("account_logout"))
    assert "set up an app or a passkey first" in client.get(reverse("mfa_index")).content.decode()


def test_a_code_opens_them_and_leads_back(staff: User) -> None:
    client = sure(staff)
    secret = set_up(client)
    away = client.get(PEOPLE)["Location"]
    assert away == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2Faccounts%2Fuser%2F"
    assert client.post(away, {"code": "000000"}).status_code == 422
    assert client.get(PEOPLE).status_code == 302
    back = client.post(away, {"code": code_of(secret, 1)})
    assert back["Location"] == PEOPLE
    assert client.get(PEOPLE).status_code == 200


def test_a_sign_in_with_both_opens_them_at_once(staff: User) -> None:
    secret = set_up(sure(staff))
    client = signed_in(staff, Client())
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret, 1)})
    assert client.get(INDEX).status_code == 200


def test_others_find_nothing_as_before(alice: User, staff: User, client_of: ClientOf, settings: Any) -> None:
    assert client_of(alice).get(INDEX).status_code == 404
    assert Client().get(INDEX)["Location"].startswith(reverse("account_login"))
    settings.ADMIN_SECOND_FACTOR = False
    assert client_of(staff).get(INDEX).status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_code_leads_to_our_own_pages(staff: User, elsewhere: str) -> None:
    client = sure(staff)
    secret = set_up(client)
    answer = client.post(
        f"{reverse('mfa_reauthenticate')}?next={elsewhere}", {"code": code_of(secret, 1), "next": elsewhere}
    )
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert not answer["Location"].startswith(("//", "/\\"))
