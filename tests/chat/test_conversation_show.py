from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from chat.models import Card, Conversation, MessageState, Run, RunState
from kitchen.ids import new_id
from recipes.models import Recipe
from shopping.models import Expense, ExpenseShare, ShoppingList, ShoppingListItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory, PlaceFactory, RunFactory, StockItemFactory


def url(talk: Conversation, household: Household) -> str:
    """chat:conversation.show"""
    return f"/h/{household.code}/chat/{talk.pk}/"


def said(talk: Conversation, person: User, client_of: ClientOf, household: Household, query: str = "") -> str:
    return client_of(person).get(url(talk, household) + query).content.decode()


@pytest.fixture
def solo(household: Household, bob: User) -> Conversation:
    made: Conversation = ConversationFactory(household=household, started_by=bob, solo=True, title="A surprise")
    return made


def answer(talk: Conversation, number: int = 1, state: RunState = RunState.DONE, **fields: Any) -> Run:
    """A question with its answer."""
    question = MessageFactory(conversation=talk, number=number, text="What is left?")
    ended = None if state == RunState.RUNNING else timezone.now()
    shown = {"answer__state": MessageState(state.value), **{f"answer__{name}": of for name, of in fields.items()}}
    made: Run = RunFactory(question=question, state=state, finished_at=ended, **shown)
    with as_owner():
        Conversation.objects.filter(pk=talk.pk).update(last_number=number + 1)
    return made


def test_ones_own_conversation_is_there_for_nobody_else(
    solo: Conversation, household: Household, bob: User, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(bob).get(url(solo, household)).status_code == 200
    for person in (alice, guest, stranger):
        for page in ("", "edit/", "delete/"):
            assert client_of(person).get(url(solo, household) + page).status_code == 404
    assert Client().get(url(solo, household)).status_code == 302


def test_the_households_is_for_those_who_live_here(
    household: Household, alice: User, bob: User, guest: User, client_of: ClientOf
) -> None:
    group = ConversationFactory(household=household, started_by=alice)
    assert client_of(bob).get(url(group, household)).status_code == 200
    assert client_of(guest).get(url(group, household)).status_code == 404


def test_a_conversation_of_another_household_is_not_in_this_one(
    household: Household, other_household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    theirs = ConversationFactory(household=other_household, started_by=stranger)
    assert client_of(alice).get(url(theirs, household)).status_code == 404


def test_markdown_is_drawn_and_what_people_write_is_text(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    run = answer(solo, text="**Spinach** <b>x</b>")
    with as_owner():
        run.question.text = "<script>**left**</script>"
        run.question.save()
    page = said(solo, bob, client_of, household)
    assert "<p><strong>Spinach</strong> &lt;b&gt;x&lt;/b&gt;</p>" in page
    assert "&lt;script&gt;**left**&lt;/script&gt;" in page


def test_what_is_being_written_offers_stop_and_another_look(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    run = answer(solo, state=RunState.RUNNING, text="So f")
    with as_owner():
        Run.objects.update(lease_until=timezone.now() + timedelta(minutes=1))
    page = said(solo, bob, client_of, household)
    assert f"/runs/{run.pk}/stop/" in page
    assert "Look again" in page
    assert 'data-state="running"' in page


def test_what_a_dead_process_left_is_settled_as_one_looks(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    run = answer(solo, state=RunState.RUNNING, text="So f")
    with as_owner():
        Run.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    page = said(solo, bob, client_of, household)
    assert 'data-state="interrupted"' in page
    assert "So f" in page
    assert f"/runs/{run.pk}/retry/" in page
    assert "/stop/" not in page


def test_a_card_shows_things_as_they_are_now(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    place = PlaceFactory(household=household, name="Top shelf")
    rice = StockItemFactory(household=household, place=place, name="Basmati", amount=Decimal(750), unit="g")
    answer(solo, card=Card.LOTS, payload={"ids": [str(rice.pk), str(new_id()), "nonsense"]})
    page = said(solo, bob, client_of, household)
    assert "Basmati" in page
    assert "750 g" in page
    assert "Top shelf" in page


def test_a_card_shows_nothing_of_another_household(
    solo: Conversation, household: Household, other_household: Household, bob: User, client_of: ClientOf
) -> None:
    theirs = StockItemFactory(household=other_household, name="Truffles", place=PlaceFactory(household=other_household))
    answer(solo, card=Card.LOTS, payload={"ids": [str(theirs.pk)]})
    assert "Truffles" not in said(solo, bob, client_of, household)


@pytest.mark.parametrize("payload", [{}, {"ids": []}, {"ids": "x"}, {"id": 7}, {"ids": [None]}])
@pytest.mark.parametrize("card", [card for card in Card if card])
def test_an_empty_card_is_no_card(
    card: str, payload: dict[str, Any], solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    answer(solo, card=card, payload=payload, text="Nothing to show.")
    assert "Nothing to show." in said(solo, bob, client_of, household)


def test_every_kind_of_card(household: Household, alice: User, guest: User, client_of: ClientOf) -> None:
    with as_owner():
        here = {"household": household}
        dish = Recipe.objects.create(**here, name="Lentil soup", name_key="lentil soup", cook_minutes=35)
        week = ShoppingList.objects.create(**here, name="Saturday shop")
        for name, amount in (("Feta", Decimal(200)), ("Bread", None)):
            ShoppingListItem.objects.create(
                **here, shopping_list=week, name=name, name_key=name, quantity=amount, unit="g" if amount else ""
            )
        bill = Expense.objects.create(**here, title="Pizza", total=Decimal("10.01"), currency="EUR", paid_by=alice)
        ExpenseShare.objects.create(**here, expense=bill, user=alice, name="Alice", amount=Decimal("10.01"))
    shown = {Card.RECIPES: (dish, "Lentil soup"), Card.LIST: (week, "200 g"), Card.SPLIT: (bill, "€\u00a010.01")}
    for person in (alice, guest):
        talk = ConversationFactory(household=household, started_by=person, solo=True)
        for number, (card, (thing, _words)) in enumerate(shown.items()):
            answer(talk, number=2 * number + 1, card=card, payload={"ids": [str(thing.pk)]})
        page = said(talk, person, client_of, household)
        seen = {card for card, (_thing, words) in shown.items() if words in page}
        # What things cost is not for guests.
        assert seen == (set(shown) if person == alice else {Card.RECIPES, Card.LIST})


def test_a_long_conversation_is_turned_page_by_page(
    solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    for number in range(1, 101):
        MessageFactory(conversation=solo, number=number, text=f"Word {number}.")
    page = said(solo, bob, client_of, household)
    assert "Word 100." in page
    assert "Word 71." in page
    assert "Word 70." not in page
    assert "?before=71" in page
    before = said(solo, bob, client_of, household, "?before=71")
    assert "Word 70." in before
    assert "Word 71." not in before
    assert 'name="text"' not in before


@pytest.mark.parametrize("before", ["x", "-1", "9" * 30, "１"])
def test_nonsense_is_the_newest_page(
    before: str, solo: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    assert 'name="text"' in said(solo, bob, client_of, household, f"?before={before}")
