"""Whatever is sent, wherever: a sentence or a page that is not there, never a broken one."""

from collections import Counter
from typing import Any

import pytest
from django.test import Client

from tests.attack.conftest import Target, doors, just_signed_in, reason_of, undone
from tests.attack.forms import Sent, forms_in

HOSTILE = {
    "blanks": "  \t \u00a0 ",
    "NUL": "a\x00b",
    "lines": "a\r\nBcc: b@example.org\r\n{{ 7|add:7 }}{% now 'Y' %}{actor.password}%s%(name)s\u202e\ufffd\uffff",
    "long": "👨‍👩‍👧‍👦x" * 5_000,
    "huge": "-" + "9" * 100,
    "uuid": "00000000-0000-0000-0000-000000000000",
    "address": "a" * 250 + "@example.org",
}
LEFT_OUT = ("account_logout",)
# What is not among the choices is refused alike, whatever it says.
NO_CHOICE = ("NUL", "huge", "uuid")
AGAIN = 2


def pages(target: Target) -> list[tuple[str, str]]:
    found = [(name, target.url(name, arguments)) for name, arguments in doors() if name not in LEFT_OUT]
    return [(name, url) for name, url in found if url]


def broken(target: Target, client: Client) -> list[str]:
    faults = []
    tried: set[tuple[str, ...]] = set()
    kinds: set[tuple[str, ...]] = set()
    for name, url in pages(target):
        with undone():
            page = client.get(url)
        if page.status_code >= 500:
            faults.append(f"GET {name}: {page.status_code} {reason_of(page)}")
        if page.status_code != 200 or "html" not in page.headers["content-type"]:
            continue
        for form in forms_in(page):
            # A form that stands on several pages is tried on one.
            same = (form.action or url, *sorted(form.fields))
            if form.method == "post" and "/logout/" not in form.action and same not in tried:
                tried.add(same)
                faults += try_form(client, form, form.action or url, kinds)
    return sorted(set(faults))


def try_form(client: Client, form: Sent, action: str, kinds: set[tuple[str, ...]]) -> list[str]:
    """Everything for each kind of field, by its name and what its element says; for a field of a kind that was tried
    in another form, or twice in this one, a few of them in turn. So each field is tried, and each kind with everything.
    """
    faults = []
    alike = Counter[tuple[str, ...]]()
    for place, wrong in enumerate(form.fields):
        if wrong == "csrfmiddlewaretoken":
            continue
        kind = form.kinds[wrong]
        whats = NO_CHOICE if form.is_chosen(wrong) else tuple(HOSTILE)
        if (wrong, *kind) in kinds or alike[kind] > 1:
            whats = tuple(whats[(place + step) % len(whats)] for step in range(AGAIN))
        kinds.add((wrong, *kind))
        alike[kind] += 1
        for what in whats:
            with undone():
                answer = client.post(action, {**form.fields, wrong: HOSTILE[what]})
            if answer.status_code >= 500:
                faults.append(f"POST {action} {wrong} = {what}: {answer.status_code} {reason_of(answer)}")
    return faults


def test_every_field_of_every_form_signed_in(target: Target) -> None:
    faults = broken(target, target.client)
    assert not faults, "\n".join(faults)


def test_every_field_of_every_form_without_an_account(target: Target) -> None:
    faults = broken(target, Client(raise_request_exception=False))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options", "trace"])
def test_every_method_on_every_page(method: str, target: Target) -> None:
    faults = []
    for name, url in pages(target):
        with undone():
            answer: Any = getattr(target.client, method)(url)
        if answer.status_code >= 500:
            faults.append(f"{method.upper()} {name}: {answer.status_code} {reason_of(answer)}")
    assert not faults, "\n".join(faults)


KEYS = ("q", "page", "before", "since", "next", "theme", "code", "key", "state")
QUERIES = [
    *("&".join(f"{key}={value}" for key in KEYS) for value in ("%00", "-" + "9" * 400, "%ff%fe%D9%A1%27%22%5C")),
    "q=" + "a" * 20_000 + "&" * 500 + "a[]=1&a[b]=2",
]


