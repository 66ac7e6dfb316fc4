"""What a page says to machines comes in whole; what it says only to people is read with care."""

from decimal import Decimal
from pathlib import Path

import pytest

from recipes.importers import Draft, Section, read_recipes

SHARED = '{"@type": "HowToStep", "name": "Do it", "text": "%s"}'
PAGES = Path(__file__).parent / "pages"


def read(name: str, url: str = "https://spoon.example/soup", *, wild: bool = False) -> Draft:
    reading = read_recipes((PAGES / name).read_bytes(), name=name, url=url, wild=wild)
    assert not reading.failures
    (draft,) = reading.recipes
    return draft


@pytest.mark.parametrize("wild", [True, False])
def test_a_graph_of_schema_org(wild: bool) -> None:
    draft = read("graph.html", wild=wild)
    assert (draft.title, draft.author, draft.source_name) == ("Barley soup & bread", "Ada Ladle", "The Spoon Drawer")
    assert draft.description == "Thick.\nBetter the next day."
    assert draft.image == "https://spoon.example/pictures/soup.jpg"
    assert (draft.servings, draft.servings_words) == (Decimal(4), "4 bowls")
    assert (draft.prep_minutes, draft.cook_minutes, draft.total_minutes) == (20, 70, 1530)
    assert (draft.tags, draft.category, draft.cuisine) == (["soup", "winter"], "Main, Soup", "Nordic")
    assert draft.nutrients == {"calories": "310 kcal", "proteinContent": "9 g"}
    assert draft.source_url == "https://spoon.example/soup"


def test_sections_are_no_steps_and_their_names_are_seen_on_the_page() -> None:
    draft = read("graph.html")
    assert draft.steps == [
        Section("Soup", ["Rinse the barley.", "Simmer everything for an hour."]),
        Section("To finish", ["Season: Stir in mustard and honey."]),
    ]
    assert draft.ingredients == [
        Section("For the soup", ["150 g pearl barley", "2 carrots, diced", "1 l stock"]),
        Section("To finish", ["1 tbsp mustard", "½ tsp honey"]),
    ]


def test_broken_json_is_mended() -> None:
    draft = read("broken.html")
    assert draft.ingredients == [Section("", ["200 g flour", "500 g plums"])]
    assert draft.steps == [
        Section("", ["Make the pastry", "and chill it.", "Lay the plums on it.", "Bake for 40 minutes."])
    ]
    assert draft.servings == Decimal(8)


def test_microdata() -> None:
    draft = read("microdata.html")
    assert (draft.title, draft.author, draft.total_minutes) == ("Red lentils", "Bo Kettle", 35)
    assert (draft.image, draft.servings_words) == ("https://spoon.example/lentils.jpg", "3 portions")
    assert draft.ingredients == [Section("", ["200 g red lentils", "1 onion"])]
    assert draft.steps == [
        Section("Lentils", ["Rinse.", "Cook for 20 minutes."]),
        Section("Topping", ["Fry the onion."]),
    ]
    assert draft.nutrients == {"calories": "280 kcal"}


def test_a_page_without_mark_up() -> None:
    draft = read("plain.html")
    assert (draft.title, draft.description) == ("Grandma's waffles", "Sunday waffles.")
    assert draft.ingredients == [
        Section("Batter", ["250 g flour", "3 eggs", "½ l milk"]),
        Section("To serve", ["Cinnamon sugar"]),
    ]
    assert draft.steps == [
        Section("", ["Whisk the eggs into the flour.", "Add the milk little by little.", "Bake until golden."])
    ]
    assert (draft.servings, draft.prep_minutes, draft.cook_minutes, draft.total_minutes) == (Decimal(4), 15, 20, 35)


def test_a_table_in_german() -> None:
    draft = read("tabelle.html")
    assert draft.ingredients == [Section("", ["250 g Linsen", "2 Möhren", "1 EL Essig"])]
    assert draft.steps == [
        Section(
            "",
            [
                "Die Linsen waschen und mit den Möhren eine halbe Stunde kochen.",
                "Mit Essig abschmecken und heiß servieren.",
            ],
        )
    ]
    assert draft.servings == Decimal(4)


@pytest.mark.parametrize(
    ("instructions", "steps"),
    [
        ('"Mix. Bake."', ["Mix. Bake."]),
        ('"1. Mix.\\n2. Bake."', ["Mix.", "Bake."]),
        ('"<ol><li>Mix.</li><li>Bake.</li></ol>"', ["Mix.", "Bake."]),
        ('["Mix.", "Bake."]', ["Mix.", "Bake."]),
        ('[["Mix.", "Bake."]]', ["Mix.", "Bake."]),
        ('{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"text": "Mix."}}]}', ["Mix."]),
        ('[{"@type": "HowToStep", "name": "Mix."}]', ["Mix."]),
        ('[{"@type": "HowToStep", "itemListElement": [{"@type": "HowToDirection", "text": "Mix."}]}]', ["Mix."]),
        (f"[{SHARED % 'Mix.'}, {SHARED % 'Bake.'}]", ["Mix.", "Bake."]),
        ('[{"text": "Mix."}, "Bake."]', ["Mix.", "Bake."]),
    ],
)  # fmt: skip
def test_every_shape_of_instructions(instructions: str, steps: list[str]) -> None:
    page = f'{{"@type": "Recipe", "name": "x", "recipeIngredient": ["1 egg"], "recipeInstructions": {instructions}}}'
    (draft,) = read_recipes(page).recipes
    assert draft.steps == [Section("", steps)]


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("PT1H30M", 90), ("P1DT2H", 1560), ("P0Y0M0DT0H45M0S", 45), ("PT90", 90), ("PT1800S", 30), ("PT0.5H", 30),
        ("P1W", 10080),
        ("1 hour 20 minutes", 80), ("1 Std. 20 Min.", 80), ("1½ hours", 90), ("1:15", 75), ("40", 40), ("PT0M", None),
        ("soon", None), ("", None), ("PT99999999H", None),
    ],
)  # fmt: skip
def test_times(told: str, minutes: int | None) -> None:
    page = f'{{"@type": "Recipe", "name": "x", "recipeIngredient": ["1 egg"], "cookTime": "{told}"}}'
    assert read_recipes(page).recipes[0].cook_minutes == minutes


def test_a_page_of_several_recipes_gives_all_of_them() -> None:
    one = '{"@type": "Recipe", "name": "%s", "recipeIngredient": ["1 egg"], "recipeInstructions": ["Mix."]}'
    related = '{"@type": "Recipe", "name": "Only a link"}'
    page = f'<html><script type="application/ld+json">[{one % "A"}, {one % "B"}, {related}]</script><p>Hello</p></html>'
    assert [draft.title for draft in read_recipes(page).recipes] == ["A", "B"]
