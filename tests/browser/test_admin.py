"""The staff's pages in Chromium: Django's own scripts and sheets under Kitchen's Content-Security-Policy, and axe."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from accounts.models import Household, Membership, User
from tests.browser.conftest import SignedIn
from tests.database import as_owner
from tests.factories import EaterFactory, InvitationFactory, UserFactory

LOOKS: list[dict[str, Any]] = [
    {"color_scheme": theme, "viewport": {"width": width, "height": 900}}
    for theme, width in (("light", 390), ("dark", 1280))
]
REASON = "Alice asked why her list is empty"


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory(name="Ada", email="ada@example.org", admin=True)


def enter(page: Page, household: Household) -> None:
    page.goto(reverse("admin:accounts_household_enter", args=[household.pk]))
    page.get_by_label("Why do you need to look inside?").fill(REASON)
    page.get_by_role("button", name="Enter").click()
    page.get_by_text("You are in").wait_for()


def complaints_of(page: Page) -> list[str]:
    """What the page says in its console from now on; a refused inline script or style is among it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def pages(household: Household) -> list[str]:
    from allauth.account.models import EmailAddress

    with as_owner():
        person = User.objects.get(name="Alice")
        membership = Membership.objects.get(user=person)
        address = EmailAddress.objects.get(user=person)
    lists = ["accounts_user", "accounts_household", "accounts_membership", "accounts_eater", "accounts_invitation"]
    lists += ["accounts_userevent", "usersessions_usersession", "admin_logentry"]
    return [
        *(reverse(f"admin:{name}") for name in ("index", "performance", "database")),
        *(reverse(f"admin:{name}_changelist") for name in lists),
        reverse("admin:accounts_user_change", args=[person.pk]),
        reverse("admin:accounts_user_history", args=[person.pk]),
        reverse("admin:accounts_household_change", args=[household.pk]),
        reverse("admin:accounts_membership_change", args=[membership.pk]),
        reverse("admin:account_emailaddress_change", args=[address.pk]),
    ]


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize("looks", LOOKS)
def test_pages_of_the_staff(
    looks: dict[str, Any],
    household: Household,
    administrator: User,
    signed_in: SignedIn,
    axe_finds_nothing: Callable[[Page], None],
) -> None:
    EaterFactory(household=household)
    InvitationFactory(household=household)
    page = signed_in(administrator, **looks)
    enter(page, household)
    # In a page of its own: axe's own styles are refused by the policy, and told of.
    plain = page.context.new_page()
    said = complaints_of(plain)
    problems: list[str] = []
    for url in pages(household):
        plain.goto(url)
        response = page.goto(url)
        assert response is not None
        if response.status != 200:
            problems.append(f"{url}: {response.status}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            problems.append(f"{url}: wider than the screen")
        try:
            axe_finds_nothing(page)
        except AssertionError as error:
            problems.append(f"{url}: {error}")
    assert not problems, "\n".join(problems)
    assert said == []


def test_deleting_and_filtering_work_under_the_policy(alice: User, administrator: User, signed_in: SignedIn) -> None:
    page = signed_in(administrator)
    said = complaints_of(page)
    page.goto(reverse("admin:accounts_user_changelist"))
    page.get_by_role("link", name="administrator", exact=True).click()
    assert "role__exact=admin" in page.url
    page.goto(reverse("admin:usersessions_usersession_changelist"))
    page.locator("#result_list tbody a").first.click()
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("link", name="No, take me back").click()
    assert page.url.endswith("/change/")
    assert said == []
