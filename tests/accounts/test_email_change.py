import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.letters import last_link, signed_in, sure
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

EMAIL = "/accounts/email/"
NEW = "alice@new.example.org"


@pytest.fixture
def mine(alice: User) -> Client:
    client = sure(alice)
    mail.outbox.clear()
    return client


def present(user: User) -> str:
    with as_owner():
        return User.objects.get(pk=user.pk).email


def test_address_stays_until_the_link_is_opened(mine: Client, alice: User) -> None:
    shown = mine.post(EMAIL, {"action_add": "", "email": NEW}, follow=True).content.decode()
    assert f"We sent a link to <strong>{NEW}</strong>" in shown
    assert present(alice) == "alice@example.org"
    assert NEW in mail.outbox[-1].to
    mine.post(last_link())
    assert present(alice) == NEW
    with as_owner():
        assert [address.email for address in EmailAddress.objects.filter(user=alice)] == [NEW]


def test_old_address_hears_of_it(mine: Client, alice: User) -> None:
    mine.post(EMAIL, {"action_add": "", "email": NEW})
    mine.post(last_link())
    assert any(letter.to == ["alice@example.org"] and NEW in letter.body for letter in mail.outbox)


def test_change_can_be_sent_again_and_taken_back(mine: Client, alice: User) -> None:
    mine.post(EMAIL, {"action_add": "", "email": NEW})
    mine.post(EMAIL, {"action_remove": "", "email": NEW})
    with as_owner():
        assert [address.email for address in EmailAddress.objects.filter(user=alice)] == ["alice@example.org"]


def test_present_address_is_no_change(mine: Client) -> None:
    shown = mine.post(EMAIL, {"action_add": "", "email": "ALICE@example.org"})
    assert shown.status_code == 422
    assert "This is your address already." in shown.content.decode()


def test_taken_address_is_never_given_away(mine: Client, alice: User, bob: User) -> None:
    mine.post(EMAIL, {"action_add": "", "email": bob.email})
    with as_owner():
        assert not EmailAddress.objects.filter(user=alice, email=bob.email, verified=True).exists()
    assert present(bob) == "bob@example.org"


def test_asks_for_the_password_first_and_then_goes_on(alice: User) -> None:
    client = signed_in(alice)
    asked = client.post(EMAIL, {"action_add": "", "email": NEW})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    wrong = client.post(asked["Location"], {"password": "wrong", "next": EMAIL})
    assert wrong.status_code == 422
    assert "This is not your password." in wrong.content.decode()
    client.post(asked["Location"], {"password": PASSWORD, "next": EMAIL})
    assert NEW in mail.outbox[-1].to
