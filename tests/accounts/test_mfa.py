import re
import time
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.letters import signed_in, sure
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

APP, OFF, CODES = "/accounts/2fa/totp/activate/", "/accounts/2fa/totp/deactivate/", "/accounts/2fa/recovery-codes/"


def code_of(secret: str, later: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def set_up(client: Client) -> str:
    """Turn the app on as the page tells; the secret."""
    page = client.get(APP).content.decode()
    found = re.search(r'value="([A-Z2-7]{16,})"', page)
    assert found
    assert 'src="data:image/svg+xml' in page
    assert client.post(APP, {"code": code_of(found[1])}).status_code == 302
    return found[1]


@pytest.fixture
def client_and_secret(alice: User) -> tuple[Client, str]:
    client = sure(alice)
    return client, set_up(client)


def test_setting_up_gives_recovery_codes_and_writes(alice: User, client_and_secret: tuple[Client, str]) -> None:
    client, _secret = client_and_secret
    text = client.get(CODES).content.decode()
    assert len(re.findall(r"<code>\d{8}</code>", text)) == 10
    with as_owner():
        assert Authenticator.objects.filter(user=alice).count() == 2


def test_codes_can_be_taken_along(alice: User, client_and_secret: tuple[Client, str]) -> None:
    client, _secret = client_and_secret
    page = client.get(CODES + "download/")
    assert "attachment" in page["Content-Disposition"]
    assert len(re.findall(r"^\d{8}$", page.content.decode(), re.MULTILINE)) == 10
    assert alice.email in page.content.decode()


def test_wrong_code_is_refused(alice: User) -> None:
    client = sure(alice)
    client.get(APP)
    page = client.post(APP, {"code": "000000"})
    assert page.status_code == 422
    assert "This code is not right" in page.content.decode()


def test_signing_in_asks_for_the_code(alice: User, client_and_secret: tuple[Client, str]) -> None:
    _client, secret = client_and_secret
    other = Client()
    asked = other.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert asked["Location"] == "/accounts/2fa/authenticate/"
    assert other.get("/me/").status_code == 302
    wrong = other.post("/accounts/2fa/authenticate/", {"code": "123456"})
    assert wrong.status_code == 422
    right = other.post("/accounts/2fa/authenticate/", {"code": code_of(secret, later=0)})
    if right.status_code == 422:  # the code was used up a moment ago, in setting up: allauth takes none twice
        from django.core.cache import cache

        cache.clear()
        right = other.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert right["Location"] == "/"
    assert other.get("/me/").status_code == 200


def test_a_recovery_code_opens_once(alice: User, client_and_secret: tuple[Client, str]) -> None:
    client, _secret = client_and_secret
    code = re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())[0]
    for expected in (302, 422):
        other = Client()
        other.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
        assert other.post("/accounts/2fa/authenticate/", {"code": code}).status_code == expected
    assert len(re.findall(r"<code>\d{8}</code>", client.get(CODES).content.decode())) == 9


def test_guessing_codes_tires(alice: User, client_and_secret: tuple[Client, str]) -> None:
    other = Client()
    other.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    texts = [
        other.post("/accounts/2fa/authenticate/", {"code": f"{number:06}"}).content.decode() for number in range(12)
    ]
    assert "Too many tries" in texts[-1]


def test_turning_it_off_needs_the_password_and_a_press(alice: User, client_and_secret: tuple[Client, str]) -> None:
    client, _secret = client_and_secret
    assert "Stop asking" in client.get(OFF).content.decode()
    client.post(OFF)
    with as_owner():
        assert not Authenticator.objects.filter(user=alice).exists()
    assert signed_in(alice).get("/me/").status_code == 200


@pytest.mark.parametrize("url", [APP, CODES + "generate/", "/accounts/2fa/webauthn/add/"])
def test_nothing_of_it_without_the_password_again(alice: User, url: str) -> None:
    assert signed_in(alice).get(url)["Location"] == f"/accounts/reauthenticate/?next={quote(url, safe='')}"


@pytest.mark.django_db(transaction=True)
def test_the_owner_hears_of_it_by_mail(alice: User) -> None:
    """Allauth writes after the commit, outside of request and scope."""
    client = sure(alice)
    set_up(client)
    client.post(OFF)
    subjects = [letter.subject for letter in mail.outbox]
    assert "An authenticator app guards your Kitchen" in subjects
    assert "No authenticator app for Kitchen any more" in subjects
    assert {tuple(letter.to) for letter in mail.outbox} == {("alice@example.org",)}


def test_overview_says_what_guards(alice: User, client_and_secret: tuple[Client, str]) -> None:
    client, _secret = client_and_secret
    assert "An authenticator app and recovery codes" in client.get("/me/").content.decode()
    index = client.get("/accounts/2fa/").content.decode()
    assert "10 codes are left" in index
    assert "Add a passkey" in index
