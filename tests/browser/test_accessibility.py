"""axe-core on every page a person can open, in both themes: with one row, with many, with errors, with open menus."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import BrowserContext, Page

from accounts.models import Activity, Household, Role, User
from tests.browser.conftest import SignedIn
from tests.database import as_owner
from tests.factories import EaterFactory, InvitationFactory, MembershipFactory, StockItemFactory

THEMES = ["light", "dark"]
HOUSEHOLD_PAGES = [
    "home:today",
    "home:feed",
    "home:search",
    "pantry:home",
    "pantry:stock.add",
    "pantry:lead.edit",
    "pantry:place.index",
    "pantry:place.create",
    "recipes:home",
    "shopping:home",
    "chat:home",
    "accounts:household.show",
    "accounts:household.edit",
    "accounts:household.delete",
    "accounts:household.leave",
    "accounts:household.hand_over",
    "accounts:member.index",
    "accounts:invitation.index",
    "accounts:invitation.create",
    "accounts:eater.index",
    "accounts:eater.create",
    "accounts:staff_entry.index",
]
LONG_PAGES = [
    "home:today",
    "home:feed",
    "pantry:home",
    "accounts:household.show",
    "accounts:member.index",
    "accounts:invitation.index",
    "accounts:eater.index",
]
PERSON_PAGES = [
    "accounts:me.show",
    "accounts:me.edit",
    "accounts:preference.edit",
    "accounts:session.index",
    "accounts:data.show",
    "accounts:me.delete",
    "accounts:onboarding.show",
    "accounts:onboarding.household",
    "accounts:onboarding.people",
    "accounts:onboarding.pantry",
    "accounts:household.index",
    "accounts:household.create",
    "accounts:join.by_code",
    "account_email",
    "account_change_password",
    "mfa_index",
]
OPEN_PAGES = ["accounts:start", "account_login", "account_signup", "account_reset_password", "kitchen:offline"]

Check = Callable[[Page], None]


def fill(household: Household, rows: int) -> None:
    MembershipFactory.create_batch(rows, household=household)
    EaterFactory.create_batch(rows, household=household, allergens=["nuts"], diets=["vegan"])
    InvitationFactory.create_batch(rows, household=household)
    StockItemFactory.create_batch(rows, household=household, name="Rice " * 20)
    lines = [
        Activity(household=household, number=n + 1, verb="member.joined", facts={"name": f"Ann{n}", "role": "member"})
        for n in range(rows)
    ]
    with as_owner():
        Activity.objects.bulk_create(lines)


def visit(page: Page, names: list[str], check: Check, **kwargs: Any) -> None:
    problems: list[str] = []
    for name in names:
        try:
            url = reverse(name, kwargs=kwargs) if kwargs else reverse(name)
        except NoReverseMatch as error:
            problems.append(f"{name}: {error}")
            continue
        response = page.goto(url)
        assert response is not None
        if response.status != 200:
            problems.append(f"{name}: {response.status}")
            continue
        try:
            check(page)
        except AssertionError as error:
            problems.append(f"{name}: {error}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            problems.append(f"{name}: wider than the screen")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_a_household(
    theme: str, alice: User, household: Household, signed_in: SignedIn, axe_finds_nothing: Check
) -> None:
    fill(household, 1)
    visit(signed_in(alice, color_scheme=theme), HOUSEHOLD_PAGES, axe_finds_nothing, code=household.code)


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1280)])
def test_long_pages(
    theme: str, width: int, alice: User, household: Household, signed_in: SignedIn, axe_finds_nothing: Check
) -> None:
    fill(household, 200)
    page = signed_in(alice, color_scheme=theme, viewport={"width": width, "height": 900})
    visit(page, LONG_PAGES, axe_finds_nothing, code=household.code)


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_a_person(theme: str, alice: User, signed_in: SignedIn, axe_finds_nothing: Check) -> None:
    visit(signed_in(alice, color_scheme=theme), PERSON_PAGES, axe_finds_nothing)


@pytest.mark.parametrize("theme", THEMES)
def test_pages_without_an_account(
    theme: str, context_of: Callable[..., BrowserContext], axe_finds_nothing: Check
) -> None:
    visit(context_of(color_scheme=theme).new_page(), OPEN_PAGES, axe_finds_nothing)


@pytest.mark.parametrize("theme", THEMES)
def test_the_elements_in_every_state(theme: str, alice: User, signed_in: SignedIn, axe_finds_nothing: Check) -> None:
    with as_owner():
        User.objects.filter(pk=alice.pk).update(role="staff")
    visit(signed_in(alice, color_scheme=theme), ["kitchen:style"], axe_finds_nothing)


@pytest.mark.parametrize("theme", THEMES)
def test_a_form_with_errors(
    theme: str, alice: User, household: Household, signed_in: SignedIn, axe_finds_nothing: Check
) -> None:
    page = signed_in(alice, color_scheme=theme)
    page.goto(reverse("accounts:household.edit", kwargs={"code": household.code}))
    page.get_by_label("Name").fill(" ")
    page.locator("main form").evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    page.locator("[aria-invalid=true]").first.wait_for()
    axe_finds_nothing(page)


@pytest.mark.parametrize("theme", THEMES)
def test_open_menus(
    theme: str, alice: User, household: Household, signed_in: SignedIn, axe_finds_nothing: Check
) -> None:
    MembershipFactory(user=alice, role=Role.OWNER)
    page = signed_in(alice, color_scheme=theme)
    page.goto(reverse("home:today", kwargs={"code": household.code}))
    for opener in page.locator("[popovertarget]:visible, details.menu > summary:visible").all():
        opener.click()
        axe_finds_nothing(page)
        page.keyboard.press("Escape")
