"""Pages of the sign-in packages see everybody's rows while they look for somebody: they must show one person's."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.attack.conftest import just_signed_in
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.accounts import PASSWORD


@pytest.fixture
def hers(alice: User) -> dict[str, int]:
    with as_owner():
        passkey = Authenticator.objects.create(
            user=alice, type="webauthn", data={"name": "her phone", "credential": {}}
        )
        account = SocialAccount.objects.create(user=alice, provider="oidc", uid="1")
        second = EmailAddress.objects.create(user=alice, email="second@example.org", verified=True)
    return {"passkey": passkey.pk, "account": account.pk, "second": second.pk}


def test_another_s_second_factors_and_accounts(hers: dict[str, int], bob: User, client_of: ClientOf) -> None:
    client = just_signed_in(client_of(bob))
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        url = reverse(name, args=[hers["passkey"]])
        assert client.get(url).status_code == 404
        assert client.post(url, {"name": "mine now"}).status_code == 404
    client.post(reverse("socialaccount_connections"), {"account": hers["account"]})
    with as_owner():
        assert Authenticator.objects.get().data["name"] == "her phone"
        assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("action", ["action_remove", "action_primary", "action_send"])
def test_another_s_addresses(action: str, hers: dict[str, int], bob: User, client_of: ClientOf) -> None:
    client = just_signed_in(client_of(bob))
    client.post(reverse("account_email"), {"email": "second@example.org", action: ""})
    with as_owner():
        address = EmailAddress.objects.get(email="second@example.org")
    assert (address.verified, address.primary) == (True, False)
    assert not [message for message in mail.outbox if "second@example.org" in message.to]


def test_pages_do_not_tell_who_has_an_account(alice: User) -> None:
    """Signing up and resetting answer alike for an address that is known and one that is not."""
    answers = []
    for address in ("alice@example.org", "nobody@example.org"):
        client = Client()
        signed_up = client.post(
            reverse("account_signup"), {"name": "Tom", "email": address, "password1": "a long enough pass phrase"}
        )
        reset = Client().post(reverse("account_reset_password"), {"email": address})
        wrong = Client().post(reverse("account_login"), {"login": address, "password": "not the password"})
        words = wrong.content.decode().replace(address, "")
        answers.append((signed_up.status_code, signed_up["Location"], reset.status_code, reset["Location"], len(words)))
    assert answers[0][:4] == answers[1][:4]


@pytest.mark.parametrize("door", ["account_signup", "account_login"])
def test_as_much_is_hashed_for_an_address_that_nobody_has(
    door: str, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append("") or encode(*args))
    counts = []
    for address in (alice.email, "nobody@example.org"):
        hashed.clear()
        said = {"name": "Tom", "email": address, "password1": "a long enough pass phrase"}
        Client().post(reverse(door), {**said, "login": address, "password": "not the password"})
        counts.append(len(hashed))
    assert counts[0] == counts[1] > 0


def test_guesses_stay_counted_while_many_addresses_are_tried(alice: User) -> None:
    """The counter of one account is not pushed out by tries at others."""
    login = reverse("account_login")
    for _ in range(12):
        Client().post(login, {"login": alice.email, "password": "a guess"})
    for number in range(1000):
        cache.set(f"another-counter-{number}", 1, 60)
    answer = Client().post(login, {"login": alice.email, "password": PASSWORD})
    assert answer.status_code != 302, "the right password was let in after too many wrong ones"


def test_a_session_ends_with_the_password_it_was_made_under(alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert client.get(reverse("accounts:me.show")).status_code == 200
    with as_owner():
        User.objects.filter(pk=alice.pk).update(password=make_password("another pass phrase"))
    assert client.get(reverse("accounts:me.show")).status_code == 302
