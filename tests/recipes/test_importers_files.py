"""Files of other recipe programs, each recognised by its content."""

from decimal import Decimal

import pytest

from recipes.importers import Section
from tests.recipes import foreign
from tests.recipes.reading import archive, read_whole


def test_mealmaster() -> None:
    draft = read_whole(foreign.MEALMASTER, 2)
    assert (draft.title, draft.servings, draft.tags) == ("Two-column chowder", Decimal(4), ["Soups", "Fish"])
    assert draft.ingredients == [
        Section("", ["2 cup Milk", "1/2 lb Haddock; boned", "1 tsp Salt", "1 1/2 tbsp Butter"]),
        Section("Croutons", ["2 slice Bread"]),
    ]
    assert draft.steps == [Section("", ["Warm the milk with the fish in it.", "Fry the bread."])]


def test_mastercook_text() -> None:
    draft = read_whole(foreign.MASTERCOOK)
    assert (draft.title, draft.author, draft.servings, draft.prep_minutes) == ("Bean stew", "Ada Ladle", Decimal(6), 25)
    assert draft.ingredients == [Section("", ["2 cups white beans, soaked", "1/2 onion"])]
    assert draft.steps == [Section("", ["Cook the beans.", "Add the onion."])]
    assert (draft.tags, draft.notes) == (["Stews", "Beans"], "NOTES : Better the next day.")


def test_mastercook_xml() -> None:
    draft = read_whole(foreign.MX2)
    assert (draft.title, draft.author, draft.servings, draft.prep_minutes) == ("Bean dip", "", Decimal(3), 10)
    assert draft.ingredients == [Section("", ["1 can beans, drained", "salt"])]
    assert draft.steps == [Section("", ["Mash.", "Serve."])]


def test_krecipes() -> None:
    draft = read_whole(foreign.KRECIPES)
    assert (draft.title, draft.author, draft.servings, draft.prep_minutes) == ("Pie", "Ada", Decimal(5), 90)
    assert draft.ingredients == [Section("", ["2 cups flour"]), Section("Filling", ["1 jar cherries, pitted"])]
    assert draft.steps == [Section("", ["Mix.", "Bake."])]


def test_gourmet() -> None:
    draft = read_whole(foreign.GOURMET)
    assert draft.ingredients == [Section("", ["1 cup rice"]), Section("Broth", ["2 cups water"])]
    assert (draft.steps, draft.servings_words) == ([Section("", ["Cook well."])], "6 servings")


def test_my_cookbook() -> None:
    draft = read_whole(archive({"my_cookbook.xml": foreign.COOKBOOK, "images/x.jpg": b"\xff\xd8\xff"}))
    assert (draft.title, draft.servings, draft.prep_minutes) == ("Brown squares", Decimal(16), 25)
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["½ cup butter", "2 eggs"], ["Melt.", "Bake."])
    assert draft.nutrients == {"calories": "182 kcal"}


def test_copymethat() -> None:
    draft = read_whole(archive({"recipes.html": foreign.COPYMETHAT, "images/shells.jpg": b"\xff\xd8\xff"}), 2)
    assert (draft.title, draft.servings, draft.source_url) == ("Shells", Decimal(6), "https://spoon.example/shells")
    assert (draft.ingredients[0].lines, draft.steps[0].lines, draft.notes) == (
        ["24 shells"],
        ["Boil."],
        "Salt the water.",
    )
    assert draft.image == ""


def test_chowdown() -> None:
    draft = read_whole(archive({"site/_recipes/okra.md": foreign.CHOWDOWN, "site/images/okra.jpg": b"\xff\xd8\xff"}))
    assert (draft.title, draft.tags, draft.description) == ("Fried okra", ["sides", "quick"], "Made often.")
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["1 bunch okra", "salt"], ["Slice it", "Fry it"])


def test_cooklang() -> None:
    draft = read_whole(foreign.COOKLANG)
    assert (draft.title, draft.servings) == ("Pancakes", Decimal(4))
    assert draft.ingredients == [
        Section("Batter", ["3 eggs", "125 g flour", "250 ml milk"]),
        Section("Pan", ["butter"]),
    ]
    assert draft.steps == [
        Section("Batter", ["Crack eggs into a bowl. Add flour and milk.", "Leave for 15 minutes."]),
        Section("Pan", ["Fry in butter."]),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables(sign: str) -> None:
    draft = read_whole(foreign.TABLE.replace(",", sign) if sign != "," else foreign.TABLE, 2)
    assert (draft.title, draft.servings, draft.prep_minutes) == ("Crisps", Decimal(4), 10)
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["2 potatoes", "Oil"], ["Slice.", "Bake."])
    assert draft.nutrients == {"calories": "150 kcal"}


def test_plan_to_eat() -> None:
    draft = read_whole(archive({"plantoeat.csv": "\ufeff" + foreign.PLAN_TO_EAT}))
    assert draft.ingredients == [Section("Base", ["2 cups oats"]), Section("Top", ["1 cup berries"])]
    assert (draft.category, draft.servings, draft.nutrients) == ("Dessert", Decimal(7), {"calories": "13"})
