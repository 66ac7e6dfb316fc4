"""A page is fetched from the address that was checked, at most as far and as long as is allowed."""

import gzip
import socket
import zlib
from collections.abc import Iterator

import pytest

from kitchen.errors import DomainError
from kitchen.fetching import FetchError, Guard, Limits, fetch
from tests.fake_site import Answer, FakeSite, fake_site

CAKE = "<h1>Käsekuchen</h1>"


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with fake_site() as running:
        yield running


def reason(site: FakeSite, path: str, limits: Limits | None = None) -> str:
    with pytest.raises(FetchError) as refusal:
        fetch(site.url(path), guard=site.guard, limits=limits)
    assert isinstance(refusal.value, DomainError)
    assert str(refusal.value).endswith(".")
    return refusal.value.reason


def test_a_page_is_fetched(site: FakeSite) -> None:
    site.pages["/cake?n=1"] = Answer(CAKE.encode())
    page = fetch(f"  {site.url('/cake?n=1')}#top  ", guard=site.guard)
    assert (page.url, page.text, page.content_type) == (site.url("/cake?n=1"), CAKE, "text/html")
    path, headers = site.asked[0]
    assert path == "/cake?n=1"
    assert headers["User-Agent"].startswith("Kitchen/")
    assert headers["Host"] == f"recipes.example:{site.port}"


