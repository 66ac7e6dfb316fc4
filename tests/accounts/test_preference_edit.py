import pytest

from accounts.models import User
from accounts.preferences import Preferences, preferences_of
from tests.accounts.letters import signed_in
from tests.database import as_owner

EDIT = "/me/preferences/"
FORM = {
    "theme": "dark",
    "text_size": "large",
    "units": "us",
    "week_start": "sunday",
    "digest": "on",
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


@pytest.mark.parametrize(
    "wrong",
    [{"theme": "pink"}, {"units": ""}, {"week_start": "friday"}],
)
def test_bad_input_is_refused(alice: User, wrong: dict[str, str]) -> None:
    page = signed_in(alice).post(EDIT, {**FORM, **wrong})
    assert page.status_code == 422
    assert now(alice).preferences.get("theme") is None


def test_unknown_keys_in_the_row_do_no_harm(alice: User) -> None:
    alice.preferences = {"theme": "light", "of": "an older version"}
    assert preferences_of(alice).theme == "light"
