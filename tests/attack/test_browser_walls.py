"""What keeps another site, or words of another person, from acting in somebody's browser."""

from string import Formatter
from typing import Any
from urllib.parse import urljoin

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Household, User
from tests.attack.conftest import Target, doors, undone
from tests.attack.forms import sent_with
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory, EaterFactory, InvitationFactory, UserFactory
from tests.factories.accounts import PASSWORD

ELSEWHERE = [
    *("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\thttps://evil.example"),
    *(
        "https:evil.example",
        "http://testserver@evil.example/",
        "https://testserver.evil.example/",
        "%2F%2Fevil.example",
    ),
]
SCRIPT = "<script>alert(1)</script>"
QUOTED = "\"'><img src=x onerror=alert(1)>"


# What is asked without a form: by a service worker that knows the former address or has changes to send (as JSON, which
# no form of another site can), by a mail program with the link.
TAKE_CHANGES = ("shopping:operation.create", "shopping:public.operations")
KNOWN_OTHERWISE = ("accounts:push.renew", "accounts:digest.stop", *TAKE_CHANGES)


def test_no_form_is_taken_without_its_token(target: Target) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = target.client.cookies
    faults = []
    for name, arguments in doors():
        url = target.url(name, arguments)
        if url is None or name.startswith(("kitchen:health", "kitchen:metrics")):
            continue
        with undone():
            status = strict.post(url, {"name": "Eve"}).status_code
        if status != 403 and not (name in KNOWN_OTHERWISE and status in (400, 404, 422)):
            faults.append(f"{name}: {status}")
    assert not faults, "\n".join(faults)


def test_the_token_of_one_is_not_taken_from_another_site(bare_target: Target) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = bare_target.client.cookies
    url = reverse("accounts:household.edit", args=[bare_target.household.code])
    token = sent_with(strict.get(url), "name")["csrfmiddlewaretoken"]
    answer = strict.post(url, {"csrfmiddlewaretoken": token}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_leads_to_our_own_pages(elsewhere: str, alice: User) -> None:
    client = Client()
    answer = client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD, "next": elsewhere})
    assert answer.status_code == 302
    led_to = urljoin("http://testserver/accounts/login/", answer["Location"].replace("\\", "/"))
    assert led_to.startswith("http://testserver/")


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_logout", "account_reauthenticate"])
def test_no_page_sends_people_elsewhere(elsewhere: str, name: str, bare_target: Target) -> None:
    for client in (bare_target.client, Client()):
        for send in (client.get, client.post):
            with undone():
                answer = send(f"{reverse(name)}?next={elsewhere}")
            assert "evil.example" not in answer.headers.get("Location", "").partition("?")[0]
            assert 'href="https://evil' not in answer.content.decode()


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "testserver\x00"]
)
def test_another_host_is_refused(host: str, db: None) -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/", headers={"Host": host}).status_code == 400
    data = {"email": "alice@example.org"}
    assert client.post(reverse("account_reset_password"), data, headers={"Host": host}).status_code == 400
    assert mail.outbox == []


@pytest.fixture
def spiteful(household: Household, alice: User) -> Household:
    """A household in which everything that people may write is an attack."""
    from accounts.verbs import verbs

    with as_owner():
        household.name, household.emoji = SCRIPT + "{{ x }}", "<b>🥣"
        household.save()
        alice.name, alice.preferences = QUOTED, {"first_things": [SCRIPT, QUOTED], "theme": '"><script>'}
        alice.save()
    EaterFactory(household=household, name=SCRIPT, dislikes=QUOTED)
    InvitationFactory(household=household, email="a+<script>@example.org", created_by=alice)
    for number, (verb, entry) in enumerate(verbs):
        said = {part[1] for part in Formatter().parse(str(entry.sentence)) if part[1]} - {"actor"}
        facts = dict.fromkeys(said | {"name", "role"}, SCRIPT + QUOTED)
        ActivityFactory(household=household, actor=alice, verb=verb, number=2000 + number, facts=facts)
    return household


def test_what_people_write_is_never_markup(spiteful: Household, target: Target) -> None:
    faults = []
    for name, arguments in doors():
        url = target.url(name, arguments)
        if url is None or name == "account_logout":
            continue
        for headers in ({}, {"HX-Request": "true"}):
            with undone():
                answer = target.client.get(url + "?q=script", headers=headers)
            if answer.status_code >= 500 or "html" not in answer.headers.get("content-type", ""):
                continue
            page = answer.content.decode()
            if "<script>alert" in page or "<img src=x" in page or "<b>🥣" in page or '"><script>' in page:
                faults.append(name)
    assert not faults, faults


