from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import ConversationFactory


def url(household: Household) -> str:
    """chat:home"""
    return f"/h/{household.code}/chat/"


def test_the_list_has_mine_and_the_households(
    household: Household, alice: User, bob: User, client_of: ClientOf
) -> None:
    ConversationFactory(household=household, started_by=alice, solo=True, title="A surprise for Bob")
    ConversationFactory(household=household, started_by=bob, title="The week")
    of_alice, of_bob = (client_of(one).get(url(household)).content.decode() for one in (alice, bob))
    assert "A surprise for Bob" in of_alice
    assert "The week" in of_alice
    assert "A surprise for Bob" not in of_bob
    assert "The week" in of_bob
