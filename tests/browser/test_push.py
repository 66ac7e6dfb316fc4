"""Messages in Chromium: what the service worker shows, and how a browser comes to be told and ends.

Profiles of tests are private windows, in which Chromium has no push service: what it would answer is put in its place.
"""

import json
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import PushSubscription, User
from tests.browser.conftest import CONTROLLED, SignedIn
from tests.database import as_owner
from tests.fake_push import Browser

ENDPOINT = "https://fcm.googleapis.com/fcm/send/one"
SERVICE = """
  const subscription = {
    endpoint: %(endpoint)s,
    toJSON: () => (%(told)s),
    unsubscribe: async () => { localStorage.removeItem("arranged"); return true; },
  };
  PushManager.prototype.getSubscription = async () => localStorage.getItem("arranged") ? subscription : null;
  PushManager.prototype.subscribe = async (options) => {
    localStorage.setItem("arranged", options.applicationServerKey);
    return subscription;
  };
"""


SHOWN = """async (newest) => {
    const registration = await navigator.serviceWorker.ready;
    for (;;) {
        const shown = await registration.getNotifications();
        if (shown.some(({ title }) => title === newest)) {
            return shown.map(({ title, body, tag, data }) => [title, body, tag, data]);
        }
        await new Promise((done) => setTimeout(done, 20));
    }
}"""
ENDED = """new Promise((done) => {
    const look = () => localStorage.getItem("arranged") === null ? done(true) : setTimeout(look, 20);
    look();
})"""


@pytest.fixture
def page(alice: User, signed_in: SignedIn, server: str) -> Page:
    page = signed_in(alice)
    page.context.grant_permissions(["notifications"], origin=server)
    return page


def with_a_push_service(page: Page) -> None:
    to = Browser(ENDPOINT).address
    told = {"endpoint": to.endpoint, "keys": {"p256dh": to.p256dh, "auth": to.auth}}
    page.context.add_init_script(SERVICE % {"endpoint": json.dumps(ENDPOINT), "told": json.dumps(told)})


def preferences(page: Page) -> None:
    page.goto(reverse("accounts:preference.edit"))


def test_a_message_is_shown_in_its_own_words(page: Page, server: str) -> None:
    preferences(page)
    page.evaluate(CONTROLLED)
    session = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    while not found:
        page.wait_for_timeout(20)
    for title in ("Linden 12: eat spinach today", "Linden 12: eat milk today"):
        told = {"title": title, "body": "Spinach, 400 g", "url": "/me/", "tag": "digest", "icon": ""}
        sent = {"origin": server, "registrationId": found[-1]["registrationId"], "data": json.dumps(told)}
        session.send("ServiceWorker.deliverPushMessage", sent)
    # The newer one takes the place of the older.
    assert page.evaluate(SHOWN, title) == [["Linden 12: eat milk today", "Spinach, 400 g", "digest", "/me/"]]


def test_a_browser_is_added_by_a_press_and_ends_with_another_person(
    page: Page, bob: User, signed_in: SignedIn, server: str
) -> None:
    with_a_push_service(page)
    preferences(page)
    page.get_by_role("button", name="Tell me in this browser").click()
    expect(page.get_by_text("This browser is told.")).to_be_visible()
    expect(page.locator("#messages .why")).to_contain_text("this browser")
    with as_owner():
        assert PushSubscription.objects.get().endpoint == ENDPOINT
    assert page.evaluate("localStorage.getItem('arranged')") == page.locator("push-setup").get_attribute("data-key")
    other = signed_in(bob)
    page.context.clear_cookies()
    page.context.add_cookies(other.context.cookies())
    preferences(page)
    assert page.evaluate(ENDED)
    expect(page.get_by_role("button", name="Tell me in this browser")).to_be_visible()


def test_without_a_push_service_it_is_said(page: Page) -> None:
    preferences(page)
    page.get_by_role("button", name="Tell me in this browser").click()
    expect(page.get_by_text("could not arrange it")).to_be_visible()
    with as_owner():
        assert not PushSubscription.objects.exists()
