"""Packing recipes beside their rows: in order, once, after every change, and where it is missing."""

import io
import threading
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from accounts.models import Household, User
from kitchen import tenancy
from pantry.queries.foods import food_called
from pantry.services.food_merge import merge_foods
from recipes.content import RecipeContent
from recipes.importers import Section
from recipes.models import RecipeIndex, RecipeIndexHead, RecipeReview
from recipes.queries.indexes import Indexes, index_of, indexes
from recipes.services.indexing import index_recipes
from recipes.services.recipe import change_recipe, delete_recipe, restore_recipe, save_recipe
from recipes.services.reindexing import renew_missing
from tests.database import as_owner
from tests.factories import RecipeFactory


def here(household: Household) -> set[UUID]:
    """The recipes that the index has."""
    with tenancy.scope(household=household.pk):
        index = index_of(household)[0].index
    return {index.id(row) for row in range(index.size) if index.alive[row]}


def soup(name: str = "Soup", *lines: str) -> RecipeContent:
    return RecipeContent(name, ingredients=[Section("", list(lines) or ["1 onion"])])


def version(household: Household) -> int:
    with as_owner():
        return RecipeIndexHead.objects.get(household=household).version


def test_every_change_of_a_recipe_is_in_the_index(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        recipe = save_recipe(household, soup(), by=alice)
        assert here(household) == {recipe.pk}
        change_recipe(recipe, soup("Stew", "2 leeks", "1 onion"), by=alice)
        index = index_of(household)[0].index
        assert (index.size, index.alive.sum(), index.heads["lines"].tolist()) == (1, 1, [2])
        delete_recipe(recipe, by=alice)
        assert here(household) == set()
        restore_recipe(household, recipe.pk, by=alice)
        assert here(household) == {recipe.pk}


def test_ratings_are_packed(household: Household, alice: User) -> None:
    recipe = RecipeFactory(household=household, lines="1 onion")
    with tenancy.scope(household=household.pk, person=alice.pk):
        RecipeReview.objects.create(household=household, recipe=recipe, person=alice, stars=4)
        index_recipes(household, [recipe.pk])
        heads = index_of(household)[0].index.heads
    assert (heads["rating"].tolist(), heads["rating_count"].tolist()) == ([400], [1])


def test_statements_do_not_grow_with_recipes(household: Household) -> None:
    recipes = [RecipeFactory(household=household, lines="1 onion") for _ in range(4)]
    counts: list[int] = []
    for part in (recipes[:1], recipes):
        with tenancy.scope(household=household.pk), connection.execute_wrapper(counted(counts)):
            counts.append(0)
            index_recipes(household, [one.pk for one in part])
    assert counts == [5, 5]


def counted(counts: list[int]):  # type: ignore[no-untyped-def]
    def wrapper(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        counts[-1] += 1
        return execute(sql, params, many, context)

    return wrapper


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_what_is_missing_or_packed_otherwise_is_packed_at_the_start(household: Household, alice: User) -> None:
    recipes = [RecipeFactory(household=household, lines="1 onion") for _ in range(3)]
    RecipeFactory(household=household, deleted_at="2026-01-01T00:00Z")
    with as_owner():
        RecipeIndex.objects.filter(recipe=recipes[0]).delete()
        RecipeIndex.objects.filter(recipe=recipes[1]).update(packed=b"\x00" * 90)
    assert here(household) == {recipes[2].pk}
    assert renew_missing() == 2
    assert renew_missing() == 0
    assert here(household) == {recipe.pk for recipe in recipes}
    said = io.StringIO()
    call_command("index_recipes", household=household.code, stdout=said)
    assert "3 recipes" in said.getvalue()
    assert here(household) == {recipe.pk for recipe in recipes}


def test_lines_that_become_of_another_food_are_packed_again(household: Household, alice: User) -> None:
    RecipeFactory(household=household, lines="2 leeks")
    with tenancy.scope(household=household.pk, person=alice.pk):
        leek, onion = food_called("leek"), food_called("onion")
        assert leek
        assert onion
        assert keys(household) == [leek]
        merge_foods(household, leek, onion, by=alice)
        assert keys(household) == [onion]


def keys(household: Household) -> list[int]:
    """The foods that lines of recipes ask for."""
    index = index_of(household)[0].index
    lines = [line for line in range(index.row_of.size) if index.alive[index.row_of[line]]]
    found: list[int] = index.food_keys[index.ask_foods[index.ask_of[lines]]].tolist()
    return found


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_kept(household: Household, alice: User) -> None:
    recipe = RecipeFactory(household=household, lines="1 onion")
    assert here(household) == {recipe.pk}
    kept = indexes.get(household.pk)
    with pytest.raises(ZeroDivisionError), tenancy.scope(household=household.pk, person=alice.pk):
        other = save_recipe(household, soup("Gone"), by=alice)
        assert here(household) == {recipe.pk, other.pk}
        raise ZeroDivisionError
    assert indexes.get(household.pk) is kept
    with tenancy.scope(household=household.pk, person=alice.pk):
        stays = save_recipe(household, soup("Stays"), by=alice)
    assert here(household) == {recipe.pk, stays.pk}


@pytest.mark.django_db(transaction=True)
def test_who_changes_recipes_holds_the_head_until_the_commit(household: Household) -> None:
    """So numbers are committed in their order, and a reader that has seen one misses none below it."""
    recipe = RecipeFactory(household=household, lines="1 onion")
    refused: list[str] = []

    def look() -> None:
        try:
            with tenancy.scope(household=household.pk):
                RecipeIndexHead.objects.select_for_update(nowait=True).get()
        except OperationalError as error:
            refused.append(str(error))
        finally:
            connection.close()

    before = version(household)
    with tenancy.scope(household=household.pk):
        index_recipes(household, [recipe.pk])
        other = threading.Thread(target=look)
        other.start()
        other.join()
    assert len(refused) == 1
    assert version(household) == before + 1


def test_households_that_were_asked_for_longest_ago_are_let_go(
    household: Household, other_household: Household
) -> None:
    for one in (household, other_household):
        RecipeFactory(household=one, lines="1 onion")
    kept = Indexes(most_bytes=1)
    for one in (household, other_household):
        with tenancy.scope(household=one.pk):
            kept.keep(one.pk, index_of(one)[0])
    assert kept.get(household.pk) is None
    assert kept.get(other_household.pk) is not None
