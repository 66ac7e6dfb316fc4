"""accounts:digest.stop: the end of the daily mails, for whoever holds the link of one."""

import re

import pytest
from django.core import mail, signing
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from accounts.digest.stopping import SALT, token_of
from accounts.digest.telling import tell_household
from accounts.models import Household, User
from tests.accounts.digests import DAY, NOW, spinach, wants
from tests.accounts.letters import signed_in
from tests.database import as_owner


def wants_mail(user: User) -> bool:
    with as_owner():
        return bool(User.objects.get(pk=user.pk).preferences.get("digest"))


def link(user: User) -> str:
    return f"/digest/stop/{token_of(user)}/"


def test_the_button_of_a_mail_program(household: Household, alice: User) -> None:
    """RFC 8058: a POST to the address in the header, by nobody signed in, without a form's token."""
    spinach(household)
    wants(alice)
    tell_household(household.pk, DAY, NOW)
    letter = mail.outbox[0]
    assert isinstance(letter, EmailMultiAlternatives)
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<http://[^/]+(/.+)>", letter.extra_headers["List-Unsubscribe"])
    assert address
    assert address[1] in letter.body
    client = Client(enforce_csrf_checks=True)
    page = client.post(address[1], {"List-Unsubscribe": "One-Click"})
    assert page.status_code == 200
    assert not wants_mail(alice)
    assert client.post(address[1]).status_code == 200


def test_looking_changes_nothing(alice: User, client: Client) -> None:
    wants(alice, theme="dark")
    page = client.get(link(alice))
    assert "Stop the daily mail?" in page.content.decode()
    assert wants_mail(alice)
    client.post(link(alice))
    with as_owner():
        assert User.objects.get(pk=alice.pk).preferences == {"digest": False, "theme": "dark"}


def test_somebody_else_who_is_signed_in_stops_the_one_in_the_link(alice: User, bob: User) -> None:
    wants(alice)
    wants(bob)
    assert signed_in(bob).post(link(alice)).status_code == 200
    assert (wants_mail(alice), wants_mail(bob)) == (False, True)


@pytest.mark.parametrize("wrong", ["", "x", "another salt", "nobody"])
def test_a_forged_link_stops_nothing(alice: User, client: Client, wrong: str) -> None:
    wants(alice)
    token = {
        "another salt": signing.dumps(str(alice.pk), salt="password"),
        "nobody": signing.dumps("nobody", salt=SALT),
    }.get(wrong, token_of(alice)[:-1] + wrong)
    for page in (client.get(f"/digest/stop/{token}/"), client.post(f"/digest/stop/{token}/")):
        assert page.status_code == 404
        assert "This link stops nothing" in page.content.decode()
    assert wants_mail(alice)


def test_a_person_who_is_gone_needs_no_stopping(alice: User, client: Client) -> None:
    gone = link(User(email="gone@example.org"))
    assert client.post(gone).status_code == 200
