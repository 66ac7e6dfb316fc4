"""What the mails in the outbox lead to, and signing in as a person does."""

import re

from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.accounts import PASSWORD


def last_link() -> str:
    """The path of the link in the last mail that has one."""
    for letter in reversed(mail.outbox):
        if found := re.search(r"https?://[^/\s]+(/\S+)", letter.body):
            return found[1]
    raise AssertionError([letter.body for letter in mail.outbox])


def signed_in(user: User, client: Client | None = None) -> Client:
    client = client or Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return client


def sure(user: User, client: Client | None = None) -> Client:
    """Signed in, and asked for the password again a moment ago."""
    client = signed_in(user, client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client
