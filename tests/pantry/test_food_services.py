"""What a household says of foods, and taking it back."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, Membership, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.catalogue import FoodFacts
from pantry.matching import match as plain_match
from pantry.models import FoodId, OwnFood, StockItem
from pantry.queries.foods import food, match
from pantry.services.food import add_food, change_food, remove_food, rename_food, reset_food
from pantry.services.food_merge import merge_foods
from pantry.services.food_wishes import set_lead_days, set_minimum
from pantry.services.food_words import forget_match, remember_match
from recipes.models import RecipeIngredient
from tests.database import as_owner
from tests.factories import PlaceFactory, RecipeFactory, StockItemFactory

pytestmark = pytest.mark.django_db


def plain(name: str) -> FoodFacts:
    found = plain_match(name).food
    assert found
    return found


def meant(text: str) -> FoodId | None:
    found = match(text).food
    return found.id if found else None


def undo(verb: str, by: User) -> None:
    undo_activity(Activity.objects.filter(verb=verb, undone_at=None).order_by("-number")[0], by=by)


LIFE = {"pantry.sealed": 4}
BREAD: Any = {"name": "Dragon bread", "plural": "dragon breads", "category": "breads", "shelf_life": LIFE}


def test_an_own_food_is_added_once_and_known_at_once(household: Household, at_home: User) -> None:
    id = new_id()
    assert match("dragon bread").food is None
    for _again in range(2):
        add_food(household, BREAD, by=at_home, id=id)
    assert OwnFood.objects.count() == Activity.objects.count() == 1
    assert meant("2 dragon breads") == id
    assert food(id).shelf_life == {("pantry", "sealed"): 4}
    assert (food(id).category, food(id).group) == ("bakery", "breads")
    undo("food.added", at_home)
    assert match("dragon bread").food is None


def test_what_is_called_so_already_becomes_of_it(household: Household, at_home: User) -> None:
    lot = StockItemFactory(household=household, name="Dragon breads", place=PlaceFactory(household=household))
    other = StockItemFactory(household=household, name="Dragon", place=PlaceFactory(household=household))
    row = add_food(household, BREAD, by=at_home)
    assert [refreshed(one).food_ref for one in (lot, other)] == [row.pk, None]
    undo("food.added", at_home)
    assert refreshed(lot).food_ref is None


def test_what_the_catalogue_or_the_household_knows_is_not_added(household: Household, at_home: User) -> None:
    add_food(household, BREAD, by=at_home)
    for name in ("Milk", "dragon  bread"):
        with pytest.raises(DomainError, match="known already"):
            add_food(household, {**BREAD, "name": name}, by=at_home)
    assert OwnFood.objects.count() == 1


def test_of_a_food_of_the_catalogue_only_what_is_other_is_kept(household: Household, at_home: User) -> None:
    milk = plain("milk")
    row = change_food(household, milk.id, {"density": Decimal("1.5"), "staple": milk.staple}, by=at_home)
    assert row.said == ["density"]
    assert (food(milk.id).density, food(milk.id).storage) == (Decimal("1.5"), milk.storage)
    change_food(household, milk.id, {"density": milk.density}, by=at_home)
    assert food(milk.id).density == milk.density
    undo("food.changed", at_home)
    assert food(milk.id).density == Decimal("1.5")
    reset_food(household, milk.id, by=at_home)
    assert food(milk.id).density == milk.density
    undo("food.reset", at_home)
    assert food(milk.id).density == Decimal("1.5")


def test_renamed_it_is_found_by_both_names(household: Household, at_home: User) -> None:
    milk = plain("milk").id
    rename_food(household, milk, "Farm milk", by=at_home)
    assert food(milk).name == "Farm milk"
    assert meant("milk") == meant("farm milk") == milk
    with pytest.raises(DomainError, match="known already"):
        rename_food(household, milk, "butter", by=at_home)
    undo("food.renamed", at_home)
    assert food(milk).name == plain("milk").name


def test_what_was_said_anew_since_is_not_taken_back(household: Household, at_home: User) -> None:
    milk = plain("milk").id
    change_food(household, milk, {"density": Decimal(2)}, by=at_home)
    change_food(household, milk, {"density": Decimal(3)}, by=at_home)
    with pytest.raises(DomainError, match="changed again"):
        undo_activity(Activity.objects.order_by("number")[0], by=at_home)


def test_merging_takes_everything_along_and_undo_brings_it_back(household: Household, at_home: User) -> None:
    milk, into = plain("milk").id, add_food(household, {**BREAD, "name": "House milk"}, by=at_home).pk
    lot = StockItemFactory(household=household, name="Milk", food_id=milk, place=PlaceFactory(household=household))
    recipe = RecipeFactory(household=household)
    line = RecipeIngredient.objects.create(
        household=household, recipe=recipe, position=99, original="milk", name="milk", name_key="milk", food_id=milk
    )
    for _again in range(2):
        merge_foods(household, milk, into, by=at_home)
    assert Activity.objects.filter(verb="food.merged").count() == 1
    assert [row.food_ref for row in (refreshed(lot), refreshed(line))] == [into, into]
    assert meant("milk") == into
    with pytest.raises(DomainError, match="one food already"):
        merge_foods(household, into, into, by=at_home)
    undo("food.merged", at_home)
    assert [row.food_ref for row in (refreshed(lot), refreshed(line))] == [milk, milk]
    assert meant("milk") == milk


def test_a_merge_is_not_taken_back_under_a_later_one(household: Household, at_home: User) -> None:
    milk, cream, butter = (plain(name).id for name in ("milk", "double cream", "butter"))
    lot = StockItemFactory(household=household, name="Milk", food_id=milk, place=PlaceFactory(household=household))
    merge_foods(household, milk, cream, by=at_home)
    merge_foods(household, cream, butter, by=at_home)
    assert refreshed(lot).food_ref == meant("milk") == butter
    with pytest.raises(DomainError, match="merged again"):
        undo_activity(Activity.objects.order_by("number")[0], by=at_home)
    undo("food.merged", at_home)
    undo("food.merged", at_home)
    assert refreshed(lot).food_ref == milk


def refreshed(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def test_what_is_in_use_is_not_removed(household: Household, at_home: User) -> None:
    bread = add_food(household, BREAD, by=at_home).pk
    lot = StockItemFactory(household=household, name="Loaf", own_food_id=bread, place=PlaceFactory(household=household))
    with pytest.raises(DomainError, match="1 thing is of it"):
        remove_food(household, bread, by=at_home)
    StockItem.objects.filter(pk=lot.pk).update(finished_at="2026-01-01T00:00Z")
    remove_food(household, bread, by=at_home)
    assert match("dragon bread").food is None
    add_food(household, BREAD, by=at_home)
    with pytest.raises(DomainError, match="with this name already"):
        undo("food.removed", at_home)


def test_a_word_is_remembered_for_what_is_there_too(household: Household, at_home: User) -> None:
    milk, oat = plain("milk").id, plain("oat milk").id
    lot = StockItemFactory(household=household, name="Milk", food_id=milk, place=PlaceFactory(household=household))
    remember_match(household, "milk", oat, by=at_home)
    assert refreshed(lot).food_ref == meant("Milks") == oat
    assert remember_match(household, "milk", oat, by=at_home) is None
    remember_match(household, "milk", plain("soya milk").id, by=at_home)
    assert meant("milk") == plain("soya milk").id
    undo("food.remembered", at_home)
    assert meant("milk") == refreshed(lot).food_ref == oat
    forget_match(household, "milk", oat, by=at_home)
    assert meant("milk") == milk


def test_wishes(household: Household, at_home: User) -> None:
    milk = plain("milk").id
    row = set_minimum(household, milk, Quantity(Decimal(2), "l"), by=at_home)
    set_lead_days(household, milk, 5, by=at_home)
    assert (refreshed(row).minimum, refreshed(row).minimum_unit, refreshed(row).lead_days) == (2, "l", 5)
    undo("food.minimum", at_home)
    assert (refreshed(row).minimum, refreshed(row).lead_days) == (None, 5)
    for wrong in (Decimal(0), Decimal(-1), Decimal(10) ** 9):
        with pytest.raises(DomainError):
            set_minimum(household, milk, Quantity(wrong, "l"), by=at_home)
    with pytest.raises(DomainError):
        set_lead_days(household, milk, 61, by=at_home)


def test_who_may(household: Household, at_home: User, guest: User, stranger: User) -> None:
    with pytest.raises(DomainError, match="role"):
        add_food(household, BREAD, by=guest)
    with pytest.raises(DomainError, match="not in this household"):
        change_food(household, plain("milk").id, {"staple": True}, by=stranger)
    other = OwnFood(pk=new_id())
    with pytest.raises(DomainError, match="not there any more"):
        rename_food(household, other.pk, "x", by=at_home)


def test_two_households_know_nothing_of_each_other(household: Household, alice: User, stranger: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        bread = add_food(household, BREAD, by=alice).pk
        assert meant("dragon bread") == bread
    with as_owner():
        home = Membership.objects.get(user=stranger).household_id
    with tenancy.scope(household=home):
        assert match("dragon bread").food is None
        assert food(bread) is None