@pytest.mark.parametrize("htmx", [False, True])
def test_every_query_on_every_page(target: Target, htmx: bool) -> None:
    """By htmx only what answers it with a part: a whole page is the one that a browser gets."""
    faults = []
    headers = {"HX-Request": "true"} if htmx else {}
    for name, url in pages(target):
        if htmx and is_whole(target.client, url, headers):
            continue
        for query in QUERIES:
            with undone():
                answer = target.client.get(f"{url}?{query}", headers=headers)
            if answer.status_code >= 500:
                faults.append(f"GET {name}?{query[:30]}: {answer.status_code} {reason_of(answer)}")
    assert not faults, "\n".join(faults)


def is_whole(client: Client, url: str, headers: dict[str, str]) -> bool:
    with undone():
        answer: Any = client.get(url, headers=headers)
    return answer.streaming or b"<html" in answer.content


PATHS = [
    *("/join/a%00b/", "/join/%ff%fe/", "/join/" + "x" * 5000 + "/", "/join/..%2f..%2fetc/", "/h/%00/", "/h/%ff/"),
    *("/h/../admin/", "/h/" + "a" * 5000 + "/", "/h/--/", "//evil.example/", "/%5Cevil.example/", "/static/%00"),
    *("/me/sessions/999999999999999999999999/end/", "/me/sessions/-1/end/", "/accounts/confirm-email/%00/"),
    *(
        "/accounts/password/reset/key/%00-%00/",
        "/accounts/oidc/%00/login/",
        "/accounts/oidc/a/login/callback/?code=%00",
    ),
    *("/admin/%00/", "/admin/r/%00/%00/", "/admin/accounts/user/%00/change/", "/static/../settings.py", "/sw.js%00"),
]


@pytest.mark.parametrize("path", PATHS)
def test_odd_addresses(path: str, bare_target: Target) -> None:
    for client in (bare_target.client, Client(raise_request_exception=False)):
        for send in (client.get, client.post):
            with undone():
                answer = send(path)
            assert answer.status_code < 500, reason_of(answer)


BODIES = [
    (b"\xff\xfe\x00name=%ff", "application/x-www-form-urlencoded"),
    (b"name=%00&name=%C3%28", "application/x-www-form-urlencoded; charset=utf-16"),
    (b"{", "application/json"),
    (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n', "multipart/form-data; boundary=x"),
    (b"--x", "multipart/form-data"),
    (b"&".join(b"a%d=1" % n for n in range(3000)), "application/x-www-form-urlencoded"),
    (b"a=" + b"x" * 11_000_000, "application/x-www-form-urlencoded"),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(BODIES)))
def test_odd_bodies(number: int, bare_target: Target) -> None:
    body, content_type = BODIES[number]
    for url in ("/me/", "/join/", "/accounts/signup/", f"/h/{bare_target.household.code}/settings/edit/"):
        with undone():
            answer = bare_target.client.post(url, data=body, content_type=content_type)
        assert answer.status_code < 500, f"{url}: {reason_of(answer)}"


@pytest.mark.parametrize(
    "header", ["User-Agent", "Accept-Language", "X-Forwarded-For", "Referer", "HX-Current-URL", "HX-Target"]
)
@pytest.mark.parametrize("value", ["", "x" * 5000, "\xff\xfe", "%00%ff; q=x", "999.1.1.1, ::gg"])
def test_odd_headers(header: str, value: str, bare_target: Target) -> None:
    for client in (just_signed_in(bare_target.client), Client(raise_request_exception=False)):
        for url in ("/", "/me/", "/accounts/login/", f"/h/{bare_target.household.code}/", "/join/"):
            with undone():
                answer = client.get(url, headers={header: value, "HX-Request": "true"})
            assert answer.status_code < 500, f"{url}: {reason_of(answer)}"
