"""Foods as a household knows them: own ones, other figures, names, merges, remembered words, and what they cost."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.catalogue import FoodFacts, foods
from pantry.matching import match as plain_match
from pantry.matching import name_key
from pantry.models import OwnFood
from pantry.queries.foods import book, food, food_called, foods_of, forget_foods, match, nutrition, rows_of
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def plain(name: str) -> FoodFacts:
    found = plain_match(name).food
    assert found
    return found


def meant(text: str) -> object:
    found = match(text).food
    return found.id if found else None


@pytest.fixture
def inside(household: Household) -> Iterator[Household]:
    with tenancy.scope(household=household.pk):
        yield household


def own(household: Household, name: str, **more: object) -> OwnFood:
    row = OwnFood.objects.create(**{"household": household, "name": name, "name_key": name_key(name), **more})
    forget_foods()
    return row


def changed(household: Household, food_name: str, *said: str, **more: object) -> OwnFood:
    base = plain(food_name)
    return own(household, str(more.pop("name", base.name)), base_id=base.id, said=list(said), **more)


def test_outside_a_household_it_is_the_catalogue_and_asks_nothing(household: Household) -> None:
    with as_owner():
        own(household, "Dragon bread")
    with CaptureQueriesContext(connection) as asked:
        assert match("milk") is plain_match("milk")
        assert food(plain("milk").id) is plain("milk")
        assert match("dragon bread").food is None
        assert foods_of() is foods()
    assert len(asked) == 0


def test_an_own_food_is_known_by_its_name_and_words(inside: Household) -> None:
    row = own(inside, "Dragon bread", aliases=["drago loaf"], density=Decimal("0.4"), unit_weights={"slice": "40"})
    for text in ("dragon bread", "Dragon Breads", "2 large dragon bread", "drago loaf", "dragn bread"):
        assert meant(text) == row.pk, text
    assert food(row.pk).units.unit_weights == {"slice": Decimal(40)}
    assert food(row.pk).source_of("density") == "household"
    assert food_called("dragon bread") == row.pk
    assert match("milk").food is plain("milk")
    assert foods_of()[0].id == row.pk
    assert len(foods_of()) == len(foods()) + 1
    assert match("dragon brod").alternatives[0][0].id == row.pk


def test_what_is_said_here_goes_before_the_catalogue(inside: Household) -> None:
    milk = plain("milk")
    row = changed(inside, "milk", "name", "shelf_life", name="Farm milk", shelf_life={"fridge.opened": 9})
    here = food(milk.id)
    assert (here.id, here.name, here.density) == (milk.id, "Farm milk", milk.density)
    assert here.shelf_life == {("fridge", "opened"): 9}
    assert here.source_of("fridge_opened") == "household"
    assert here.source_of("density") == milk.source_of("density")
    assert meant("milk") == meant("farm milk") == milk.id
    assert food(row.pk) is here


def test_a_remembered_word_goes_before_the_catalogue(inside: Household) -> None:
    butter = plain("butter")
    changed(inside, "butter", aliases=["milk"])
    assert meant("milk") == meant("Milks") == butter.id
    assert meant("milk powder") == plain("milk powder").id


def test_a_merged_food_is_what_it_was_merged_into(inside: Household) -> None:
    milk, butter = plain("milk"), plain("butter")
    into = own(inside, "House milk", merged_into_id=None)
    before = own(inside, "Old milk", merged_into_own=into)
    changed(inside, "milk", merged_into_own=into)
    changed(inside, "butter", merged_into_id=plain("margarine").id)
    assert meant("milk") == meant("old milk") == into.pk
    assert food(milk.id) is food(before.pk) is food(into.pk)
    assert food(butter.id).id == plain("margarine").id
    assert not {milk.id, before.pk, butter.id} & {one.id for one in foods_of()}
    assert all(str(ref) in str(rows_of(into.pk)) for ref in (milk.id, repr(before.pk), repr(into.pk)))


def test_what_was_removed_is_known_and_not_meant_any_more(inside: Household) -> None:
    row = own(inside, "Dragon bread", removed_at="2026-01-01T00:00Z")
    changed(inside, "swede", removed_at="2026-01-01T00:00Z")
    assert match("dragon bread").food is None
    assert match("swede").food is None
    assert food(row.pk).name == "Dragon bread"
    assert food(plain("swede").id).name == plain("swede").name


def test_figures_of_nutrition(inside: Household) -> None:
    row = own(inside, "Dragon bread", nutrition={"energy": "250"}, source="usda:1")
    assert (nutrition(row.pk).values, nutrition(row.pk).source) == ({"energy": Decimal(250)}, "usda:1")
    milk = plain("milk").id
    assert nutrition(milk).values["protein"] > 1
    changed(inside, "milk", "nutrition", nutrition={"energy": "1"})
    assert nutrition(milk).values == {"energy": Decimal(1)}


def test_one_question_a_scope_also_inside_another(household: Household) -> None:
    with tenancy.scope(household=household.pk):
        own(household, "Dragon bread")
    with CaptureQueriesContext(connection) as asked, tenancy.scope(household=household.pk):
        assert meant("dragon bread")
        with tenancy.scope(household=household.pk):
            assert meant("drago bread") == meant("dragon bread")
        assert book() is book()
    assert sum("pantry_ownfood" in query["sql"] for query in asked) == 1


def test_what_was_read_goes_with_the_scope(household: Household, stranger: object) -> None:
    with tenancy.scope(household=household.pk):
        assert not book().rows
    with tenancy.scope(household=household.pk):
        own(household, "Dragon bread")
        assert len(book().rows) == 1
        first = book()
    with tenancy.scope() as outer:
        assert not book().rows
        tenancy.narrow(household.pk)
        assert book() is not first
        assert outer.memory == {}


def test_a_scope_that_fails_forgets_what_it_read(household: Household) -> None:
    with tenancy.scope(household=household.pk):
        with pytest.raises(DomainError), tenancy.scope(household=household.pk):
            own(household, "Dragon bread")
            assert meant("dragon bread")
            raise DomainError("No.")
        assert meant("dragon bread") is None
