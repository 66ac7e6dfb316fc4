from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.letters import signed_in, sure
from tests.factories.accounts import PASSWORD


def test_offers_the_archive_and_the_way_out(alice: User) -> None:
    text = sure(alice).get("/me/data/").content.decode()
    for name in ("accounts:data.download", "accounts:me.delete"):
        assert reverse(name) in text


def test_asks_for_the_password_again(alice: User) -> None:
    client = signed_in(alice)
    asked = client.get("/me/data/")
    assert asked["Location"] == "/accounts/reauthenticate/?next=%2Fme%2Fdata%2F"
    back = client.post(asked["Location"], {"password": PASSWORD, "next": "/me/data/"})
    assert back["Location"] == "/me/data/"
    assert client.get("/me/data/").status_code == 200


def test_anonymous_sign_in_first(db: None, client: Client) -> None:
    assert client.get("/me/data/")["Location"] == "/accounts/login/?next=/me/data/"
