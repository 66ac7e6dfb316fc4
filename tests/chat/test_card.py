"""What an answer shows beside its words: one dish, dishes side by side, what lasts and what was thrown away."""

import re
from typing import Any

import pytest

from accounts.models import Eater, Household, User
from chat.models import Message
from recipes.models import Recipe
from tests.chat.agent.conftest import dishes, shelves  # noqa: F401  (Linden 12's kitchen)
from tests.chat.agent.tools import called, done
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ConversationFactory, MessageFactory

pytestmark = pytest.mark.django_db


def shown(household: Household, by: User, client_of: ClientOf, *cards: tuple[str, dict[str, Any]]) -> str:
    talk = ConversationFactory(household=household, started_by=by, solo=True)
    for number, (card, payload) in enumerate(cards, start=1):
        MessageFactory(
            conversation=talk, number=number, role="assistant", author=None, text="Here.", card=card, payload=payload
        )
    with as_owner():
        assert Message.objects.filter(conversation=talk).count() == len(cards)
    return client_of(by).get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()


@pytest.fixture
def ids(dishes: Household) -> dict[str, str]:  # noqa: F811
    with as_owner():
        Eater.objects.create(household=dishes, name="Mia", allergens=["milk"])
        return {recipe.name: str(recipe.pk) for recipe in Recipe.objects.all()}


def test_a_dish_is_shown_for_so_many_with_what_is_here(
    shelves: Household,  # noqa: F811
    ids: dict[str, str],
    bob: User,
    guest: User,
    client_of: ClientOf,
) -> None:
    card = ("recipe", {"id": ids["Pancakes"], "servings": "8"})
    page = shown(shelves, bob, client_of, card)
    assert "1 of 3 here" in page
    assert "2 l" in page.replace("\xa0", " ")
    assert "milk: not for Mia" in page
    assert "Mia" not in shown(shelves, guest, client_of, card)


def test_dishes_stand_side_by_side_and_what_is_gone_is_left_out(
    shelves: Household,  # noqa: F811
    ids: dict[str, str],
    bob: User,
    client_of: ClientOf,
) -> None:
    with as_owner():
        Eater.objects.create(household=shelves, name="Tom", diets=["vegetarian"])
    page = shown(shelves, bob, client_of, ("comparison", {"ids": [*ids.values(), "not an id"]}))
    assert all(f">{name}</a>" in page for name in ids)
    assert "minced beef" in page
    assert re.findall(r"Tom[^(]*\((\w+)\)", page) == ["vegetarian"], "the lasagne alone is not for who eats no meat"
    assert "vegetarian: not for Tom" in shown(shelves, bob, client_of, ("recipe", {"id": ids["Lasagne"]}))


def test_trackers_follow_the_kitchen_and_money_is_not_for_guests(
    shelves: Household,  # noqa: F811
    bob: User,
    guest: User,
    client_of: ClientOf,
) -> None:
    done(shelves, bob, "waste_stock", food="spinach")
    answer: Any = called(shelves, bob, "forecast_stock", food="rice")
    cards = [("tracker", answer.card.payload), ("tracker", {"what": "waste", "days": 30}), ("tracker", {"what": "odd"})]
    page = shown(shelves, bob, client_of, *cards)
    assert "nobody can say yet" in page
    assert "Thrown away in 30 days" in page
    page = shown(shelves, guest, client_of, *cards)
    assert "nobody can say yet" in page
    assert "Thrown away" not in page


@pytest.mark.parametrize("card", ["recipes", "recipe"])
def test_what_is_missing_is_offered_where_something_is(
    card: str,
    shelves: Household,  # noqa: F811
    ids: dict[str, str],
    bob: User,
    client_of: ClientOf,
) -> None:
    for dish, lacks in (("Lasagne", True), ("Spinach curry", False)):
        payload = {"id": ids[dish]} if card == "recipe" else {"ids": [ids[dish], *ids.values()]}
        page = shown(shelves, bob, client_of, (card, payload))
        assert (f"What is missing for {dish}?" in page) is lacks
        assert (f"Who can eat {dish}?" in page) is not lacks
        opened = client_of(bob).get(f"/h/{shelves.code}/chat/new/?about=recipe&thing={ids[dish]}").content.decode()
        assert (f"What is missing for {dish}?" in opened) is lacks
        assert f"Who can eat {dish}?" in opened
