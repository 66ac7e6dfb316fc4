"""The same form sent twice at once, by two fingers or two people."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.adapter import AccountAdapter
from accounts.models import User
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(works: list[Callable[[], int]]) -> list[int]:
    """Each in a thread of its own; what they return."""
    answers: list[int] = []

    def run(work: Callable[[], int]) -> None:
        try:
            answers.append(work())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(answers)


def test_signing_up_twice_at_once_makes_one_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both forms have found the address free before either is kept."""
    together = threading.Barrier(2, timeout=20)
    keep = AccountAdapter.save_user

    def save_user(self: AccountAdapter, *args: object, **kwargs: object) -> object:
        together.wait()
        return keep(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(AccountAdapter, "save_user", save_user)
    data = {"name": "Tom", "email": "tom@example.org", "password1": "a long enough pass phrase"}

    def sign_up() -> int:
        client = Client(raise_request_exception=False)
        return client.post(reverse("account_signup"), data).status_code

    answers = at_once([sign_up, sign_up])
    with as_owner():
        assert User.objects.filter(email="tom@example.org").count() == 1
    assert answers[0] == 302
    assert answers[1] < 500
