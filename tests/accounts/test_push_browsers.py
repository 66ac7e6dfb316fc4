"""accounts:push.create, accounts:push.forget and accounts:push.test: the browsers in which somebody is told."""

from uuid import uuid4

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import PushSubscription, User
from accounts.push.browsers import MOST_BROWSERS, key_of
from accounts.push.sending import Address
from tests.accounts.digests import listens
from tests.accounts.letters import signed_in
from tests.database import as_owner
from tests.factories.accounts import PASSWORD
from tests.fake_push import Browser

NEW, RENEW, PREFERENCES = "/me/browsers/new/", "/me/browsers/renew/", "/me/preferences/"
ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/"


def address(name: str = "one") -> Address:
    return Browser(ENDPOINT + name).address


def sent(to: Address, **wrong: str) -> dict[str, str]:
    return {"endpoint": to.endpoint, "p256dh": to.p256dh, "auth": to.auth, **wrong}


def who_is_told() -> list[tuple[str, str]]:
    with as_owner():
        rows = PushSubscription.objects.order_by("created_at").values_list("user__name", "endpoint")
        return [(name, endpoint.removeprefix(ENDPOINT)) for name, endpoint in rows]


def test_a_browser_is_added_and_renewed(alice: User) -> None:
    client = signed_in(alice, Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0"}))
    page = client.post(NEW, sent(address()), follow=True)
    text = page.content.decode()
    assert page.redirect_chain == [(f"{PREFERENCES}#messages", 302)]
    assert "Firefox on Linux" in text
    assert "this browser" in text
    assert f'data-known="{key_of(address().endpoint)}"' in text
    fresh = address()
    client.post(NEW, sent(fresh))
    assert who_is_told() == [("Alice", "one")]
    with as_owner():
        assert PushSubscription.objects.get().p256dh == fresh.p256dh


def test_a_browser_is_told_one_person_only(alice: User, bob: User) -> None:
    """Both share the kitchen's tablet: whoever asked last is told there."""
    browser = address()
    signed_in(alice).post(NEW, sent(address("phone")))
    signed_in(alice).post(NEW, sent(browser))
    signed_in(bob).post(NEW, sent(browser))
    assert who_is_told() == [("Alice", "phone"), ("Bob", "one")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://example.org/x"},
        {"endpoint": "http://updates.push.services.mozilla.com/x"},
        {"endpoint": "https://169.254.169.254/latest/meta-data"},
        {"endpoint": ""},
        {"p256dh": "AAAA"},
        {"p256dh": "é" * 87},
        {"p256dh": "A" * 87},
        {"auth": "AAAA"},
        {"auth": ""},
        {"auth": "x" * 41},
    ],
)
def test_what_is_no_browser_is_refused(alice: User, wrong: dict[str, str]) -> None:
    page = signed_in(alice).post(NEW, sent(address(), **wrong))
    assert page.status_code == 422
    assert "could not be added" in page.content.decode()
    assert who_is_told() == []


def test_a_browser_that_was_moved_is_told_where_it_is_now(alice: User, bob: User) -> None:
    """accounts:push.renew: by the service worker, without a form's token, for who knows the former address."""
    former, fresh = address("former"), address("fresh")
    listens(alice, former)
    moved = {**sent(fresh), "former": former.endpoint}
    assert signed_in(bob).post(RENEW, moved).status_code == 422
    client = signed_in(alice)
    client.handler.enforce_csrf_checks = True
    assert client.post(RENEW, {**moved, "former": "https://example.org/guessed"}).status_code == 422
    assert client.post(RENEW, {**moved, "endpoint": "https://example.org/x"}).status_code == 422
    assert who_is_told() == [("Alice", "former")]
    for _ in range(2):
        client.post(RENEW, moved)
    assert who_is_told() == [("Alice", "fresh")]
    assert client.post(RENEW, {**moved, "former": fresh.endpoint}).status_code == 204
    assert who_is_told() == [("Alice", "fresh")]


def test_the_eleventh_takes_the_place_of_the_first(alice: User) -> None:
    client = signed_in(alice)
    for n in range(MOST_BROWSERS + 1):
        client.post(NEW, sent(address(str(n))))
    assert [name for _who, name in who_is_told()] == [str(n) for n in range(1, MOST_BROWSERS + 1)]


def test_forgetting_is_for_ones_own(alice: User, bob: User) -> None:
    row = listens(alice, address())
    for url in (f"/me/browsers/{row.pk}/forget/", f"/me/browsers/{uuid4()}/forget/"):
        page = signed_in(bob).post(url, follow=True)
        assert "forgotten already" in page.content.decode()
    assert who_is_told() == [("Alice", "one")]
    page = signed_in(alice).post(f"/me/browsers/{row.pk}/forget/", follow=True)
    assert "No more messages there" in page.content.decode()
    assert who_is_told() == []


def test_a_test_is_queued_now_and_then(alice: User, bob: User) -> None:
    row = listens(alice, address())
    url = f"/me/browsers/{row.pk}/test/"
    assert signed_in(bob).post(url).status_code == 404
    client = signed_in(alice)
    codes = [client.post(url).status_code for _ in range(6)]
    assert codes == [302] * 5 + [429]
    with as_owner():
        jobs = list(ProcrastinateJob.objects.values_list("args", flat=True))
    assert [(job["person"], job["browser"]) for job in jobs] == [(str(alice.pk), str(row.pk))] * 5


def test_whoever_signs_out_is_told_there_no_more(alice: User) -> None:
    client = signed_in(alice)
    client.post(NEW, sent(address()))
    listens(alice, address("phone"))
    client.post("/accounts/logout/")
    assert who_is_told() == [("Alice", "phone")]


def test_a_browser_that_is_signed_out_from_elsewhere_is_told_no_more(alice: User) -> None:
    tablet, phone = signed_in(alice), signed_in(alice)
    tablet.post(NEW, sent(address("tablet")))
    phone.post(NEW, sent(address("phone")))
    phone.post("/me/sessions/end-others/")
    assert who_is_told() == [("Alice", "phone")]


def test_a_new_password_ends_what_others_are_told(alice: User) -> None:
    lost, here = signed_in(alice), signed_in(alice)
    lost.post(NEW, sent(address("lost")))
    here.post(NEW, sent(address("here")))
    fresh = "three wet umbrellas"
    here.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh})
    assert who_is_told() == [("Alice", "here")]


def test_nobody_adds_without_the_token_of_a_form(alice: User) -> None:
    client = signed_in(alice, Client(enforce_csrf_checks=False))
    client.handler.enforce_csrf_checks = True
    assert client.post(NEW, sent(address())).status_code == 403
    assert who_is_told() == []


def test_the_page_says_where_there_is_no_key(alice: User, settings: object) -> None:
    settings.VAPID_PRIVATE_KEY = "no key"  # type: ignore[attr-defined]
    text = signed_in(alice).get(PREFERENCES).content.decode()
    assert "cannot send any yet" in text
    assert "push-setup data-key" not in text
