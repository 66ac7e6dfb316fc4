"""A change is shown before it is made, is made as it was shown, and can be taken back."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from chat.agent.changes import CHANGES, Applied
from chat.agent.events import Decided, Proposed
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.models import StockItem
from recipes.models import RecipeCooking
from shopping.models import Expense, ShoppingListItem
from tests.chat.agent.asking import kitchen_of
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def approve(household: Household, person: User, proposal: Proposed) -> Applied:
    with tenancy.scope(household=household.pk, person=person.pk):
        return CHANGES[proposal.tool].apply(kitchen_of(household, person), proposal.arguments)


def amount_of(household: Household, name: str) -> Any:
    with as_owner():
        item = StockItem.objects.get(household=household, name=name)
    return None if item.finished_at else item.amount.normalize()


def count(model: Any) -> int:
    with as_owner():
        return model.objects.count()


def test_a_proposal_changes_nothing(asking, shelves, bob):
    before = count(Activity)
    asked = asking(bob, "I used 200 g rice")
    assert asked.effects == ["rice · 200 g · Pantry, 300 g left"]
    assert "if you agree" in asked.text
    assert (amount_of(shelves, "rice"), count(Activity)) == (500, before)


def test_what_was_shown_is_done_and_undone(asking, shelves, bob):
    applied = approve(shelves, bob, asking(bob, "I used 200 g rice").proposals[0])
    assert amount_of(shelves, "rice") == 300
    assert "Bob" in applied.sentence
    with tenancy.scope(household=shelves.pk, person=bob.pk):
        undo_activity(Activity.objects.get(pk=applied.activity_id), by=bob)
    assert amount_of(shelves, "rice") == 500


def test_twice_approved_is_once_done(asking, shelves, bob):
    proposal = asking(bob, "I used 200 g rice").proposals[0]
    approve(shelves, bob, proposal)
    approve(shelves, bob, proposal)
    assert amount_of(shelves, "rice") == 300


def test_what_is_not_there_any_more_is_refused(asking, shelves, bob):
    all_of_it = asking(bob, "I finished the rice").proposals[0]
    approve(shelves, bob, asking(bob, "I used 200 g rice").proposals[0])
    with pytest.raises(DomainError):
        approve(shelves, bob, all_of_it)
    assert amount_of(shelves, "rice") == 300


def test_two_wishes_are_two_proposals(asking, shelves, bob):
    asked = asking(bob, "I ate 2 eggs and threw away the cream because it went off")
    assert asked.effects == ["eggs · 2 · Fridge, 4 left", "cream · 75 ml · Fridge, all of it, it went off"]
    for proposal in asked.proposals:
        approve(shelves, bob, proposal)
    assert (amount_of(shelves, "eggs"), amount_of(shelves, "cream")) == (4, None)


def test_one_wish_is_proposed_and_the_other_refused(asking, shelves, bob):
    asked = asking(bob, "I used 100 g rice and 5 kg flour")
    assert asked.effects == ["rice · 100 g · Pantry, 400 g left"]
    assert "There is not that much: flour, 1 kg left." in asked.text


def test_bought_things_get_their_place_and_date(asking, shelves, bob):
    asked = asking(bob, "I bought 2 l oat milk and 500 g spaghetti")
    assert len(asked.effects) == 2
    approve(shelves, bob, asked.proposals[0])
    assert amount_of(shelves, "spaghetti") == 500


def test_moving(asking, shelves, bob):
    asked = asking(bob, "freeze the spinach")
    assert asked.effects == ["spinach · 200 g · from Fridge to Freezer"]
    approve(shelves, bob, asked.proposals[0])
    with as_owner():
        assert StockItem.objects.get(name="spinach").place.storage == "freezer"


def test_the_list_is_made_when_first_needed(asking, shelves, bob):
    asked = asking(bob, "add milk and 6 eggs to the list")
    assert asked.effects == ["milk · to a new list", "eggs · 6 · to a new list"]
    assert count(ShoppingListItem) == 0
    approve(shelves, bob, asked.proposals[0])
    assert count(ShoppingListItem) == 2
    more = asking(bob, "add 4 eggs to the list")
    assert "10" in more.effects[0]


def test_what_a_dish_lacks_goes_on_the_list_with_its_reason(asking, shelves, bob):
    asked = asking(bob, "put what is missing for the lasagne for 3 on the list")
    assert "minced beef · 250 g · needs 250 g, none here" in asked.effects
    assert not any("milk" in line for line in asked.effects)
    approve(shelves, bob, asked.proposals[0])
    assert asking(bob, "what's on the list?").text.count("Lasagne")


def test_ticking_and_taking_off(asking, shelves, bob):
    approve(shelves, bob, asking(bob, "add milk and bread to the list").proposals[0])
    assert approve(shelves, bob, asking(bob, "tick the milk").proposals[0]).sentence == "Ticked: milk."
    approve(shelves, bob, asking(bob, "remove bread from the list").proposals[0])
    with as_owner():
        states = dict(ShoppingListItem.objects.values_list("name", "state"))
    assert states == {"milk": "ticked", "bread": "removed"}


def test_a_bill_loses_no_cent(asking, shelves, alice, bob, carol):
    asked = asking(bob, "split 100 for pizza between us")
    assert [line.replace("\xa0", " ") for line in asked.effects] == [
        "Pizza · € 100.00 · paid by Bob",
        "Bob · € 33.34",
        "Alice · € 33.33",
        "Carol · € 33.33",
    ]
    approve(shelves, bob, asked.proposals[0])
    assert count(Expense) == 1


def test_a_bill_with_somebody_unknown_is_refused(asking, bob):
    asked = asking(bob, "split 30 between me and Zoe")
    assert not asked.proposals
    assert "Zoe" in asked.text
    assert "Alice" in asked.text


def test_the_next_message_knows_what_was_approved(asking, shelves, bob):
    asked = asking(bob, "I used 200 g rice")
    done = Decided(asked.proposals[0].call_id, "use_stock", True, "Bob used 200 g rice")
    later = asking(bob, "undo that", asked, pending=[done])
    assert "button at the change above" in later.text
    assert not later.proposals
    assert "Nothing was changed yet" in asking(bob, "undo that", asked).text


def test_a_dish_takes_what_is_here_and_measured(asking, shelves, bob):
    asked = asking(bob, "we cooked the pancakes")
    assert asked.effects == [
        "flour · 250 g · Pantry, 750 g left",
        "milk · 500 ml · Fridge, 500 ml left",
        "eggs · 2 · Fridge, 4 left",
        "Pancakes · 2 people · into the cook log",
    ]
    assert approve(shelves, bob, asked.proposals[0]).sentence.startswith("Bob cooked Pancakes with ")
    assert (amount_of(shelves, "eggs"), amount_of(shelves, "flour")) == (4, Decimal("0.75"))


def test_what_only_has_the_word_in_its_name_is_asked_about(asking, shelves, bob):
    approve(shelves, bob, asking(bob, "I bought 1 l oat drink").proposals[0])
    approve(shelves, bob, asking(bob, "I finished the butter").proposals[0])
    approve(shelves, bob, asking(bob, "I bought 1 jar of peanut butter").proposals[0])
    asked = asking(bob, "threw away the butter")
    assert not asked.proposals
    assert "peanut butter" in asked.text
    assert asking(bob, "yes", asked).effects == ["peanut butter · 1 jar · Pantry, all of it, it went off"]


def test_amounts_are_told_in_the_persons_units(asking, bob):
    with as_owner():
        bob.preferences = {"units": "us"}
        bob.save()
    assert asking(bob, "I used 200 g rice").effects == ["rice · 7.05 oz · Pantry, 10.6 oz left"]


def test_a_dish_is_cooked_as_it_was_shown_and_undone_at_once(asking, shelves, bob):
    asked = asking(bob, "we cooked the pancakes")
    applied = approve(shelves, bob, asked.proposals[0])
    approve(shelves, bob, asked.proposals[0])
    assert [amount_of(shelves, name) for name in ("milk", "eggs")] == [Decimal("0.5"), 4]
    assert count(RecipeCooking) == 1
    with tenancy.scope(household=shelves.pk, person=bob.pk):
        undo_activity(Activity.objects.get(pk=applied.activity_id), by=bob)
    assert [amount_of(shelves, name) for name in ("milk", "eggs")] == [1, 6]


def test_a_dish_that_somebody_else_wrote_down_is_not_cooked_twice(asking, shelves, alice, bob):
    hers, his = asking(alice, "we cooked the pancakes").proposals[0], asking(bob, "we cooked the pancakes").proposals[0]
    approve(shelves, alice, hers)
    with pytest.raises(DomainError, match="Alice has written down"):
        approve(shelves, bob, his)
    assert amount_of(shelves, "eggs") == 4