def test_the_environment_has_no_say(site: FakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    site.pages["/"] = Answer(CAKE.encode())
    assert fetch(site.url("/"), guard=site.guard).text == CAKE


def test_a_name_that_changes_its_meaning_leads_nowhere_else(site: FakeSite) -> None:
    """The first answer is checked and used; a second, which would lead inside, is never asked for."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    site.pages["/"] = Answer(CAKE.encode())
    assert fetch(site.url("/"), guard=Guard(also=site.also, look_up=lambda _h, _p: next(answers))).text == CAKE
    assert next(answers) == ["10.0.0.1"]


def test_only_the_port_of_the_test_is_let_through(site: FakeSite) -> None:
    with fake_site() as other, pytest.raises(FetchError) as refusal:
        fetch(other.url("/"), guard=site.guard)
    assert refusal.value.reason == "not_allowed"


def test_redirects_are_followed_and_checked_again(site: FakeSite) -> None:
    site.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    site.pages["/new"] = Answer(CAKE.encode())
    assert fetch(site.url("/old"), guard=site.guard).url == site.url("/new")
    for number, target in enumerate(["http://169.254.169.254/", "file:///etc/passwd", "http://a:b@recipes.example/"]):
        site.pages[f"/bad{number}"] = Answer(status=302, headers={"Location": target})
    assert [reason(site, f"/bad{number}") for number in range(3)] == ["not_allowed", "address", "credentials"]


def test_redirects_to_a_name_that_leads_inside_are_refused(site: FakeSite) -> None:
    site.pages["/"] = Answer(status=302, headers={"Location": "http://inside.example/"})
    inside = Guard(
        also=site.also, look_up=lambda host, _p: ["192.168.1.1" if host == "inside.example" else "127.0.0.1"]
    )
    with pytest.raises(FetchError) as refusal:
        fetch(site.url("/"), guard=inside)
    assert refusal.value.reason == "not_allowed"


def test_five_redirects_are_enough(site: FakeSite) -> None:
    for number in range(7):
        site.pages[f"/{number}"] = Answer(status=302, headers={"Location": f"/{number + 1}"})
    site.pages["/7"] = Answer(CAKE.encode())
    assert fetch(site.url("/2"), guard=site.guard).text == CAKE
    assert reason(site, "/1") == "redirects"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        *[(status, "refused") for status in (401, 403, 429, 451)],
        *[(status, "not_found") for status in (404, 410)],
        *[(status, "broken") for status in (204, 418, 500, 503)],
    ],
)
def test_each_answer_has_its_sentence(site: FakeSite, status: int, expected: str) -> None:
    site.pages["/"] = Answer(b"sorry", status=status)
    assert reason(site, "/") == expected


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/octet-stream", "text/css"])
def test_what_is_no_page_is_refused(site: FakeSite, kind: str) -> None:
    site.pages["/"] = Answer(b"<h1>Cake</h1>", content_type=kind)
    assert reason(site, "/") == "not_a_page"


def test_a_page_without_a_type_is_looked_at(site: FakeSite) -> None:
    site.pages["/page"] = Answer(CAKE.encode(), content_type=None)
    site.pages["/picture"] = Answer(b"\x89PNG\r\n\0\0\0", content_type=None)
    assert fetch(site.url("/page"), guard=site.guard).text == CAKE
    assert reason(site, "/picture") == "not_a_page"


def test_large_pages_are_refused(site: FakeSite) -> None:
    limits = Limits(size=1000)
    site.pages["/told"] = Answer(b"a" * 2000, headers={"Content-Length": "2000"})
    site.pages["/untold"] = Answer(b"a" * 2000)
    site.pages["/just"] = Answer(b"a" * 1000)
    assert reason(site, "/told", limits) == reason(site, "/untold", limits) == "too_large"
    assert len(fetch(site.url("/just"), guard=site.guard, limits=limits).body) == 1000


def test_packed_pages_are_unpacked_up_to_the_limit(site: FakeSite) -> None:
    limits = Limits(size=100_000)
    bomb = b"\0" * 50_000_000
    bare = zlib.compressobj(wbits=-15)
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "x-gzip": gzip.compress}
    for name, pack in packed.items():
        site.pages[f"/{name}"] = Answer(pack(CAKE.encode()), headers={"Content-Encoding": name})
        site.pages[f"/{name}/bomb"] = Answer(pack(bomb), headers={"Content-Encoding": name})
        assert fetch(site.url(f"/{name}"), guard=site.guard, limits=limits).text == CAKE
        assert reason(site, f"/{name}/bomb", limits) == "too_large"
    site.pages["/bare"] = Answer(bare.compress(CAKE.encode()) + bare.flush(), headers={"Content-Encoding": "deflate"})
    site.pages["/broken"] = Answer(b"\x1f\x8bnonsense", headers={"Content-Encoding": "gzip"})
    site.pages["/unknown"] = Answer(b"?", headers={"Content-Encoding": "br"})
    assert fetch(site.url("/bare"), guard=site.guard).text == CAKE
    assert [reason(site, "/broken"), reason(site, "/unknown")] == ["broken", "not_a_page"]


def test_a_site_that_drips_is_left(site: FakeSite) -> None:
    site.pages["/"] = Answer(drip=True)
    assert reason(site, "/", Limits(seconds=0.4)) == "slow"


def test_a_site_that_says_nothing_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        guard = Guard(also=frozenset({("127.0.0.1", port)}))
        with pytest.raises(FetchError) as refusal:
            fetch(f"http://127.0.0.1:{port}/", guard=guard, limits=Limits(seconds=0.4))
    assert refusal.value.reason == "slow"
    with pytest.raises(FetchError) as closed:
        fetch(f"http://127.0.0.1:{port}/", guard=guard)
    assert closed.value.reason == "unreachable"


def test_names_that_are_not_known_and_no_network_are_told_apart() -> None:
    def answer(number: int) -> Guard:
        def look_up(_host: str, _port: int) -> list[str]:
            raise socket.gaierror(number, "told by the system")

        return Guard(look_up=look_up)

    for number, expected in ((socket.EAI_NONAME, "unknown_name"), (socket.EAI_AGAIN, "no_network")):
        with pytest.raises(FetchError) as refusal:
            fetch("http://recipes.example/", guard=answer(number))
        assert refusal.value.reason == expected


def test_a_certificate_of_nobody_is_not_trusted(site: FakeSite) -> None:
    """The server does not speak TLS at all, which is no better than a wrong certificate."""
    with pytest.raises(FetchError) as refusal:
        fetch(site.url("/").replace("http://", "https://"), guard=site.guard)
    assert refusal.value.reason == "insecure"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (CAKE.encode("iso-8859-1"), "text/html; charset=ISO-8859-1"),
        (CAKE.encode("cp1252"), "text/html"),
        (b'<meta charset="windows-1252">' + CAKE.encode("cp1252"), "text/html"),
        (CAKE.encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        (CAKE.encode("utf-16"), "text/html"),
        (CAKE.encode(), "text/html; charset=no-such-thing"),
        (CAKE.encode(), "text/html; charset=zlib"),
        (CAKE.encode(), "text/html; charset=unicode_escape"),
    ],
)
def test_every_encoding_is_read(site: FakeSite, body: bytes, kind: str) -> None:
    site.pages["/"] = Answer(body, content_type=kind)
    assert fetch(site.url("/"), guard=site.guard).text.endswith(CAKE)
