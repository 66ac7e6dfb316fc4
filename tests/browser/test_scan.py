"""Scanning in a browser: what the camera sees and what a scanner types is put away, one package after the other."""

from playwright.sync_api import Page, expect

from accounts.models import Household, User
from pantry.models import StockItem
from tests.browser.conftest import SignedIn
from tests.database import as_owner
from tests.factories import ProductFactory
from tests.pantry.shopping_bag import OATS, TOMATOES

PHONE = {"viewport": {"width": 390, "height": 844}}
# A camera that shows nothing, and a detector that sees what the test holds in front of it.
CAMERA = """
  window.inSight = [];
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement("canvas");
    setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 100);
    return canvas.captureStream(10);
  };
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return ["ean_13", "ean_8"]; }
    async detect() { return window.inSight.map((rawValue) => ({ rawValue })); }
  };
"""


def hold(page: Page, *codes: str) -> None:
    page.evaluate("(codes) => { window.inSight = codes; }", list(codes))


def test_package_after_package_is_put_away(household: Household, alice: User, signed_in: SignedIn) -> None:
    known = {"household": household, "pack_unit": "g"}
    ProductFactory(name="Rolled oats", codes=[f"0{OATS}"], pack_amount=500, **known)
    ProductFactory(name="Tinned tomatoes", codes=[f"000000{TOMATOES}"], pack_amount=400, **known)
    page = signed_in(alice, **PHONE)
    page.add_init_script(CAMERA)
    page.goto(f"/h/{household.code}/pantry/scan/")
    lines = page.locator(".scans > li")
    page.get_by_role("button", name="Scan with the camera").click()
    hold(page, OATS)
    expect(lines.first).to_contain_text("Rolled oats")
    expect(lines.first).to_contain_text("500 g")
    hold(page, OATS, TOMATOES)
    expect(lines.first).to_contain_text("Tinned tomatoes")
    page.get_by_role("button", name="Close the camera").click()
    expect(page.locator("video")).to_be_hidden()
    # A scanner with a cable types wherever the focus is, and is faster than the answers.
    page.locator("h1").click()
    for _ in range(2):
        page.keyboard.type(OATS)
        page.keyboard.press("Enter")
    expect(lines.first).to_contain_text("3 × 500 g")
    expect(lines).to_have_count(2)
    lines.first.get_by_role("button", name="Undo").click()
    expect(lines.first).to_contain_text("undone")
    with as_owner():
        assert StockItem.objects.get(name="Rolled oats").amount == 1000


def test_what_is_unknown_is_asked_and_known_from_then_on(
    household: Household, alice: User, signed_in: SignedIn
) -> None:
    page = signed_in(alice, **PHONE)
    page.goto(f"/h/{household.code}/pantry/scan/")
    code, lines = page.get_by_label("Digits under the bars"), page.locator(".scans > li")
    code.fill(OATS)
    code.press("Enter")
    lines.get_by_label("What is it?").fill("Rolled oats")
    lines.get_by_role("button", name="Put away and remember").click()
    expect(lines.first).to_contain_text("Rolled oats")
    expect(code).to_have_value("")
    code.fill(OATS)
    code.press("Enter")
    expect(lines).to_have_count(1)
    expect(lines.first).to_contain_text("2 pack")
