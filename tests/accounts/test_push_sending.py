"""What leaves for a push service, held against one that judges and opens it."""

import socket
from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from accounts.push import sending
from accounts.push.hosts import is_allowed
from accounts.push.keys import packed
from accounts.push.sending import Address, Arrival, Message, send
from kitchen.fetching import Limits
from tests.fake_push import FakePush, fake_push

MESSAGE = Message("Linden 12: eat spinach today", "Spinach, 400 g · today", "/h/abc/", "digest-abc")
TOPIC = "t" * 32


@pytest.fixture
def push(settings: LazySettings) -> Iterator[FakePush]:
    with fake_push() as service:
        settings.PUSH_HOSTS = [service.origin]
        yield service


def test_a_message_arrives_whole_and_signed(push: FakePush) -> None:
    browser, other = push.browser(), push.browser()
    assert send(browser.address, MESSAGE, topic=TOPIC) == Arrival.TAKEN
    assert send(other.address, MESSAGE, topic=TOPIC) == Arrival.TAKEN
    assert push.told(browser) == push.told(other)
    (received,) = push.received[browser.address.endpoint]
    assert received.told == {
        "title": "Linden 12: eat spinach today",
        "body": "Spinach, 400 g · today",
        "url": "/h/abc/",
        "tag": "digest-abc",
        "icon": "/static/icons/icon-192.png",
    }
    assert received.claims["sub"] == "mailto:kitchen@localhost"
    assert received.headers["topic"] == TOPIC
    assert int(received.headers["ttl"]) == sending.KEPT


def test_only_its_browser_can_open_it(push: FakePush) -> None:
    browser, other = push.browser(), push.browser()
    wrong = Address(browser.address.endpoint, other.address.p256dh, other.address.auth)
    assert send(wrong, MESSAGE, topic=TOPIC) == Arrival.REFUSED
    assert push.told(browser) == []


def test_long_words_are_shortened_to_what_services_take(push: FakePush) -> None:
    browser = push.browser()
    long = Message("🥬" * 5000, "🍓" * 5000, "/", "tag")
    assert send(browser.address, long, topic=TOPIC) == Arrival.TAKEN
    assert push.told(browser)[0]["title"].endswith("…")


@pytest.mark.parametrize(
    ("mood", "arrival"),
    [
        (200, Arrival.TAKEN),
        (404, Arrival.GONE),
        (410, Arrival.GONE),
        (429, Arrival.LATER),
        (500, Arrival.LATER),
        (503, Arrival.LATER),
        ("slow", Arrival.LATER),
        (400, Arrival.REFUSED),
        (403, Arrival.REFUSED),
        (413, Arrival.REFUSED),
        (302, Arrival.REFUSED),
    ],
)
def test_each_answer_means_something(push: FakePush, mood: int | str, arrival: Arrival) -> None:
    browser = push.browser()
    push.answers(browser, mood)
    assert send(browser.address, MESSAGE, topic=TOPIC) == arrival
    assert push.asked == [browser.address.endpoint]


def test_a_service_that_is_silent_is_not_waited_for(
    push: FakePush, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LIMITS", Limits(seconds=0.2, connect=0.2))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        origin = f"http://127.0.0.1:{silent.getsockname()[1]}"
        settings.PUSH_HOSTS = [origin]
        browser = push.browser().address
        assert send(Address(f"{origin}/x", browser.p256dh, browser.auth), MESSAGE, topic=TOPIC) == Arrival.LATER


def test_nothing_is_sent_to_a_host_that_was_taken_off_the_list(push: FakePush, settings: LazySettings) -> None:
    browser = push.browser()
    settings.PUSH_HOSTS = ["fcm.googleapis.com"]
    assert send(browser.address, MESSAGE, topic=TOPIC) == Arrival.REFUSED
    assert push.asked == []


def test_a_known_name_that_leads_inside_is_not_asked(
    push: FakePush, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is on the list, and means a machine of our own network: as when its DNS was taken over."""
    settings.PUSH_HOSTS = ["push.example.org"]
    browser = push.browser().address
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("127.0.0.1", 443))])
    there = Address("https://push.example.org/x", browser.p256dh, browser.auth)
    assert send(there, MESSAGE, topic=TOPIC) == Arrival.LATER
    assert push.asked == []


@pytest.mark.parametrize(
    ("endpoint", "allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:def", True),
        ("https://FCM.googleapis.com/fcm/send/abc", True),
        ("https://web.push.apple.com/QGuQ", True),
        ("https://wns2-am3p.notify.windows.com/w/?token=x", True),
        ("https://updates.push.services.mozilla.com:443/wpush/v2/x", True),
        ("https://push.apple.com/QGuQ", False),
        ("https://evilpush.apple.com.example.org/x", False),
        ("https://fcm.googleapis.com.example.org/x", False),
        ("https://example.org/fcm.googleapis.com", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("http://fcm.googleapis.com/x", False),
        ("https://me:secret@fcm.googleapis.com/x", False),
        ("https://fcm.googleapis.com@127.0.0.1/x", False),
        ("https://127.0.0.1/x", False),
        ("https://[::1]/x", False),
        ("ftp://fcm.googleapis.com/x", False),
        ("//fcm.googleapis.com/x", False),
        ("https://fcm.googleapis.com/\n", False),
        ("https://fcm.googleapis.com:port/x", False),
        ("https://fcm.googleapis.com/" + "x" * 1000, False),
        ("", False),
    ],
)
def test_only_known_services_are_talked_to(endpoint: str, allowed: bool) -> None:
    assert is_allowed(endpoint) is allowed


def test_a_key_that_is_none_sends_nothing(push: FakePush, settings: LazySettings) -> None:
    settings.VAPID_PRIVATE_KEY = packed(b"too short")
    assert send(push.browser().address, MESSAGE, topic=TOPIC) == Arrival.REFUSED
    assert push.asked == []
