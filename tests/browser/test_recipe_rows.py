"""Writing a recipe in rows: by keys, by pasting, by dragging; what was typed survives a reload."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from accounts.models import Household, User
from recipes.content import content_of
from recipes.models import Recipe
from tests.browser.conftest import SignedIn
from tests.database import as_owner

PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const how = {clipboardData: data, bubbles: true, cancelable: true};
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", how));
}"""


def lines(page: Page) -> list[str]:
    text: str = page.locator("textarea[name=ingredients]").input_value()
    return text.split("\n")


def write_by_keys(page: Page, household: Household) -> None:
    page.goto(f"/h/{household.code}/recipes/new/")
    page.get_by_label("What is it called?").fill("Leek soup")
    first = page.get_by_role("textbox", name="Ingredient", exact=True).first
    first.fill("500 g leeks")
    first.press("Enter")
    page.evaluate(PASTE, "- salt\n- 3 potatoes\n- 1 l stock")
    assert lines(page) == ["500 g leeks", "salt", "3 potatoes", "1 l stock"]
    expect(page.locator(".line-row").first).to_contain_text("leek")
    expect(page.locator(".line-row").first.locator(".badge")).to_have_text("500 g")


def test_rows_by_keys_pasting_and_dragging(
    household: Household, alice: User, signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None]
) -> None:
    page = signed_in(alice)
    write_by_keys(page, household)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_text("Line 3 of 4")).to_be_attached()
    grips = page.get_by_role("button", name="Move this line")
    grips.nth(0).focus()
    page.keyboard.press("ArrowDown")
    assert lines(page) == ["salt", "500 g leeks", "1 l stock", "3 potatoes"]
    grips.nth(0).drag_to(grips.nth(3))
    dragged = lines(page)
    assert dragged[0] == "500 g leeks"
    page.get_by_role("button", name="Take this line out").first.click()
    assert lines(page) == dragged[1:]
    page.get_by_role("button", name="Undo").click()
    assert lines(page) == dragged
    axe_finds_nothing(page)


def test_what_is_typed_survives_a_reload(household: Household, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice)
    write_by_keys(page, household)
    typed = lines(page)
    with page.expect_response("**/drafts/save/"):
        page.get_by_role("textbox", name="Step", exact=True).first.fill("Boil.")
    page.goto(f"/h/{household.code}/recipes/new/")
    expect(page.get_by_text("had not saved")).to_be_visible()
    assert lines(page) == typed
    page.get_by_role("button", name="As text").first.click()
    expect(page.locator("textarea[name=ingredients]")).to_be_visible()
    page.get_by_role("button", name="Keep the recipe").click()
    expect(page.get_by_role("heading", name="Leek soup")).to_be_visible()
    with as_owner():
        assert content_of(Recipe.objects.get()).ingredients[0].lines == typed
