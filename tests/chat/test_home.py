from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.home.rooms import is_honest, main_of, offers

ROOM = "chat:home"


def test_the_empty_room_says_what_it_is_for(household: Household, alice: User, client_of: ClientOf) -> None:
    main = main_of(client_of(alice), ROOM, household)
    assert is_honest(main)
    assert offers(main, "invitations/new")


def test_guests_are_offered_what_they_may_do(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    main = main_of(client_of(guest), ROOM, household)
    assert offers(main, "members")
    assert not offers(main, "invitations/new")
    assert not offers(main, "eaters")
