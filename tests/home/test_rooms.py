"""The rooms without models: honest about what they are for, nothing in them pretends."""

import pytest

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.database import as_owner

ROOMS = ["pantry", "recipes", "shopping", "chat"]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(household: Household, alice: User, client_of: ClientOf, room: str) -> None:
    page = client_of(alice).get(f"/h/{household.code}/{room}/").content.decode()
    assert "What this room is for" in page
    main = page[page.index("<main") : page.index("</main>")]
    assert "<form" not in main
    assert "<button" not in main


@pytest.mark.parametrize("room", ROOMS)
def test_guests_are_offered_what_they_may_do(
    household: Household, alice: User, guest: User, client_of: ClientOf, room: str
) -> None:
    page = client_of(guest).get(f"/h/{household.code}/{room}/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "/invitations/new/" not in main
    assert "/eaters/" not in main
    assert "/members/" in main


def test_first_things_wait_in_the_pantry(household: Household, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        alice.preferences = {"first_things": ["flour", "rice", "<i>salt</i>"]}
        alice.save()
    page = client_of(alice).get(f"/h/{household.code}/pantry/").content.decode()
    assert "3 things are kept for your shelves" in page
    assert "&lt;i&gt;salt&lt;/i&gt;" in page
