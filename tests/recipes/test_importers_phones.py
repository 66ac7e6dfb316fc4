"""Programs of telephones: pictures, stars, hearts and collections come along."""

import json
from datetime import date
from decimal import Decimal

import pytest

from recipes.importers import Draft, Section
from tests.recipes import foreign_mobile as foreign
from tests.recipes.foreign_mobile import PIXELS
from tests.recipes.reading import archive, read_whole


def shown(draft: Draft) -> list[bytes]:
    return [picture.read() for picture in draft.pictures]


@pytest.mark.parametrize("packed", [False, True])
def test_mela(packed: bool) -> None:
    told = json.dumps(foreign.MELA)
    draft = read_whole(archive({"a.melarecipe": told}) if packed else told)
    assert draft.ingredients == [Section("Topping", ["200 g mushrooms"]), Section("Base", ["2 slices bread"])]
    assert (draft.description, draft.notes, draft.tags) == ("For one evening.", "Parsley.", ["Quick", "Toast"])
    assert (draft.favourite, draft.collections, draft.created) == (True, ["Want to cook"], date(2022, 1, 1))
    assert (draft.nutrients["calories"], draft.prep_minutes, draft.cook_minutes) == ("200 kcal", 5, 10)
    assert (shown(draft), draft.source_url) == ([PIXELS], "https://spoon.example/mushrooms")


def test_crouton() -> None:
    draft = read_whole(archive({"tart.crumb": json.dumps(foreign.CROUTON)}))
    assert draft.ingredients == [Section("", ["300 g broccoli"]), Section("Glaze", ["3 eggs", "salt"])]
    assert draft.steps == [Section("Oven", ["Bake it."])]
    assert (draft.servings, draft.prep_minutes, draft.cook_minutes) == (Decimal(4), 15, 40)
    assert (draft.nutrients, draft.tags) == ({"calories": "300", "proteinContent": "12"}, ["Oven"])
    assert (draft.source_name, draft.notes, shown(draft)) == ("Spoon", "Cold, too.", [PIXELS])


def test_recettetek() -> None:
    files = {"recipes_0.json": json.dumps([foreign.RECETTETEK]), "categories.json": "[]", "pear.png": PIXELS}
    draft = read_whole(archive(files))
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["3 pears", "200 g flour"], ["Slice.", "Bake."])
    assert (draft.rest_minutes, draft.total_minutes, draft.servings) == (12, 57, Decimal(8))
    assert (draft.rating, draft.favourite, draft.equipment) == (Decimal("3.5"), True, ["Tin", "Whisk"])
    assert (draft.tags, shown(draft)) == (["Cakes", "autumn"], [PIXELS])


def test_recipesage() -> None:
    draft = read_whole(json.dumps([foreign.RECIPESAGE]))
    assert draft.ingredients == [Section("Soup", ["300 g lentils"]), Section("To serve", ["1 lemon"])]
    assert (draft.rating, draft.tags, draft.created) == (Decimal(4), ["soup"], date(2021, 3, 4))
    assert [picture.url for picture in draft.pictures] == ["https://spoon.example/soup.jpg"]
    assert (draft.prep_minutes, draft.total_minutes, draft.source_name) == (20, 60, "Grandmother")


def test_recipesage_as_linked_data() -> None:
    draft = read_whole(json.dumps([foreign.RECIPESAGE_LD]))
    assert draft.steps == [Section("Soup", ["Boil the lentils."]), Section("To serve", ["Cut the lemon."])]
    assert (draft.rating, draft.notes, draft.created) == (Decimal(4), "Vinegar.", date(2021, 3, 4))
    assert (draft.source_url, draft.source_name) == ("https://spoon.example/soup", "Grandmother")


def test_the_stars_of_strangers_are_nobodys() -> None:
    told = {**foreign.RECIPESAGE_LD, "aggregateRating": {"ratingValue": "4.7", "ratingCount": "1903"}}
    assert read_whole(json.dumps(told)).rating is None


def test_recipe_keeper() -> None:
    files = {"recipes.html": foreign.RECIPE_KEEPER, "images/rk-1_0.jpg": PIXELS, "images/rk-1_1.jpg": PIXELS[::-1]}
    draft = read_whole(archive(files), 2)
    assert (draft.title, draft.servings, draft.prep_minutes, draft.cook_minutes) == (
        "Lime sorbet",
        Decimal(4),
        15,
        None,
    )
    assert draft.ingredients == [Section("Syrup", ["250 g sugar", "2 limes"])]
    assert draft.steps == [Section("", ["Boil the sugar.", "Freeze it."])]
    assert (draft.category, draft.tags, draft.collections) == ("Dessert", ["Ice", "Sorbet"], ["Summer"])
    assert (draft.rating, draft.favourite, draft.notes) == (Decimal(4), True, "Keeps two weeks.")
    assert draft.nutrients == {"calories": "210", "sodiumContent": "5"}
    assert (draft.source_url, shown(draft)) == ("https://spoon.example/lime", [PIXELS, PIXELS[::-1]])
