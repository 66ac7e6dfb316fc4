"""Finding recipes by their words: ranked, as they are typed, with slips of the pen, behind the wall."""

import pytest

from accounts.models import Household
from kitchen import tenancy
from recipes.models import Recipe, RecipeIndexHead, RecipePosting, RecipeText
from recipes.queries.text_search import find_recipes, find_text
from recipes.services.renewal import renew_recipes
from recipes.services.wording import word_recipes
from tests.database import as_owner
from tests.factories import RecipeFactory


@pytest.fixture
def box(household: Household) -> None:
    for name, lines, steps, more in (
        ("Spaghetti carbonara", "200 g spaghetti\n2 eggs\n100 g bacon", "Boil the pasta.", {"tags": ["weekday"]}),
        ("Pea soup", "500 g peas\n1 onion", "Simmer with the rind of bacon.", {"cuisine": "Dutch"}),
        ("Peach pie", "4 peaches\n1 egg", "Bake in the oven.", {"category": "Dessert"}),
        ("Crème brûlée", "500 ml cream\n4 eggs", "Burn the sugar.", {"author": "Ottoline"}),
        ("Moussaka", "2 aubergines\n3 tomatoes\n1 chilli", "Bake for an hour.", {}),
        ("Mac and cheese", "200 g macaroni\n100 g cheese", "Bake.", {}),
        ("Bacon and eggs", "2 eggs\n4 rashers bacon", "Fry.", {}),
    ):
        RecipeFactory(household=household, name=name, lines=lines, steps=steps, **more)


def found(household: Household, text: str) -> list[str]:
    with tenancy.scope(household=household.pk):
        return [recipe.name for recipe in find_recipes(household, text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("carbonara", ["Spaghetti carbonara"]),
        ("CREME", ["Crème brûlée"]),
        ("brûl", ["Crème brûlée"]),
        ("tomatoe", ["Moussaka"]),
        ("tomatoes", ["Moussaka"]),
        ("aubergine", ["Moussaka"]),
        ("eggplant", ["Moussaka"]),
        ("chili", ["Moussaka"]),
        ("weekday", ["Spaghetti carbonara"]),
        ("dutch", ["Pea soup"]),
        ("dessert peach", ["Peach pie"]),
        ("ottoline", ["Crème brûlée"]),
        ("rind", ["Pea soup"]),
        ("carbonara spaghetti", ["Spaghetti carbonara"]),
        ("spag carb", ["Spaghetti carbonara"]),
        ("mac and", ["Mac and cheese"]),
        ("onion carbonara", []),
        ("xyzzy", []),
        ("'; DROP TABLE --", []),
        ("... !", []),
        ("e", []),
    ],
)
def test_words_are_found_wherever_they_stand(text: str, names: list[str], household: Household, box: None) -> None:
    assert found(household, text) == names


def test_names_go_before_ingredients_and_these_before_steps(household: Household, box: None) -> None:
    assert found(household, "bacon") == ["Bacon and eggs", "Spaghetti carbonara", "Pea soup"]
    assert found(household, "pea") == ["Pea soup", "Peach pie"]
    assert found(household, "peas") == ["Pea soup"]
    assert found(household, "egg bacon")[0] == "Bacon and eggs"


@pytest.mark.parametrize(
    ("text", "names", "instead"),
    [
        ("spagetti carbonra", ["Spaghetti carbonara"], {"spagetti": "spaghetti", "carbonra": "carbonara"}),
        ("spagett", ["Spaghetti carbonara"], {"spagett": "spaghetti"}),
        ("musaka", ["Moussaka"], {"musaka": "moussaka"}),
        ("mousaka", ["Moussaka"], {"mousaka": "moussaka"}),
        ("bcaon eggs", ["Bacon and eggs", "Spaghetti carbonara"], {"bcaon": "bacon"}),
        ("pae", [], {}),
    ],
)
def test_slips_of_the_pen(
    text: str, names: list[str], instead: dict[str, str], household: Household, box: None
) -> None:
    with tenancy.scope(household=household.pk):
        assert dict(find_text(household, text).corrected) == instead
    assert found(household, text) == names


def test_a_word_that_is_there_is_never_corrected(household: Household, box: None) -> None:
    RecipeFactory(household=household, name="Spagetti")
    assert found(household, "spagetti") == ["Spagetti"]


def test_changed_and_deleted_recipes_lose_their_words(household: Household, box: None) -> None:
    with tenancy.scope(household=household.pk):
        recipe = Recipe.objects.get(household=household, name="Moussaka")
        Recipe.objects.filter(pk=recipe.pk).update(name="Gratin")
        renew_recipes(household, [recipe.pk])
    assert found(household, "moussaka") == []
    assert found(household, "gratin") == ["Gratin"]
    with tenancy.scope(household=household.pk):
        Recipe.objects.filter(pk=recipe.pk).update(deleted_at="2026-01-01T00:00Z")
        renew_recipes(household, [recipe.pk])
        assert not RecipeText.objects.filter(recipe=recipe).exists()
    assert found(household, "gratin") == []


def test_a_stranger_finds_nothing(household: Household, other_household: Household, box: None) -> None:
    with tenancy.scope(household=other_household.pk):
        assert find_recipes(other_household, "carbonara") == []
        # Nor by naming the other household: the scope decides, not what is asked.
        assert find_recipes(household, "carbonara") == []
        assert find_text(household, "spagetti").corrected in ((), (("spagetti", "spaghetti"),))
        assert find_text(household, "carbonara").numbers.size == 0
    assert find_text(household, "carbonara").numbers.size == 0


def test_one_statement_for_words_and_seven_for_many_recipes(
    household: Household, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    ids = [RecipeFactory(household=household, name=f"Dish {n}", lines="1 egg").pk for n in range(3)]
    with tenancy.scope(household=household.pk):
        word_recipes(household, ids)
        for some in (ids[:1], ids):
            with django_assert_num_queries(7):  # type: ignore[operator]
                word_recipes(household, some)
        with django_assert_num_queries(1):  # type: ignore[operator]
            assert find_text(household, "dish egg").numbers.size >= 3


def test_many_blocks_of_numbers(household: Household, box: None) -> None:
    """A household whose recipes have been written again thousands of times."""
    with as_owner():
        RecipePosting.objects.filter(household=household).delete()
        RecipeText.objects.filter(household=household).delete()
    with tenancy.scope(household=household.pk):
        RecipeIndexHead.objects.filter(household=household).update(numbered=4093)
        word_recipes(household, list(Recipe.objects.filter(household=household).values_list("pk", flat=True)))
        blocks = RecipePosting.objects.filter(household=household, word="egg").values_list("block", flat=True)
        assert set(blocks) == {0, 1}
    assert len(found(household, "egg")) == 4
