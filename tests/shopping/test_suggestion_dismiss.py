"""shopping:suggestion.dismiss and shopping:suggestion.restore: what somebody does not need now, and after all."""

import pytest
from django.test import Client

from accounts.models import Household, User
from shopping.models import ShoppingList
from tests.conftest import ClientOf
from tests.shopping.history import bought

FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def milk(saturday: ShoppingList) -> dict[str, str]:
    """What the cross beside the milk sends."""
    bought(saturday, "Glow milk", 8, 14, 20, 26, 32, linked=False)
    return {"code": "glow milk", "shopping_list": str(saturday.pk)}


def url(household: Household, verb: str = "") -> str:
    return f"/h/{household.code}/shopping/suggestions/{verb}"


def is_suggested(client: Client, household: Household) -> bool:
    return "last 8 days ago" in client.get(url(household)).content.decode()


def test_it_goes_for_me_alone_and_comes_back(
    household: Household, milk: dict[str, str], alice: User, bob: User, client_of: ClientOf
) -> None:
    mine, his = client_of(alice), client_of(bob)
    assert is_suggested(mine, household)
    drawn = mine.post(url(household, "dismiss/"), milk, headers=FRAGMENT).content.decode()
    assert "last 8 days ago" not in drawn
    assert "1 put off for a week: show it again" in drawn
    assert not is_suggested(mine, household)
    assert is_suggested(his, household)
    assert mine.post(url(household, "restore/"), milk)["Location"].endswith("/suggestions/")
    assert is_suggested(mine, household)


def test_after_a_week_it_is_said_again(
    household: Household, milk: dict[str, str], alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    client.post(url(household, "dismiss/"), milk)
    session = client.session
    kept = session["put_off"][household.code]
    session["put_off"] = {household.code: {code: until - 7 for code, until in kept.items()}}
    session.save()
    assert is_suggested(client, household)


def test_bad_input_puts_nothing_off(
    household: Household, milk: dict[str, str], alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    for wrong in ({}, {"code": "x" * 500}):
        assert client.post(url(household, "dismiss/"), wrong).status_code == 302
    assert "put_off" not in client.session
    for n in range(65):
        client.post(url(household, "dismiss/"), {"code": f"thing {n}"})
    assert len(client.session["put_off"][household.code]) == 60
    for verb in ("dismiss/", "restore/"):
        assert client_of(guest).post(url(household, verb), milk).status_code == 403
        assert client_of(stranger).post(url(household, verb), milk).status_code == 404