def test_what_people_write_is_never_markup_on_a_socket(spiteful: Household, alice: User) -> None:
    from accounts.live.drawing import drawings
    from accounts.live.seat import Reader
    from kitchen import tenancy

    with tenancy.scope(household=spiteful.pk, person=alice.pk):
        for name, drawing in drawings:
            html = drawing(spiteful, None, Reader("owner", "en"))
            assert "<script>" not in html, name
            assert "<img src=x" not in html, name


def test_what_people_write_is_never_markup_for_the_staff(
    spiteful: Household, client_of: ClientOf, target: Target
) -> None:
    ada = UserFactory(name=SCRIPT, admin=True)
    client = client_of(ada)
    client.post(reverse("admin:accounts_household_enter", args=[spiteful.pk]), {"reason": QUOTED + SCRIPT})
    tables = [
        "household",
        "membership",
        "eater",
        "invitation",
        "activity",
        "staffentry",
        "user",
        "householdevent",
        "eaterevent",
    ]
    pages = [reverse("admin:index"), *(reverse(f"admin:accounts_{table}_changelist") for table in tables)]
    pages += [
        reverse("admin:accounts_household_change", args=[spiteful.pk]),
        reverse("admin:admin_logentry_changelist"),
    ]
    for page in pages:
        shown = client.get(page).content.decode()
        assert "<script>alert" not in shown, page
        assert "<img src=x" not in shown, page


def test_names_do_not_reach_the_head_of_a_mail(
    spiteful: Household, target: Target, django_capture_on_commit_callbacks: Any
) -> None:
    with as_owner():
        spiteful.name = "Linden\r\nBcc: everybody@example.org"
        spiteful.save()
    url = reverse("accounts:invitation.create", args=[spiteful.code])
    data = {"role": "member", "days": "7", "max_uses": "1", "email": "tom@example.org",
            "id": "0193fe4d-c849-73a5-b56f-ec2f042b6ba7"}  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        assert target.client.post(url, data).status_code == 302
    (message,) = mail.outbox
    assert message.recipients() == ["tom@example.org"]
    assert "\n" not in message.subject
    assert "Bcc" not in message.message()


@pytest.mark.parametrize(
    "address", ["a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", "a@b@c", "<a@example.org>"]
)
def test_one_address_is_one_address(address: str, bare_target: Target) -> None:
    url = reverse("accounts:invitation.create", args=[bare_target.household.code])
    data = {
        "role": "member",
        "days": "7",
        "max_uses": "1",
        "email": address,
        "id": "0193fe4d-c849-73a5-b56f-ec2f042b6ba7",
    }
    assert bare_target.client.post(url, data).status_code == 422


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# It is opened by a foreign page, which hands its text over; nothing is kept before a click.
ELSEWHERE = {("recipes:bookmarklet.receive", "Cross-Origin-Opener-Policy")}


def test_every_page_carries_the_headers(target: Target) -> None:
    faults = []
    for name, arguments in doors():
        url = target.url(name, arguments)
        if url is None or name in {"account_logout", "chat:attachment.show"}:  # the file's own policy is stricter
            continue
        with undone():
            answer = target.client.get(url)
        for header, value in HEADERS.items():
            if (name, header) not in ELSEWHERE and answer.headers.get(header) != value:
                faults.append(f"{name}: {header} is {answer.headers.get(header)}")
        policy = answer.headers.get("Content-Security-Policy", "")
        if "default-src 'self'" not in policy or "unsafe" in policy or "frame-ancestors 'none'" not in policy:
            faults.append(f"{name}: {policy}")
        if "private" not in answer.headers.get("Cache-Control", "") and url.startswith(("/h/", "/me/", "/accounts/")):
            faults.append(f"{name}: may be kept by a proxy: {answer.headers.get('Cache-Control')}")
    assert not faults, "\n".join(faults)


def test_cookies_stay_with_us(target: Target, alice: User) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    session = client.cookies["kitchen_session"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert client.cookies["kitchen_csrf"]["samesite"] == "Lax"


def test_signing_in_takes_a_new_session(alice: User) -> None:
    """A session that somebody planted before signing in is not the one after."""
    client = Client()
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    client.cookies["kitchen_session"] = planted
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    assert client.cookies["kitchen_session"].value != planted
