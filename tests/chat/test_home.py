from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from chat.models import Conversation, Run, RunState
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, PlaceFactory, RunFactory, StockItemFactory


def url(household: Household) -> str:
    """chat:home"""
    return f"/h/{household.code}/chat/"


def page(household: Household, person: User, client_of: ClientOf, query: str = "") -> str:
    return client_of(person).get(url(household) + query).content.decode()


def test_the_list_has_mine_and_the_households(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    ConversationFactory(household=household, started_by=alice, solo=True, title="A surprise for Bob")
    ConversationFactory(household=household, started_by=bob, title="The week")
    of_alice, of_bob, of_guest = (page(household, one, client_of) for one in (alice, bob, guest))
    assert "A surprise for Bob" in of_alice
    assert "The week" in of_alice
    assert "A surprise for Bob" not in of_bob
    assert "The week" in of_bob
    assert "A surprise for Bob" not in of_guest
    assert "The week" not in of_guest


def test_nothing_of_another_household(
    household: Household, other_household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    ConversationFactory(household=other_household, started_by=stranger, title="Their week")
    assert "Their week" not in page(household, alice, client_of)
    assert client_of(stranger).get(url(household)).status_code == 404
    assert Client().get(url(household)).status_code == 302


def test_an_empty_room_starts_the_work_with_what_is_here(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    place = PlaceFactory(household=household)
    tomorrow = timezone.localdate() + timedelta(days=1)
    StockItemFactory(household=household, place=place, name="Spinach", amount=Decimal(200), unit="g", use_by=tomorrow)
    shown = page(household, alice, client_of)
    assert "Nothing has been asked yet" in shown
    assert 'value="What can I cook with the spinach? It ends tomorrow."' in shown
    assert 'value="What can I cook tonight?"' in shown
    assert "Built-in assistant" in shown


def test_a_guest_is_not_offered_a_conversation_for_everybody(
    household: Household, guest: User, alice: User, client_of: ClientOf
) -> None:
    assert 'name="kind"' in page(household, alice, client_of)
    assert 'name="kind"' not in page(household, guest, client_of)


def test_what_is_being_answered_is_marked_until_its_process_is_gone(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    talk = ConversationFactory(household=household, started_by=alice)
    run = RunFactory(question=MessageFactory(conversation=talk), state=RunState.RUNNING, finished_at=None)
    for seconds, marked in ((60, True), (-1, False)):
        with as_owner():
            Run.objects.filter(pk=run.pk).update(lease_until=timezone.now() + timedelta(seconds=seconds))
        assert ("answering" in page(household, alice, client_of)) is marked


def test_a_long_list_is_turned_page_by_page(household: Household, alice: User, client_of: ClientOf) -> None:
    now = timezone.now()
    for number in range(1, 33):
        made = ConversationFactory(household=household, started_by=alice, title=f"Talk {number}.")
        with as_owner():
            Conversation.objects.filter(pk=made.pk).update(last_at=now - timedelta(hours=number))
    first, second = page(household, alice, client_of), page(household, alice, client_of, "?page=2")
    assert "Talk 30." in first
    assert "Talk 31." not in first
    assert "Talk 31." in second
    assert "Talk 30." not in second


@pytest.mark.parametrize("typed", ["0", "-1", "x", "9" * 30, "１"])
def test_nonsense_is_some_page(typed: str, household: Household, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).get(url(household) + f"?page={typed}").status_code == 200


def test_htmx_gets_the_list_alone(household: Household, alice: User, client_of: ClientOf) -> None:
    shown = client_of(alice).get(url(household), headers={"HX-Request": "true"}).content.decode()
    assert shown.lstrip().startswith("<div")
    assert "<textarea" not in shown
