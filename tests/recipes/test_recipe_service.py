"""Recipes are kept whole, once, and come back as they were."""

from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, Notice, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.matching import name_key
from recipes.content import RecipeContent, content_of
from recipes.importers import Draft, Section
from recipes.models import Recipe, RecipeIngredient
from recipes.services.recipe import change_recipe, delete_recipe, save_recipe
from recipes.services.recipe_import import MOST, import_draft, import_drafts

CURRY = RecipeContent(
    name="Spinach curry",
    ingredients=[
        Section("", ["200 g spinach", "2-3 garlic cloves, crushed", "salt"]),
        Section("For the rice", ["300 g rice"]),
    ],
    steps=[Section("", ["Soften the garlic.", "Fold in the spinach."])],
    servings=Decimal(4),
    tags=["quick"],
)


def as_person(household: Household, person: User) -> AbstractContextManager[tenancy.Scope]:
    return tenancy.scope(household=household.pk, person=person.pk)


def test_it_comes_back_as_it_was_handed_in(household: Household, alice: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        assert content_of(Recipe.objects.get(pk=curry.pk)) == CURRY
        garlic = RecipeIngredient.objects.get(position=2)
        assert (garlic.quantity, garlic.quantity_max, garlic.unit, garlic.name, garlic.note) == (
            Decimal(2),
            Decimal(3),
            "clove",
            "garlic",
            "crushed",
        )
        assert garlic.food is not None
        assert garlic.food.name == "garlic"
        assert Notice.objects.filter(kind="recipe", subject=curry.pk).count() == 1


def test_the_same_id_is_kept_once(household: Household, other_household: Household, alice: User) -> None:
    id = new_id()
    with as_person(household, alice):
        first, second = (save_recipe(household, CURRY, by=alice, id=id) for _ in range(2))
        assert first.pk == second.pk
        assert Activity.objects.count() == 1
        assert RecipeIngredient.objects.count() == 4


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " \x00"}, "name"),
        ({"name": "x" * 161}, "name"),
        ({"servings": Decimal(0)}, "servings"),
        ({"prep_minutes": 10**12}, "prep_minutes"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"tags": ["x"] * 5 + [str(one) for one in range(30)]}, "tags"),
        ({"ingredients": [Section("", ["rice"] * 201)]}, "ingredients"),
        ({"ingredients": [Section("", ["rice " * 101])]}, "ingredients"),
        ({"steps": [Section("", ["x" * 5001])]}, "steps"),
        ({"notes": "x" * 10_001}, "notes"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    wrong: dict[str, object], field: str, household: Household, alice: User
) -> None:
    with as_person(household, alice), pytest.raises(DomainError) as refusal:
        save_recipe(household, RecipeContent(**{"name": "Curry", **wrong}), by=alice)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_change_is_undone_with_every_line(household: Household, alice: User, guest: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        other = RecipeContent("Kale curry", ingredients=[Section("", ["1 kale"])], servings=Decimal(2))
        change_recipe(curry, other, by=alice)
        assert content_of(Recipe.objects.get()) == other
        change = Activity.objects.get(verb="recipe.changed")
        with pytest.raises(DomainError, match="role"):
            undo_activity(change, by=guest)
        undo_activity(change, by=alice)
        back = Recipe.objects.get()
        assert content_of(back) == CURRY
        assert back.name_key == name_key(CURRY.name)
        assert list(RecipeIngredient.objects.values_list("position", flat=True)) == [1, 2, 3, 4]


def test_saving_what_was_there_tells_nothing(household: Household, alice: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        change_recipe(curry, CURRY, by=alice)
        assert not Activity.objects.filter(verb="recipe.changed").exists()


def test_an_older_change_is_not_undone_over_a_newer_one(household: Household, alice: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        change_recipe(curry, RecipeContent("Kale curry"), by=alice)
        first = Activity.objects.get(verb="recipe.changed")
        change_recipe(curry, RecipeContent("Chard curry"), by=alice)
        added = Activity.objects.get(verb="recipe.added")
        for older in (first, added):
            with pytest.raises(DomainError, match="again since"):
                undo_activity(older, by=alice)


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(household: Household, alice: User, bob: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        seen = Recipe.objects.get().changed_at
        change_recipe(curry, RecipeContent("Bob's curry"), by=bob, seen=seen)
        with pytest.raises(DomainError, match="while you did"):
            change_recipe(curry, RecipeContent("Alice's curry"), by=alice, seen=seen)
        change_recipe(curry, RecipeContent("Bob's curry"), by=bob, seen=seen)


def test_a_deleted_recipe_comes_back(household: Household, alice: User) -> None:
    with as_person(household, alice):
        curry = save_recipe(household, CURRY, by=alice)
        for _ in range(2):
            delete_recipe(curry, by=alice)
        gone = Activity.objects.get(verb="recipe.deleted")
        assert Recipe.objects.get().deleted_at
        undo_activity(gone, by=alice)
        assert Recipe.objects.get().deleted_at is None
        assert RecipeIngredient.objects.count() == 4


def test_guests_write_nothing(household: Household, guest: User) -> None:
    with as_person(household, guest), pytest.raises(DomainError, match="role"):
        save_recipe(household, CURRY, by=guest)


def draft(title: str = "Dal", **others: Any) -> Draft:
    return Draft(
        title=title, ingredients=[Section("", ["200 g red lentils"])], steps=[Section("", ["Boil."])], **others
    )


def test_the_same_source_comes_in_once(household: Household, alice: User) -> None:
    with as_person(household, alice):
        first = import_draft(household, draft(source_url="https://www.example.org/dal/?utm_source=x"), by=alice)
        again = import_draft(household, draft(source_url="http://example.org/dal#steps"), by=alice)
        assert first.recipe
        assert (first.already, again.already, again.recipe) == (False, True, first.recipe)
        without = [import_draft(household, draft("Soup"), by=alice) for _ in range(2)]
        assert [one.already for one in without] == [False, True]


def test_a_batch_is_one_line_of_the_feed_and_taken_back_at_once(household: Household, alice: User) -> None:
    with as_person(household, alice):
        done = import_drafts(household, [draft("Dal"), draft("Soup"), draft(""), draft("Dal")], by=alice)
        assert [(bool(one.recipe), one.already, bool(one.why)) for one in done] == [
            (True, False, False),
            (True, False, False),
            (False, False, True),
            (True, True, False),
        ]
        told = Activity.objects.get()
        assert (told.verb, told.facts["count"]) == ("recipe.collected", 2)
        undo_activity(told, by=alice)
        assert not Recipe.objects.filter(deleted_at=None).exists()
        assert not import_draft(household, draft("Dal"), by=alice).already


def test_too_many_at_once_are_refused(household: Household, alice: User) -> None:
    with as_person(household, alice), pytest.raises(DomainError, match="at most 50"):
        import_drafts(household, [draft(str(number)) for number in range(MOST + 1)], by=alice)


def test_a_deleted_import_may_come_in_again_and_then_stays_away(household: Household, alice: User) -> None:
    with as_person(household, alice):
        first = import_draft(household, draft(), by=alice).recipe
        assert first
        delete_recipe(first, by=alice)
        assert not import_draft(household, draft(), by=alice).already
        with pytest.raises(DomainError, match="brought in again"):
            undo_activity(Activity.objects.get(verb="recipe.deleted"), by=alice)
