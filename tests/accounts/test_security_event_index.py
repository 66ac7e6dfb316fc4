"""accounts:security_event.index: what happened to one's account, and that nobody changes it afterwards."""

import re

import pytest
from django.core import mail
from django.db import DatabaseError
from django.test import Client

from accounts.models import SecurityEvent, User
from accounts.services.security_event import network_of
from kitchen import tenancy
from kitchen.models import Stone
from tests.accounts.letters import last_link, signed_in, sure
from tests.accounts.test_mfa import CODES, OFF, set_up
from tests.accounts.test_session_index import LAPTOP, PHONE, laptop_and_phone, number_of
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

URL = "/me/security/"
NEW = "three wet umbrellas"


def told(client: Client) -> list[str]:
    """The names of the events on the page, newest first."""
    page = client.get(URL)
    assert page.status_code == 200
    return re.findall(r'class="name">([^<]+)</span>\s*<span class="why">\s*<time', page.content.decode())


def test_a_sign_in_with_its_device_and_half_an_address(alice: User) -> None:
    client = Client(headers={"user-agent": PHONE}, REMOTE_ADDR="203.0.113.9")
    client.post("/accounts/login/", {"login": alice.email, "password": "a guess"})
    signed_in(alice, client)
    assert told(client) == ["Signed in", "A wrong password was given"]
    html = client.get(URL).content.decode()
    assert html.count("Safari on iPhone") == 2
    assert "203.0.113.…" in html
    with as_owner():
        assert set(SecurityEvent.objects.values_list("network", flat=True)) == {"203.0.113.0/24"}


def test_what_others_did_is_not_seen(alice: User, stranger: User) -> None:
    signed_in(stranger)
    Client().post("/accounts/login/", {"login": stranger.email, "password": "a guess"})
    Client().post("/accounts/login/", {"login": "nobody@example.org", "password": "a guess"})
    assert told(signed_in(alice)) == ["Signed in"]
    assert Client().get(URL).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_second_steps_from_first_to_last(alice: User) -> None:
    client = sure(alice)
    set_up(client)
    client.post("/accounts/2fa/reauthenticate/", {"code": "000000"})
    codes = re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())
    client.post("/accounts/2fa/reauthenticate/", {"code": codes[0]})
    assert client.post(OFF).status_code == 302
    seen = told(client)
    assert seen[:4] == [
        "The recovery codes were removed",
        "The authenticator app was removed",
        "A recovery code was used",
        "A wrong code was given",
    ]
    assert sorted(seen[4:]) == ["An authenticator app was set up", "New recovery codes were made", "Signed in"]


def test_passwords_and_sessions(alice: User) -> None:
    laptop, phone = laptop_and_phone(alice)
    laptop.post(f"/me/sessions/{number_of(phone)}/end/")
    laptop.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    Client(headers={"user-agent": LAPTOP}).post("/accounts/password/reset/", {"email": alice.email})
    assert mail.outbox
    there = Client()
    form = there.get(last_link(), follow=True)
    there.post(form.request["PATH_INFO"], {"password1": NEW + "!", "password2": NEW + "!"})
    seen = told(there)
    assert seen.count("The password was changed") == 1
    assert "The password was reset by mail" in seen
    # The phone, ended by hand, and the laptop, ended by the reset.
    assert seen.count("This browser was signed out from elsewhere") == 2


@pytest.mark.django_db(transaction=True)
def test_nobody_changes_or_deletes_what_happened(alice: User, client_of: ClientOf) -> None:
    with as_owner():
        SecurityEvent.objects.create(user=alice, kind="sign_in_failed")
    for change in (
        lambda: SecurityEvent.objects.update(kind="signed_in"),
        lambda: SecurityEvent.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="permission denied"), tenancy.scope(person=alice.pk):
            change()
    assert told(client_of(alice)) == ["A wrong password was given"]


def test_they_go_with_the_person_and_leave_a_stone(stranger: User) -> None:
    client = sure(stranger)
    told(client)
    with as_owner():
        assert SecurityEvent.objects.count() > 0
    client.post("/me/delete/", {"email": stranger.email})
    with as_owner():
        assert not User.objects.filter(pk=stranger.pk).exists()
        assert SecurityEvent.objects.count() == 0
        assert Stone.objects.filter(what="person", rows__gt=0).exists()


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("127.0.0.1", "127.0.0.0/24"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_addresses_are_shortened(ip: str, network: str) -> None:
    assert network_of(ip) == network
