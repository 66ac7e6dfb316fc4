"""The first day of a kitchen: a stranger moves in, another comes, stays a while and goes; with scripts and without."""

import re
import time
from contextlib import suppress

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import make_password
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import expect

from accounts.models import User
from tests.browser.conftest import CONTROLLED, ROOT, LinkIn, SignedIn, Visit, Visitor
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

GUESTS = re.compile(r"^\| (\w+:[\w.]+) \|(?: \w+ \|){3} (yes|no) \|$", re.MULTILINE)
# Waited for in one promise: a function that is polled would be evaluated anew, which the page's policy refuses.
TODAY = re.compile(r"/h/[\w-]+/$")


def sign_up(who: Visitor, link_in: LinkIn) -> None:
    who.reads("Make an account")
    who.type(Your_name=who.name, Email=who.email, Password=PASSWORD)
    who.press("Make my account")
    who.reads("Look in your mail")
    who.page.goto(link_in(who.email))
    who.press("Yes, it is mine")


def move_in(who: Visitor) -> None:
    """Through the three steps; the second is skipped, and taken up again from Today."""
    who.reads(f"Welcome, {who.name}")
    who.follow("Begin")
    who.type(Name="Linden 12")
    who.press("Go on")
    who.reads("Who eats at Linden 12?")
    who.press("Skip this step")
    who.reads("What is in your kitchen?")
    who.follow("Kitchen")
    who.follow("Go on")
    expect(who.page.get_by_role("listitem").filter(has_text="Who eats here")).to_contain_text("skipped")
    who.follow("Who eats here")
    tell_who_eats(who)
    who.page.get_by_label("rice").check()
    who.type(Anything_else="2 jars of jam\nhalf a pumpkin")
    who.press("Done")
    who.page.wait_for_url(TODAY)
    who.page.goto(settings_of(who, "pantry/"))
    for thing in ("Rice", "Jam", "Pumpkin"):
        expect(who.page.locator("main")).to_contain_text(re.compile(thing, re.IGNORECASE))


def tell_who_eats(who: Visitor) -> None:
    who.page.get_by_label("celery").first.check()
    who.page.get_by_text("Somebody else, without an account").click()
    child = who.page.locator("main details")
    child.get_by_label(re.compile("^Name")).fill("Mia")
    child.get_by_label("peanuts").check()
    who.press("And another person")
    expect(who.page.get_by_label("At the table already")).to_contain_text("Mia")
    expect(who.page.get_by_label("At the table already")).to_contain_text("peanuts")
    who.press("Go on")


def make_link(who: Visitor, role: str) -> str:
    """The link that lets one person in."""
    who.page.goto(settings_of(who, "invitations/new/"))
    who.page.get_by_label(re.compile(f"^{role}")).check()
    who.press("Make the invitation")
    return who.page.get_by_label("Link to send").input_value()


def settings_of(who: Visitor, path: str) -> str:
    household = re.match(r"https?://[^/]+/h/[\w-]+/", who.page.url)
    assert household, f"{who.name} is not in a household, but at {who.page.url}"
    return household.group() + path


def join(who: Visitor, link: str, link_in: LinkIn) -> None:
    """From a link, as nobody that anyone knows."""
    who.page.goto(link)
    who.follow("Make an account and join")
    sign_up(who, link_in)
    who.reads("Linden 12")
    who.press("Join")


def today(who: Visitor) -> None:
    who.page.goto("/")
    who.page.wait_for_url(TODAY)


def rename(who: Visitor, name: str) -> None:
    who.page.goto(settings_of(who, "settings/edit/"))
    who.type(Name=name)
    who.press("Save")
    who.page.wait_for_url(re.compile("/settings/$"))


