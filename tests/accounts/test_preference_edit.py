import pytest

from accounts.models import Household, User
from accounts.preferences import Preferences, preferences_of
from tests.accounts.letters import signed_in
from tests.database import as_owner
from tests.factories import MembershipFactory

EDIT = "/me/preferences/"
FORM = {
    "theme": "dark",
    "text_size": "large",
    "units": "us",
    "week_start": "sunday",
    "digest": "on",
    "trips": "on",
}


def now(user: User) -> User:
    with as_owner():
        return User.objects.get(pk=user.pk)


def test_without_a_choice_everything_is_usual(alice: User) -> None:
    assert preferences_of(alice) == Preferences()
    assert 'data-theme="auto"' in signed_in(alice).get(EDIT).content.decode()


def test_choices_are_kept_typed_and_take_effect(alice: User) -> None:
    page = signed_in(alice).post(EDIT, FORM, follow=True)
    assert 'data-theme="dark"' in page.content.decode()
    assert preferences_of(now(alice)) == Preferences("dark", "large", "us", "sunday", True)


def test_what_other_pages_keep_there_stays(alice: User) -> None:
    with as_owner():
        User.objects.filter(pk=alice.pk).update(preferences={"household": "abc", "first_things": ["rice"]})
    signed_in(alice).post(EDIT, FORM)
    assert now(alice).preferences["first_things"] == ["rice"]


def test_switching_the_mail_off(alice: User) -> None:
    client = signed_in(alice)
    client.post(EDIT, FORM)
    client.post(EDIT, {name: value for name, value in FORM.items() if name != "digest"})
    assert preferences_of(now(alice)).digest is False


def test_messages_about_shopping_are_on_until_somebody_switches_them_off(alice: User) -> None:
    client = signed_in(alice)
    client.post(EDIT, FORM)
    assert preferences_of(now(alice)).trips is True
    client.post(EDIT, {name: value for name, value in FORM.items() if name != "trips"})
    assert preferences_of(now(alice)).trips is False


def test_of_two_households_each_is_chosen(household: Household, alice: User) -> None:
    cabin = MembershipFactory(user=alice, household__name="The cabin", household__digest_hour=18).household
    here = household.code
    client = signed_in(alice)
    text = client.get(EDIT).content.decode()
    assert "The cabin is told at 18:00" in text
    client.post(EDIT, {**FORM, "asked": "True", "told": here})
    assert preferences_of(now(alice)).digest_off == [cabin.code]
    client.post(EDIT, FORM)
    assert preferences_of(now(alice)).digest_off == [cabin.code], "a page without the question switches nothing"
    assert client.post(EDIT, {**FORM, "asked": "True", "told": "strange"}).status_code == 422
    with as_owner():
        cabin.memberships.all().delete()
    client.post(EDIT, FORM)
    assert preferences_of(now(alice)).digest_off == []


def test_one_household_is_no_choice_until_it_was_switched_off(household: Household, alice: User) -> None:
    client = signed_in(alice)
    assert 'name="told"' not in client.get(EDIT).content.decode()
    with as_owner():
        User.objects.filter(pk=alice.pk).update(preferences={"digest_off": [household.code]})
    assert 'name="told"' in client.get(EDIT).content.decode()
    client.post(EDIT, {**FORM, "asked": "True", "told": household.code})
    assert preferences_of(now(alice)).digest_off == []


def test_guests_are_told_of_no_hour(guest: User) -> None:
    assert "is told at" not in signed_in(guest).get(EDIT).content.decode()


def test_a_form_with_the_hour_of_an_older_page_is_kept(alice: User) -> None:
    assert signed_in(alice).post(EDIT, {**FORM, "digest_hour": "6"}).status_code == 302
    assert preferences_of(now(alice)).digest is True


@pytest.mark.parametrize("wrong", [{"theme": "pink"}, {"units": ""}, {"week_start": "friday"}])
def test_bad_input_is_refused(alice: User, wrong: dict[str, str]) -> None:
    page = signed_in(alice).post(EDIT, {**FORM, **wrong})
    assert page.status_code == 422
    assert now(alice).preferences.get("theme") is None


def test_unknown_keys_in_the_row_do_no_harm(alice: User) -> None:
    alice.preferences = {"theme": "light", "of": "an older version"}
    assert preferences_of(alice).theme == "light"
