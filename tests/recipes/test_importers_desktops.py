"""Older and larger programs: text with labels, XML, notes, Markdown."""

from datetime import date
from decimal import Decimal

import pytest

from recipes.importers import Section, read_recipes
from tests.recipes import foreign_desktop as foreign
from tests.recipes.foreign_mobile import PIXELS
from tests.recipes.reading import archive, read_whole


def test_saffron() -> None:
    draft = read_whole(archive({"Plum jam.txt": foreign.SAFFRON}))
    assert (draft.title, draft.servings, draft.servings_of) == ("Plum jam", Decimal(3), "jars")
    assert draft.ingredients == [Section("", ["1 kg plums", "500 g sugar"])]
    assert draft.steps == [Section("", ["Stone the plums.", "Boil until it sets."])]
    assert (draft.source_url, draft.source_name) == ("https://spoon.example/jam", "Grandmother")
    assert (draft.collections, draft.image, draft.total_minutes) == (["Autumn"], "https://spoon.example/jam.jpg", 60)


def test_pepperplate() -> None:
    draft = read_whole(foreign.PEPPERPLATE)
    assert draft.ingredients == [Section("", ["1 tin beans"]), Section("Dressing", ["2 tbsp oil"])]
    assert (draft.steps[0].lines, draft.prep_minutes) == (["Drain the beans.", "Pour the oil over them."], 10)


def test_plan_to_eat_as_text() -> None:
    draft = read_whole(archive({"recipes.txt": foreign.PLAN_TO_EAT}), 2)
    assert (draft.title, draft.servings, draft.tags) == ("Oat bars", Decimal(12), ["travel", "sweet"])
    assert (draft.ingredients[0].lines, draft.steps[0].lines) == (["300 g oats", "100 g honey"], ["Mix.", "Bake."])
    assert (draft.rating, draft.category, draft.cuisine) == (Decimal(4), "Snack", "British")
    assert draft.source_url == "https://spoon.example/oats"


def test_cheftap() -> None:
    draft = read_whole(archive({"cheftap_export/Tomato rice.txt": foreign.CHEFTAP}))
    assert (draft.title, draft.source_url) == ("Tomato rice", "https://spoon.example/tomato-rice")
    assert draft.ingredients == [Section("", ["2 cups rice", "1 tin tomatoes"])]
    assert len(draft.steps[0].lines) == 2


@pytest.mark.parametrize(
    "data", [foreign.FDX, archive({"Data.xml": foreign.FDXZ, "Images/7.jpg": PIXELS})], ids=["fdx", "fdxz"]
)
def test_living_cookbook(data: str | bytes) -> None:
    draft = read_whole(data)
    assert draft.ingredients == [Section("", ["1 1/2 pounds ground beef"]), Section("Glaze", ["1/2 cup ketchup"])]
    assert (draft.steps, draft.servings) == ([Section("", ["Mix.", "Bake."])], Decimal(6))
    assert (draft.prep_minutes, draft.cook_minutes, draft.tags) == (20, 60, ["Main Dish", "Meat"])
    assert (draft.notes, draft.source_name, draft.created) == (
        "Rest it.\n\nCold on bread.",
        "Aunt Ida",
        date(2009, 2, 3),
    )
    assert [picture.read() for picture in draft.pictures] == [PIXELS]


def test_evernote_keeps_notes_that_are_recipes() -> None:
    reading = read_recipes(foreign.ENEX)
    assert [(failure.name, failure.why) for failure in reading.failures] == [("Meeting", "This note is no recipe.")]
    (draft,) = reading.recipes
    assert draft.ingredients == [Section("", ["1 kg onions", "1 l broth"])]
    assert len(draft.steps[0].lines) == 2
    assert (draft.title, draft.tags, draft.created) == ("Onion soup", ["soup", "winter"], date(2020, 5, 6))
    assert (draft.author, draft.source_url) == ("Ada", "https://spoon.example/onions")
    assert [picture.read() for picture in draft.pictures] == [PIXELS]


def test_markdown() -> None:
    draft = read_whole(archive({"rolls.md": foreign.MARKDOWN, "images/rolls.jpg": PIXELS}))
    assert (draft.title, draft.description, draft.servings_of) == ("Bread rolls", "Soft ones.", "rolls")
    assert draft.ingredients == [Section("", ["500 g flour", "1 tsp salt"]), Section("Glaze", ["1 egg"])]
    assert draft.steps == [Section("", ["Knead for ten minutes.", "Bake*."])]
    assert (draft.prep_minutes, draft.cook_minutes, draft.tags) == (20, 15, ["bread", "morning"])
    assert (draft.notes, draft.source_url) == ("Freeze well.", "https://spoon.example/rolls")
    assert [(picture.alt, picture.read()) for picture in draft.pictures] == [("A tray", PIXELS)]


def test_recipemd() -> None:
    draft = read_whole(foreign.RECIPEMD)
    assert (draft.title, draft.tags, draft.servings) == ("Guacamole", ["sauce", "vegan"], Decimal(4))
    assert draft.ingredients == [Section("", ["1 avocado", ".5 teaspoon salt"])]
    assert draft.steps == [Section("", ["Remove the flesh and mash it. Season with salt."])]


def test_a_pattern_for_recipes_is_none() -> None:
    pattern = "# {{ recipe.name }}\n\n{% for line in recipe.ingredients %}\n- {{ line }}\n{% endfor %}\n"
    packed = archive({"soup.txt": foreign.CHEFTAP, "templates/recipes.txt": f"Ingredients\n{pattern}"})
    assert read_whole(packed).title == "Tomato rice"
