"""What a device keeps, as tests of it look at it."""

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import CONTROLLED

KEPT = """async (addresses) => {
    const names = (await caches.keys()).filter((name) => name.startsWith("kitchen-pages-"));
    const cache = names.length === 1 ? await caches.open(names[0]) : undefined;
    return cache && (await Promise.all(addresses.map((address) => cache.match(address)))).every(Boolean);
}"""
NOTHING = "async () => (await caches.keys()).every((name) => name === 'kitchen-assets')"
AGAIN = """async (about) => {
    const last = Date.now() + 30_000;
    while (!(await (%s)(about))) {
        if (Date.now() > last) throw new Error("this has not come about within 30 seconds");
        await new Promise((done) => setTimeout(done, 20));
    }
}"""
NOTE = "Kept on this device"


def until(page: Page, look: str, about: Any = None) -> None:
    """Returns when the function `look` says true. Playwright's own way would be refused by the page's policy."""
    page.evaluate(AGAIN % look, about)


def keeps(page: Page, addresses: Iterable[str]) -> None:
    page.evaluate(CONTROLLED)
    until(page, KEPT, list(addresses))


def keeps_nothing(page: Page) -> None:
    until(page, NOTHING)


def anew(page: Page) -> Page:
    """The same device, with the app closed and its worker ended."""
    context = page.context
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.close()
    return context.new_page()


def is_a_copy(page: Page) -> None:
    """Drawn with everything it needs, and it says what it is."""
    expect(page.locator("main [role=status]").get_by_text(NOTE)).to_be_visible()
    expect(page.locator("html[data-kept-at]")).to_be_attached()
    assert page.evaluate("[...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)")


def knows_no_way(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("No way to the kitchen right now.")
