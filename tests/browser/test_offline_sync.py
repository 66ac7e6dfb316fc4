"""What was done without a network goes out while no page is open: the browser wakes the worker, which sends it."""

import re

from django.urls import reverse
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from accounts.models import Household, User
from shopping.models import ItemState, ShoppingListItem
from tests.browser.conftest import SignedIn
from tests.browser.kept import anew, keeps, until
from tests.browser.line import Line
from tests.database import as_owner
from tests.factories import ShoppingListFactory, ShoppingListItemFactory

WAITING = """async (many) => {
    const opened = indexedDB.open("kitchen");
    await new Promise((done) => { opened.onsuccess = done; });
    const store = opened.result.transaction("operations").objectStore("operations");
    const all = await new Promise((done) => { store.getAll().onsuccess = ({ target }) => done(target.result); });
    opened.result.close();
    return all.length === many && all.every(({ state }) => state === "waiting");
}"""


class Waker:
    """A page that knows nobody, beside which the browser can be told that there is a network again."""

    def __init__(self, context: BrowserContext, line: Line) -> None:
        self.page, self.line = context.new_page(), line
        self.page.goto(f"{line.address}{reverse('kitchen:offline')}")
        self.session: CDPSession = context.new_cdp_session(self.page)
        self.registrations: list[str] = []
        self.session.on("ServiceWorker.workerRegistrationUpdated", self.hear)
        self.session.send("ServiceWorker.enable")
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def hear(self, told: dict[str, list[dict[str, str]]]) -> None:
        self.registrations += [one["registrationId"] for one in told["registrations"]]

    def wake(self) -> None:
        where = {"origin": f"{self.line.address}/", "registrationId": self.registrations[-1]}
        about = {"tag": "kitchen-operations", "lastChance": False}
        self.session.send("ServiceWorker.dispatchSyncEvent", {**where, **about})


def now_be(page: Page, person: Page) -> None:
    page.context.clear_cookies()
    page.context.add_cookies(person.context.cookies())


def answered(line: Line) -> tuple[str, int]:
    """The next post that was not refused: a browser tries once more by itself before its person is back."""
    return next(post for post in iter(line.next_post, None) if post[1] != 409)


def test_a_tick_goes_out_without_a_page(
    household: Household, alice: User, bob: User, line: Line, signed_in: SignedIn
) -> None:
    shop = ShoppingListFactory(household=household, name="Market")
    item: ShoppingListItem = ShoppingListItemFactory(shopping_list=shop, name="Oat milk")
    path = reverse("shopping:list.show", kwargs={"code": household.code, "id": shop.pk})
    sent_to = reverse("shopping:operation.create", kwargs={"code": household.code})
    page = signed_in(alice, base_url=line.address)
    page.goto(path)
    keeps(page, [path])
    hers, his = signed_in(alice), signed_in(bob)
    line.cut()
    page = anew(page)
    page.goto(path)
    page.get_by_role("checkbox", name=re.compile("Oat milk")).click()
    until(page, WAITING, 1)
    context = page.context
    # Somebody else is signed in here by now: nothing of hers is sent, and nothing is lost.
    now_be(page, his)
    page.close()
    line.mend()
    waker = Waker(context, line)
    waker.wake()
    assert line.next_post() == (sent_to, 409)
    until(waker.page, WAITING, 1)
    now_be(waker.page, hers)
    waker.wake()
    assert answered(line) == (sent_to, 200)
    until(waker.page, WAITING, 0)
    with as_owner():
        item.refresh_from_db()
    assert (item.state, item.ticked_by_id) == (ItemState.TICKED, alice.pk)
    expect(waker.page.locator("html[data-person]")).to_have_count(0)
