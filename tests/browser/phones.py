"""Phones that are switched off and on again, and a server that is killed: browsers with their profile on a disk."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect

from shopping.models import ShoppingList
from tests.browser.kept import until
from tests.browser.lists import open_list
from tests.operations.processes import Running, free_port

SHARED = ("DATABASE_URL", "DATABASE_DIRECT_URL", "SECRET_KEY")
WAITS = """async (many) => {
    const opened = indexedDB.open("kitchen");
    await new Promise((done) => { opened.onsuccess = done; });
    const store = opened.result.transaction("operations").objectStore("operations");
    const all = await new Promise((done) => { store.getAll().onsuccess = ({ target }) => done(target.result); });
    opened.result.close();
    return all.length === many;
}"""
SHOWS = """async (expected) => {
    const rows = [...document.querySelectorAll("shopping-list li[data-item]:not([data-state=gone])")];
    const shown = rows.map(({ dataset: { item, state, number } }) => `${item} ${state} ${number}`);
    return JSON.stringify(shown.sort()) === JSON.stringify(expected);
}"""


class Kitchen:
    """The server of the tests' database at an address that stays, however often it is killed."""

    def __init__(self) -> None:
        shared = {name: os.environ[name] for name in SHARED if name in os.environ}
        command = [sys.executable, "manage.py", "run", "--web-only"]
        self.running = Running(Path(settings.VAR_DIR) / "proof" / "var", command, shared, free_port())

    @property
    def url(self) -> str:
        return self.running.url

    def start(self) -> None:
        self.running.var.mkdir(parents=True, exist_ok=True)
        self.running.__enter__()
        self.running.first_page()

    def die(self) -> None:
        """As the machine's power fails."""
        self.running.process.send_signal(signal.SIGKILL)
        self.running.process.wait()

    @contextlib.contextmanager
    def up(self) -> Iterator["Kitchen"]:
        self.start()
        try:
            yield self
        finally:
            self.running.__exit__()


@dataclass
class Phone:
    """`begin` opens the list; `switch_off` and `begin` again is a cold start, with nothing but what is on the disk."""

    playwright: Playwright
    launch: dict[str, Any]
    kitchen: Kitchen
    folder: Path
    client: Client
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def begin(self, kept: ShoppingList) -> None:
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, base_url=self.kitchen.url, viewport={"width": 390, "height": 844}, **self.launch
        )
        cookie = self.client.cookies[settings.SESSION_COOKIE_NAME]
        signed_in = {"name": cookie.key, "value": cookie.value, "url": self.kitchen.url, "httpOnly": True}
        self.context.add_cookies([{**signed_in, "expires": time.time() + 86400}])  # type: ignore[list-item]
        self.open(kept)

    def open(self, kept: ShoppingList) -> None:
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        open_list(self.page, kept)

    def switch_off(self) -> None:
        self.context.close()

    def crash(self) -> None:
        """The tab dies without a word; the browser stays."""
        with contextlib.suppress(Error):
            self.page.goto("chrome://crash")
        self.page.close()

    def presses(self, item: str) -> None:
        self.page.locator(f"#tick_{item}").click()

    def waits(self, many: int) -> None:
        """So many operations lie on the disk, waiting or refused."""
        until(self.page, WAITS, many)

    def shows(self, expected: list[str]) -> None:
        until(self.page, SHOWS, expected)

    def has_sent_all(self) -> None:
        self.waits(0)
        expect(self.page.locator(".item[data-waiting], .item[data-provisional]")).to_have_count(0)
