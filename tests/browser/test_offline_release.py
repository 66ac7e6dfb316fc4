"""A new release: the new worker takes over, and what was opened and kept before goes on with what it was drawn with."""

from playwright.sync_api import expect

from accounts.models import Household, User
from tests.browser.conftest import SignedIn
from tests.browser.kept import anew, is_a_copy, keeps, until
from tests.browser.line import Line, hash_of
from tests.factories import ShoppingListFactory

FRESH = {"css/kitchen": b"0123456789ab", "js/main": b"ba9876543210"}
# Whether the worker that the server has now is the one that works.
TAKEN_OVER = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    window.former ??= registration.active;
    await registration.update();
    return registration.active !== window.former && registration.active.state === "activated";
}"""
DROPPED = "async (hash) => !(await (await caches.open('kitchen-assets')).keys()).some(({ url }) => url.includes(hash))"
IS_THERE = "async () => (await fetch(document.querySelector('script[src*=\"/js/main.\"]').src)).ok"


def test_a_release_strands_nobody(household: Household, alice: User, line: Line, signed_in: SignedIn) -> None:
    shop = ShoppingListFactory(household=household, name="Market")
    page = signed_in(alice, base_url=line.address)
    page.goto("/")
    today, market = f"/h/{household.code}/", f"/h/{household.code}/shopping/lists/{shop.pk}/"
    keeps(page, ["/", market])
    html = page.content()
    former = {name: hash_of(name, html) for name in FRESH}
    line.release = {former[name]: FRESH[name] for name in FRESH}
    until(page, TAKEN_OVER)
    # The page that is open, and the copy of one that was not opened since, have what they need.
    assert page.evaluate(IS_THERE)
    line.cut()
    page = anew(page)
    page.goto(market)
    is_a_copy(page)
    assert former["js/main"].decode() in page.content()
    # Back on the line, pages come from the new release; what only the former one needed goes with its last copy.
    line.mend()
    page.goto(today)
    expect(page.locator(f"script[src*='{FRESH['js/main'].decode()}']")).to_be_attached()
    for path in (market, f"{market}shop/", f"/h/{household.code}/shopping/"):
        page.goto(path)
    until(page, DROPPED, former["js/main"].decode())
    line.cut()
    page = anew(page)
    page.goto(market)
    is_a_copy(page)
    assert FRESH["js/main"].decode() in page.content()
