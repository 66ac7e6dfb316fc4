"""What the tools find in a real kitchen: figures that run out, were wasted, stand in, are eaten and are safe."""

import pytest

from accounts.models import Eater
from chat.agent.changes import CHANGES
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.models import StockItem
from recipes.models import Recipe
from tests.chat.agent.asking import kitchen_of
from tests.chat.agent.tools import called, done, planned, told
from tests.database import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen(shelves, dishes):
    return shelves


@pytest.fixture
def mia(kitchen, alice):
    """She must have neither milk nor meat."""
    with tenancy.scope(household=kitchen.pk, person=alice.pk):
        return Eater.objects.create(household=kitchen, name="Mia", allergens=["milk"], diets=["vegetarian"])


def test_what_lasts_is_said_where_somebody_can_say_it(kitchen, bob):
    rice = told(kitchen, bob, "forecast_stock", food="rice")["foods"][0]
    assert (rice["food"], rice["there"], rice["days"], rice["runs_out"]) == ("rice", "500 g", None, "")
    assert told(kitchen, bob, "forecast_stock") == {"foods": [], "count": 0}


def test_what_was_thrown_away_is_counted_by_reason_and_food(kitchen, bob):
    assert told(kitchen, bob, "look_up_waste")["times"] == 0
    done(kitchen, bob, "waste_stock", food="cream", reason="past_date")
    done(kitchen, bob, "waste_stock", food="spinach", amount="50 g")
    done(kitchen, bob, "use_stock", food="rice", amount="100 g")
    found = told(kitchen, bob, "look_up_waste", days=7)
    assert (found["times"], found["used"], found["share"]) == (2, 1, 67)
    assert {one["name"] for one in found["foods"]} == {"double cream", "spinach"}
    assert next(one for one in found["foods"] if one["name"] == "spinach")["weight"] == "50 g"
    assert told(kitchen, bob, "look_up_waste", days=-5)["days"] == 1


def test_what_is_here_stands_in_first_and_nothing_that_somebody_must_not_have(kitchen, bob, mia):
    found = told(kitchen, bob, "find_substitutes", food="egg")["instead"]
    assert found
    names = [one["name"] for one in told(kitchen, bob, "find_substitutes", food="cream")["instead"]]
    assert "coconut milk" in names
    assert "milk" not in names
    with as_owner():
        mia.delete()
    first = told(kitchen, bob, "find_substitutes", food="cream", recipe="Spinach curry")
    assert (first["for"], first["amount"], first["instead"][0]["name"]) == ("Spinach curry", "50 ml", "milk")
    assert first["instead"][0]["here"]
    with pytest.raises(DomainError, match="do not know the food"):
        told(kitchen, bob, "find_substitutes", food="unobtainium")


def test_what_food_and_dishes_hold(kitchen, bob):
    two = told(kitchen, bob, "look_up_nutrition", food="butter", amount="50 g")
    hundred = told(kitchen, bob, "look_up_nutrition", food="butter")
    assert (two["per"], hundred["per"]) == ("50 g", "100 g")
    assert two["figures"][0]["name"] == "Energy"
    assert two["figures"] != hundred["figures"]
    dish = told(kitchen, bob, "look_up_nutrition", recipe="Pancakes")
    assert (dish["of"], dish["per"], dish["estimate"]) == ("Pancakes", "1 person", True)
    for wrong in (
        {},
        {"food": "rice", "amount": "a lot"},
        {"recipe": "Pancakes", "servings": -1},
        {"food": "moon dust"},
    ):
        with pytest.raises(DomainError):
            told(kitchen, bob, "look_up_nutrition", **wrong)


def test_what_is_safe_comes_with_its_source(kitchen, bob):
    found = told(kitchen, bob, "look_up_safety", what="how hot must chicken be and how long do leftovers keep")
    assert found["temperatures"][0]["celsius"] == 74
    assert found["storage"][-1]["fridge_days"] == 4
    assert all(one["address"].startswith("https://www.") for one in found["sources"])
    mince = told(kitchen, bob, "look_up_safety", what="minced beef")
    assert [one["celsius"] for one in mince["temperatures"]] == [71]
    assert told(kitchen, bob, "look_up_safety", what="gravel")["known"] is False


