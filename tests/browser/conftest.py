"""Chromium against the real launcher, as a household would open it: hashed files, sockets, Content-Security-Policy."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accounts.models import User
from tests.browser.line import Line

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]

# Playwright's polling would be refused by the page's Content-Security-Policy.
CONTROLLED = """navigator.serviceWorker.controller ? true : new Promise(
    (done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(true)))"""

SETTLED = """() => Promise.allSettled(document.getAnimations().filter(
    (one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished))"""

SignedIn = Callable[..., Page]
LinkIn = Callable[[str], str]
Visit = Callable[..., "Visitor"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if not str(item.path).startswith(here):
            continue
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.django_db(transaction=True))
        if CHROMIUM is None and not os.environ.get("KITCHEN_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine: install the package `chromium`"))


@pytest.fixture(scope="session", autouse=True)
def _database_beside_playwright(django_db_setup: None) -> Iterator[None]:
    """Playwright's own event loop runs in this thread, where Django would refuse the database; only here."""
    patch = pytest.MonkeyPatch()
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    yield
    patch.undo()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    root = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    return {"executable_path": CHROMIUM, "headless": True, "args": [*root, *QUIET]}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the server puts each mail that it sends, as a file."""
    return tmp_path_factory.mktemp("letters")


@pytest.fixture
def link_in(letters: Path) -> LinkIn:
    """The link in the newest letter to an address."""

    def find(email: str) -> str:
        for path in sorted(letters.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            if letter["To"] == email and (link := re.search(r"http\S+", letter.get_content())):
                return link.group()
        pytest.fail(f"no letter with a link to {email}")

    return find


@pytest.fixture(scope="session")
def server(django_db_setup: None, letters: Path) -> Iterator[str]:
    """The address of `manage.py run --web-only` on the tests' database."""
    port = free_port()
    process = begin_server(port, EMAIL_URL=f"filemail:///{letters}")
    url = f"http://localhost:{port}"
    try:
        wait_for(f"{url}/health/live", process)
        yield url
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def begin_server(port: int, **more: str) -> subprocess.Popen[bytes]:
    """The launcher on the tests' database, with `more` in its environment."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "kitchen.settings", "PORT": str(port), "HOST": "localhost", **more}
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return subprocess.Popen([sys.executable, "manage.py", "run", "--web-only"], cwd=ROOT, env=env)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer within 30 seconds")


@pytest.fixture
def context_of(browser: Browser, server: str) -> Iterator[Callable[..., BrowserContext]]:
    """A new browser profile at `server`; keyword arguments are Playwright's (viewport, color_scheme, ...)."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": server, "viewport": {"width": 390, "height": 844}, **options})
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def line(server: str) -> Iterator[Line]:
    """A way to the server that can be cut: `signed_in(alice, base_url=line.address)`."""
    made = Line(server)
    yield made
    made.let_pass()
    made.cut()


@dataclass
class Visitor:
    """Somebody at a browser, who knows nothing but what is written on the page."""

    name: str
    email: str
    page: Page
    scripts: bool = True

    def press(self, name: str, inside: str = "main") -> None:
        self.page.locator(inside).get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str, inside: str = "main") -> None:
        self.page.locator(inside).get_by_role("link", name=name, exact=True).first.click()

    def type(self, **texts: str) -> None:
        """By the label's first word, with _ for a space."""
        for label, text in texts.items():
            self.page.get_by_label(re.compile(f"^{label.replace('_', ' ')}")).first.fill(text)

    def reads(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(title)

    @contextmanager
    def sees(self) -> Iterator[None]:
        """What happens inside is seen without loading the page; without scripts, by loading it again."""
        if self.scripts:
            expect(self.page.locator("live-socket")).to_have_attribute("data-state", "live")
            self.page.evaluate("window.sameDocument = true")
        yield
        if self.scripts:
            assert self.page.evaluate("window.sameDocument === true"), "the page was loaded again"

    def look(self) -> Page:
        if not self.scripts:
            self.page.reload()
        return self.page


@pytest.fixture
def visit(context_of: Callable[..., BrowserContext]) -> Visit:
    """A visitor with a browser of their own; the address is new each time, as each gets one letter in three minutes."""

    def come(name: str, *, scripts: bool = True) -> Visitor:
        page = context_of(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts).new_page()
        page.set_default_timeout(10_000)
        return Visitor(name, f"{name.lower()}.{id(page)}@example.org", page, scripts)

    return come


@pytest.fixture
def signed_in(context_of: Callable[..., BrowserContext], client_of: Callable[[User], Client], server: str) -> SignedIn:
    """A page in a profile of its own, with the session of `user`."""

    def page_of(user: User, **options: Any) -> Page:
        cookie = client_of(user).cookies[settings.SESSION_COOKIE_NAME]
        context = context_of(**options)
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": server, "httpOnly": True}])
        return context.new_page()

    return page_of


@pytest.fixture
def axe_finds_nothing() -> Callable[[Page], None]:
    """Fails with what axe-core says against WCAG 2.2 AA and its best practices."""

    def check(page: Page) -> None:
        # What is still fading in has not the colours that it will have.
        page.evaluate(SETTLED)
        # Without lists of all that is well, which on a long page take longer than looking.
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()

    return check
