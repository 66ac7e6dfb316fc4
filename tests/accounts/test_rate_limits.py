import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests.accounts.letters import signed_in
from tests.factories.accounts import PASSWORD


def until_refused(client: Client, url: str, data: dict[str, str], tries: int) -> int:
    """How many tries were answered before 429 came."""
    for number in range(tries):
        page = client.post(url, data)
        if page.status_code == 429:
            assert "a little too often" in page.content.decode()
            assert page["Retry-After"] == "60"
            return number
    return tries


@pytest.mark.parametrize(
    ("url", "data", "allowed"),
    [
        ("/accounts/signup/", {"name": "x"}, 20),
        ("/accounts/login/", {"login": "a@example.org", "password": "x"}, 30),
        ("/accounts/password/reset/", {"email": "a@example.org"}, 5),
    ],
)
def test_doors_without_an_account_tire(db: None, client: Client, url: str, data: dict[str, str], allowed: int) -> None:
    assert until_refused(client, url, data, 40) == allowed


def test_guessing_one_password_ends_after_a_few(alice: User, client: Client) -> None:
    for _ in range(10):
        client.post("/accounts/login/", {"login": alice.email, "password": "guess"})
    page = client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert page.status_code == 422
    assert "Too many tries" in page.content.decode()


def test_guessing_once_inside_ends_too(alice: User, bob: User) -> None:
    assert until_refused(signed_in(alice), "/accounts/reauthenticate/", {"password": "guess"}, 20) <= 10
    cache.clear()
    wrong = {"oldpassword": "guess", "password1": "three wet umbrellas", "password2": "three wet umbrellas"}
    assert until_refused(signed_in(bob), "/accounts/password/change/", wrong, 20) <= 5
