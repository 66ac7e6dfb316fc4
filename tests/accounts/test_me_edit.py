import pytest

from accounts.models import User
from tests.accounts.letters import signed_in
from tests.database import as_owner

EDIT = "/me/profile/"
FORM = {"name": "Alicia", "username": "ali", "time_zone": "Europe/Lisbon", "language": "en"}


def now(user: User) -> User:
    with as_owner():
        return User.objects.get(pk=user.pk)


def test_saves_and_says_so(alice: User) -> None:
    page = signed_in(alice).post(EDIT, FORM, follow=True)
    assert page.redirect_chain[-1][0] == "/me/"
    assert "Saved." in page.content.decode()
    changed = now(alice)
    assert (changed.name, changed.username, changed.time_zone) == ("Alicia", "ali", "Europe/Lisbon")


@pytest.mark.parametrize("taken", ["sam", "SAM"])
def test_username_of_a_stranger_is_taken_whatever_its_case(alice: User, stranger: User, taken: str) -> None:
    """The wall hides the stranger's row from the form; the database still judges."""
    with as_owner():
        User.objects.filter(pk=stranger.pk).update(username="sam")
    page = signed_in(alice).post(EDIT, {**FORM, "username": taken})
    assert page.status_code == 422
    text = page.content.decode()
    assert "This username is taken." in text
    assert f'value="{taken}"' in text
    assert now(alice).name == "Alice"


def test_two_people_without_a_username_do_not_collide(alice: User, bob: User) -> None:
    for user in (alice, bob):
        assert signed_in(user).post(EDIT, {**FORM, "username": ""}).status_code == 302
        assert now(user).username is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 81},
        {"username": "a b"},
        {"username": "ab"},
        {"username": "x" * 41},
        {"time_zone": "Mars/Olympus"},
        {"language": "tlh"},
    ],
)
def test_bad_input_is_refused_and_kept(alice: User, wrong: dict[str, str]) -> None:
    page = signed_in(alice).post(EDIT, {**FORM, **wrong})
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.content.decode()
    assert now(alice).name == "Alice"


def test_the_shell_keeps_the_old_name_while_the_form_is_wrong(alice: User) -> None:
    text = signed_in(alice).post(EDIT, {**FORM, "time_zone": "Mars/Olympus"}).content.decode()
    assert 'aria-label="You, Alice"' in text


def test_nothing_else_can_be_slipped_in(alice: User) -> None:
    signed_in(alice).post(EDIT, {**FORM, "role": "admin", "email": "x@example.org", "is_active": ""})
    changed = now(alice)
    assert (changed.role, changed.email, changed.is_active) == ("person", "alice@example.org", True)
