"""Cook mode in Chromium: struck lines, steps and timers outlive a reload and the network, and are one person's."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import Household, User
from recipes.models import Recipe
from tests.browser.conftest import CONTROLLED, SignedIn
from tests.factories import RecipeFactory

STEPS = "Melt the butter.\n\nStir in the flour and cook for 2 minutes.\n\nBake for an hour."
NOTHING_KEPT = "caches.keys().then((names) => names.every((name) => !name.startsWith('kitchen-pages')))"
STRUCK = ".things .strike label:has(:checked)"


@pytest.fixture
def cake(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Cake", lines="100 g butter\n200 g flour", steps=STEPS)
    return made


def path_of(recipe: Recipe) -> str:
    return reverse("recipes:cooking.show", kwargs={"code": recipe.household.code, "id": recipe.pk})


def test_cooking_outlives_a_reload_and_the_network(cake: Recipe, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice)
    page.goto(path_of(cake))
    page.get_by_role("checkbox", name="200 g flour").first.check()
    expect(page.locator(STRUCK)).to_have_text(["200 g flour"], use_inner_text=True)
    page.get_by_role("button", name="Next").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[aria-current=step]")).to_contain_text("Stir in the flour")
    expect(page.locator("[aria-current=step] .needs-now :checked")).to_have_count(1)
    for words in ("2 minutes", "an hour"):
        page.get_by_role("button", name=words).click()
    expect(page.locator(".timer .name")).to_have_text(["Step 2: 2 minutes", "Step 3: an hour"])
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(CONTROLLED)
    expect(page.locator("html[data-kept]")).to_be_attached()
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("[aria-current=step]")).to_contain_text("Stir in the flour")
    expect(page.locator(".timer")).to_have_count(2)
    expect(page.locator(STRUCK)).to_have_count(1)
    expect(page.locator(".other-amounts")).to_be_hidden()
    page.goto(f"{path_of(cake)}?servings=3")
    expect(page.locator(".other-amounts")).to_be_visible()
    # What can be cooked stands on the page that comes instead of others.
    page.goto(reverse("accounts:me.show"))
    page.get_by_role("link", name="Cake").click()
    expect(page.locator("[aria-current=step]")).to_contain_text("Stir in the flour")


def test_what_is_kept_is_its_persons(cake: Recipe, alice: User, bob: User, signed_in: SignedIn) -> None:
    page = signed_in(alice)
    page.goto(path_of(cake))
    page.get_by_role("checkbox", name="200 g flour").first.check()
    page.evaluate(CONTROLLED)
    expect(page.locator("html[data-kept]")).to_be_attached()
    other = signed_in(bob)
    page.context.clear_cookies()
    page.context.add_cookies(other.context.cookies())
    page.goto(reverse("accounts:me.show"))
    forgotten(page, cake)


def test_signing_out_forgets(cake: Recipe, alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice)
    page.goto(path_of(cake))
    page.evaluate(CONTROLLED)
    expect(page.locator("html[data-kept]")).to_be_attached()
    page.context.clear_cookies()
    page.goto(reverse("account_login"))
    forgotten(page, cake)


def forgotten(page: Page, recipe: Recipe) -> None:
    page.wait_for_function(NOTHING_KEPT)
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('cook:'))") == []
    page.context.set_offline(True)
    page.goto(path_of(recipe))
    expect(page.get_by_role("heading", level=1)).to_contain_text("No way to the kitchen")
