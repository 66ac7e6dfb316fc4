"""Recipe programs that keep JSON, alone or in archives."""

import gzip
import json
from decimal import Decimal

from recipes.importers import Draft, Section, read_recipes
from recipes.importers.files.batch import one_by_one
from tests.recipes import foreign
from tests.recipes.reading import archive, read_whole


def test_mealie() -> None:
    draft = read_whole(archive({"box/recipes/stew/stew.json": json.dumps(foreign.MEALIE), "__MACOSX/x": "y"}))
    assert draft.ingredients == [Section("Stew", ["1 kg beef", "2 cup carrots, diced"])]
    assert draft.steps == [Section("", ["Brown it."]), Section("Later", ["Stew it."])]
    assert (draft.notes, draft.nutrients) == ("Wine: Red.", {"calories": "400", "proteinContent": "30"})


def test_mealies_backup_names_the_recipe_without_anything() -> None:
    reading = read_recipes(archive({"box/database.json": json.dumps(foreign.BACKUP)}))
    assert [failure.name for failure in reading.failures] == ["Air"]
    (draft,) = reading.recipes
    assert (draft.ingredients, draft.tags) == ([Section("", ["500 g flour", "salt"])], ["daily"])


def test_tandoor() -> None:
    draft = read_whole(archive({"1.zip": archive({"recipe.json": json.dumps(foreign.TANDOOR)})}))
    assert draft.ingredients == [Section("", ["0.333 kg beef"]), Section("Beans", ["beans, black"])]
    assert (draft.steps, draft.total_minutes) == ([Section("", ["Brown the meat.", "Simmer."])], 80)


def test_paprika() -> None:
    draft = read_whole(archive({"Rolls.paprikarecipe": gzip.compress(json.dumps(foreign.PAPRIKA).encode())}))
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["1 courgette", "Salt"], ["Roll.", "Serve."])
    assert (draft.servings, draft.prep_minutes, draft.tags) == (Decimal(20), 65, ["Snack"])


def test_json_of_nobody_in_particular() -> None:
    one = {
        "title": "Tea",
        "ingredients": [{"amount": 1, "unit": "bag", "name": "tea"}, "water"],
        "steps": ["Pour.", "Wait."],
    }
    draft = read_whole(json.dumps({"recipes": [one, {**one, "title": "Green tea"}]}), 2)
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["1 bag tea", "water"], ["Pour.", "Wait."])


def test_what_breaks_one_recipe_of_a_file_leaves_the_others() -> None:
    def draft_of(title: str) -> list[Draft]:
        if title == "broken":
            raise KeyError(title)
        return [Draft(title=title)]

    found = list(one_by_one(["first", "broken", "last"], draft_of, str))
    assert [getattr(one, "title", "") or one.name for one in found] == ["first", "broken", "last"]  # type: ignore[union-attr]