def remove(who: Visitor, other: Visitor) -> None:
    who.page.goto(settings_of(who, "members/"))
    who.follow(f"Remove {other.name}")
    who.press("Remove")
    who.page.wait_for_url(re.compile("/members/$"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_first_day_of_a_kitchen(visit: Visit, link_in: LinkIn, *, scripts: bool) -> None:
    dora, emil = visit("Dora", scripts=scripts), visit("Emil", scripts=scripts)
    dora.page.goto("/")
    dora.follow("Make an account")
    sign_up(dora, link_in)
    move_in(dora)
    link = make_link(dora, "member")
    today(dora)
    with dora.sees():
        join(emil, link, link_in)
        expect(dora.look().locator("#together")).to_contain_text("Emil")
        expect(dora.page.locator("#people")).to_contain_text("Emil")
    today(emil)
    expect(emil.page.locator("#together")).to_contain_text("Dora")
    with emil.sees():
        rename(dora, "Linden 14")
        expect(emil.look().locator("#brand")).to_have_text(re.compile("Linden 14"))
        dora.page.goto(settings_of(dora, "feed/"))
        dora.press("Undo: Dora renamed Linden 12 to Linden 14")
        expect(dora.page.locator("#feed")).to_contain_text("undone by Dora")
        expect(emil.look().locator("#brand")).to_have_text(re.compile("Linden 12"))
    remove(dora, emil)
    expect(emil.look().locator("live-socket")).to_have_count(0)
    expect(emil.page.locator("body")).not_to_contain_text("Linden 12")
    assert emil.page.request.get(settings_of(dora, "")).status == 404


def test_a_guest_finds_the_doors_of_guests_open(
    visit: Visit, link_in: LinkIn, signed_in: SignedIn, alice: User
) -> None:
    owner = Visitor("Alice", alice.email, signed_in(alice))
    today(owner)
    gus = visit("Gus")
    join(gus, make_link(owner, "guest"), link_in)
    gus.page.wait_for_url(TODAY)
    expect(gus.page.get_by_role("link", name="Household settings")).to_have_count(0)
    gus.page.goto(settings_of(gus, "members/"))
    expect(gus.page.get_by_role("link", name="Invite somebody")).to_have_count(0)
    gus.page.goto(settings_of(gus, "settings/"))
    gus.reads("This door is closed for you")
    told = guests_doors(gus)
    assert len(told) > 15
    found = {url: gus.page.request.get(url).status for url in told}
    assert {url: 200 if status == 405 else status for url, status in found.items()} == told  # what is only sent to


def guests_doors(who: Visitor) -> dict[str, int]:
    """What docs/roles.md says that a guest gets, by address; the doors that open by GET and need no id."""
    code = settings_of(who, "").rstrip("/").rpartition("/")[2]
    doors = {}
    for name, answer in GUESTS.findall((ROOT / "docs/roles.md").read_text(encoding="utf-8")):
        with suppress(NoReverseMatch):
            doors[reverse(name, kwargs={"code": code})] = 200 if answer == "yes" else 403
    return doors


def code_of(secret: str) -> str:
    """What the app shows; not in its last seconds, as it would run out on its way."""
    time.sleep(left if (left := 30 - time.time() % 30) < 6 else 0)
    counters = [*yield_hotp_counters_from_time()]
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def sign_in(who: Visitor) -> None:
    who.page.goto("/accounts/login/")
    who.type(Email=who.email, Password=PASSWORD)
    who.press("Sign in")


@pytest.fixture
def known(alice: User) -> User:
    """Alice, whose password the server can check by its own hasher."""
    with as_owner():
        User.objects.filter(pk=alice.pk).update(password=make_password(PASSWORD, hasher="argon2"))
    return alice


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_second_step_and_a_session_that_ends(visit: Visit, known: User, *, scripts: bool) -> None:
    here, there = visit("Alice", scripts=scripts), visit("Alice", scripts=scripts)
    here.email = there.email = known.email
    sign_in(here)
    here.page.wait_for_url(TODAY)
    secret = set_up_app(here)
    sign_in(there)
    there.reads("One more step")
    there.type(Code="000000")
    there.press("Sign in")
    expect(there.page.get_by_text("This code is not right")).to_be_visible()
    there.type(Code=code_of(secret))
    there.press("Sign in")
    there.page.wait_for_url(TODAY)
    here.page.goto("/me/sessions/")
    expect(here.page.locator("main .list > li")).to_have_count(2)
    here.press("Sign out everywhere else")
    expect(here.page.locator("main .list > li")).to_have_count(1)
    there.page.reload()
    there.reads("Good to see you")


def set_up_app(who: Visitor) -> str:
    """An authenticator app's secret, after its first code and a look at the recovery codes."""
    who.page.goto("/accounts/2fa/")
    who.follow("Set up an app")
    who.reads("Is it you?")
    who.type(Password=PASSWORD)
    who.press("Go on")
    who.reads("Set up an authenticator app")
    who.page.get_by_text("It cannot scan?").click()
    secret = who.page.get_by_label("Key", exact=True).input_value()
    who.type(Code_from_the_app=code_of(secret))
    who.press("Turn it on")
    who.reads("Your recovery codes")
    expect(who.page.get_by_label("Recovery codes").get_by_role("listitem")).to_have_count(10)
    return secret


def test_a_line_that_breaks_loses_nothing(visit: Visit, link_in: LinkIn) -> None:
    dora = visit("Dora")
    dora.page.goto("/accounts/signup/")
    dora.type(Your_name="Dora", Email=dora.email, Password=PASSWORD)
    dora.page.context.set_offline(True)
    dora.press("Make my account")
    expect(dora.page.locator(".notice[data-kind=offline]")).to_be_visible()
    expect(dora.page.get_by_label("Password", exact=True)).to_have_value(PASSWORD)
    dora.page.context.set_offline(False)
    dora.press("Try again", inside=".notice")
    dora.reads("Look in your mail")
    assert "/accounts/confirm-email/" in link_in(dora.email)


def test_without_a_line_there_is_a_page_that_says_so(visit: Visit) -> None:
    dora = visit("Dora")
    dora.page.goto("/")
    dora.page.evaluate(CONTROLLED)
    dora.page.context.set_offline(True)
    dora.follow("Make an account")
    dora.reads("No way to the kitchen")
    dora.page.context.set_offline(False)
    dora.follow("Try again")
    dora.reads("Make an account")
