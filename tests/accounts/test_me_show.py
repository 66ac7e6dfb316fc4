import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.letters import signed_in

PAGES = ["me.show", "me.edit", "preference.edit", "session.index", "data.show", "me.delete"]


def test_says_the_state_of_everything_in_one_place(alice: User) -> None:
    text = signed_in(alice).get("/me/").content.decode()
    for name in ("accounts:me.edit", "accounts:preference.edit", "accounts:session.index", "accounts:data.show"):
        assert f'href="{reverse(name)}"' in text
    assert "alice@example.org" in text
    assert "your password is all that guards you" in text
    assert "Here, and nowhere else" in text
    assert "Connected accounts" not in text


def test_without_a_password_it_leads_to_choosing_one(alice: User, client_of: object) -> None:
    from tests.database import as_owner

    with as_owner():
        alice.set_unusable_password()
        alice.save()
    text = client_of(alice).get("/me/").content.decode()  # type: ignore[operator]
    assert reverse("account_set_password") in text


@pytest.mark.parametrize("name", PAGES)
def test_anonymous_sign_in_first(db: None, client: Client, name: str) -> None:
    url = reverse(f"accounts:{name}")
    assert client.get(url)["Location"] == f"/accounts/login/?next={url}"


def test_costs_few_statements(alice: User, django_assert_max_num_queries: object) -> None:
    client = signed_in(alice)
    client.get("/me/")
    with django_assert_max_num_queries(16):  # type: ignore[operator]  (those of scope and session among them)
        client.get("/me/")
