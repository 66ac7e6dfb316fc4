from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.queries.session import device_of, place_of
from tests.accounts.letters import signed_in
from tests.database import as_owner

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Version/18.1 Mobile Safari/604.1"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
SESSIONS = "/me/sessions/"


def laptop_and_phone(user: User) -> tuple[Client, Client]:
    laptop = signed_in(user, Client(headers={"user-agent": LAPTOP}))
    phone = signed_in(user, Client(headers={"user-agent": PHONE}, REMOTE_ADDR="203.0.113.9"))
    return laptop, phone


def number_of(client: Client) -> int:
    with as_owner():
        return UserSession.objects.get(session_key=client.session.session_key).pk


def test_says_what_where_and_when_and_marks_this_one(alice: User) -> None:
    laptop, _phone = laptop_and_phone(alice)
    text = laptop.get(SESSIONS).content.decode()
    assert "Firefox on Linux" in text
    assert "Safari on iPhone" in text
    assert "203.0.113.9" in text
    assert text.count("this one") == 1
    assert text.index("Firefox on Linux") < text.index("Safari on iPhone")


def test_strangers_sessions_are_not_seen(alice: User, stranger: User) -> None:
    signed_in(stranger, Client(headers={"user-agent": PHONE}))
    assert "iPhone" not in signed_in(alice).get(SESSIONS).content.decode()


def test_expired_ones_are_not_listed(alice: User) -> None:
    laptop, phone = laptop_and_phone(alice)
    with as_owner():
        Session.objects.filter(session_key=phone.session.session_key).update(
            expire_date=timezone.now() - timedelta(minutes=1)
        )
    assert "iPhone" not in laptop.get(SESSIONS).content.decode()


def last_seen(client: Client) -> timedelta:
    number = number_of(client)
    with as_owner():
        return timezone.now() - UserSession.objects.get(pk=number).last_seen_at


def test_last_seen_is_kept_once_a_minute(alice: User) -> None:
    laptop = signed_in(alice)
    laptop.get(SESSIONS)
    with as_owner():
        UserSession.objects.update(last_seen_at=timezone.now() - timedelta(days=2))
    laptop.get(SESSIONS)
    assert last_seen(laptop) > timedelta(days=1)
    cache.clear()
    laptop.get(SESSIONS)
    assert last_seen(laptop) < timedelta(minutes=1)


def test_many_sessions_cost_as_many_statements_as_one(alice: User, django_assert_max_num_queries: object) -> None:
    here = signed_in(alice)
    for _ in range(12):
        signed_in(alice)
    here.get(SESSIONS)
    with django_assert_max_num_queries(16):  # type: ignore[operator]  (with those of scope and session)
        here.get(SESSIONS)


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (PHONE, ("Safari on iPhone", "phone")),
        (LAPTOP, ("Firefox on Linux", "device")),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/131.0 Safari/537.36 Edg/131.0",
            ("Edge on Windows", "device"),
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit Chrome/131.0 Mobile Safari/537.36",
            ("Chrome on Android", "phone"),
        ),
        ("curl/8.5.0", ("A browser that does not say its name", "device")),
        ("", ("A browser that does not say its name", "device")),
    ],
)
def test_browsers_by_their_header(agent: str, told: tuple[str, str]) -> None:
    assert device_of(agent) == told


def test_addresses_in_words() -> None:
    assert place_of("::1") == "the computer that Kitchen runs on"
    assert place_of("192.168.1.4") == "192.168.1.4, your own network"
    assert place_of("8.8.8.8") == "8.8.8.8"
    assert place_of("nonsense") == "nonsense"