def test_dishes_are_compared_by_what_is_here(kitchen, bob, mia):
    found = told(kitchen, bob, "compare_recipes", recipes=["Pancakes", "Lasagne"])
    pancakes, lasagne = found["dishes"]
    assert (found["quickest"], found["fewest_missing"]) == ("Pancakes", "Pancakes")
    assert (pancakes["have"], pancakes["needed"], pancakes["missing"]) == (3, 3, [])
    assert "minced beef" in [one["name"] for one in lasagne["missing"]]
    assert any("Mia" in one for one in pancakes["suits"])
    for wrong in ([], ["Pancakes"], ["Pancakes", "Pancakes"], ["Pancakes"] * 9):
        with pytest.raises(DomainError):
            told(kitchen, bob, "compare_recipes", recipes=wrong)


def test_of_dishes_that_take_alike_none_is_the_quickest(kitchen, bob):
    with as_owner():
        Recipe.objects.filter(name="Spinach curry").update(cook_minutes=20)
    found = told(kitchen, bob, "compare_recipes", recipes=["Pancakes", "Spinach curry"])
    assert (found["quickest"], found["fewest_missing"]) == ("", "")


def test_what_can_be_cooked_for_some_of_them(kitchen, bob, mia):
    everybody = {one["name"] for one in told(kitchen, bob, "find_cookable")["dishes"]}
    assert "Pancakes" not in everybody
    with as_owner():
        Eater.objects.create(household=kitchen, name="Bob", user=bob)
    for_bob = told(kitchen, bob, "find_cookable", eaters=["Bob"])
    assert "Pancakes" in {one["name"] for one in for_bob["dishes"]}
    assert for_bob["respects"] == []
    with pytest.raises(DomainError, match="Here eat"):
        told(kitchen, bob, "find_cookable", eaters=["Zoe"])
    with pytest.raises(DomainError, match="diet"):
        told(kitchen, bob, "find_cookable", diet="paleo")


def test_who_must_not_have_what_is_not_told_to_guests(kitchen, guest, mia):
    found = called(kitchen, guest, "compare_recipes", recipes=["Pancakes", "Lasagne"])
    assert "Mia" not in str(vars(found))
    assert "Mia" not in str(vars(called(kitchen, guest, "find_cookable", eaters=["Mia"])))


def test_what_a_lot_really_is(kitchen, bob):
    done(kitchen, bob, "correct_stock", lot="rice", amount="300")
    with as_owner():
        rice = StockItem.objects.get(name="rice")
    assert (rice.amount, rice.unit) == (300, "g")
    done(kitchen, bob, "correct_stock", lot=str(rice.pk), amount="nothing")
    with as_owner():
        assert StockItem.objects.get(name="rice").finished_at
    for wrong in ("some", "-3", "half"):
        with pytest.raises(DomainError):
            called(kitchen, bob, "correct_stock", lot="flour", amount=wrong)


def test_a_lot_that_was_used_meanwhile_is_not_corrected(kitchen, bob):
    proposal = planned(kitchen, bob, "correct_stock", lot="rice", amount="300 g")
    done(kitchen, bob, "use_stock", food="rice", amount="10 g")
    here = kitchen_of(kitchen, bob)
    with tenancy.scope(household=kitchen.pk, person=bob.pk), pytest.raises(DomainError, match="has changed"):
        CHANGES["correct_stock"].apply(here, proposal.arguments)


def test_only_food_is_cooked(kitchen, bob):
    done(kitchen, bob, "add_stock", text="1 bottle bleach")
    for tool, arguments in (
        ("find_cookable", {"using": ["bleach"]}),
        ("find_substitutes", {"food": "dish soap"}),
        ("save_recipe", {"name": "Soup", "ingredients": ["1 l water", "50 ml bleach"], "steps": []}),
    ):
        with pytest.raises(DomainError, match="nothing to eat"):
            called(kitchen, bob, tool, **arguments)
    lots = told(kitchen, bob, "find_stock")["lots"]
    assert [lot["name"] for lot in lots if not lot["edible"]] == ["bleach"]
