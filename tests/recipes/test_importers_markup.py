"""Recipes in the older dialects of mark-up, and in pages that keep amounts and names apart."""

import json

import pytest

from recipes.importers import Draft, Section, read_recipes

RDFA = """<html><body><article vocab="http://schema.org/" typeof="Recipe"><h1 property="name">Soup</h1>
<span property="author" typeof="Person"><b property="name">Ada</b></span><span property="recipeYield">4</span>
<li property="recipeIngredient">1 leek</li><li property="recipeIngredient">2 carrots</li>
<div property="recipeInstructions"><p>Boil.</p><p>Stir.</p></div></article></body></html>"""
VOCABULARY = """<html><body><div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Recipe">
<h2 property="v:name">Soup</h2><ul rel="v:ingredient"><li property="v:ingredient">1 leek</li>
<li property="v:ingredient">2 carrots</li></ul><div property="v:instructions">
<p>Boil.</p><p>Stir.</p></div></div></body></html>"""
OLD = """<html><body><div class="post hrecipe"><h2 class="fn">Soup</h2><p>by <span class="author vcard">
<span class="fn">Ada</span></span></p><span class="yield">4 bowls</span><ul class="ingredients">
<li class="ingredient"><span class="amount">1</span> <span class="name">leek</span></li>
<li class="ingredient">2 carrots</li></ul><ol class="instructions"><li>Boil.</li><li>Stir.</li></ol></div></html>"""
NEW = """<html><body><article class="h-recipe"><h1 class="p-name">Soup</h1><ul><li class="p-ingredient">1 leek</li>
<li class="p-ingredient">2 carrots</li></ul><div class="e-instructions"><p>Boil.</p><p>Stir.</p></div>
<time class="dt-duration" datetime="PT40M">40</time></article></body></html>"""
REFERRED = """<html><body><div itemscope itemtype="http://schema.org/Recipe" itemref="rest">
<h1 itemprop="name">Soup</h1>
</div><div id="rest"><div><p itemprop="ingredients">1 leek</p><p itemprop="ingredients">2 carrots</p></div>
<ol itemprop="recipeInstructions"><li>Boil.</li><li>Stir.</li></ol></div></body></html>"""


def read(page: str) -> Draft:
    reading = read_recipes(page, url="https://spoon.example/soup", wild=True)
    assert not reading.failures
    (draft,) = reading.recipes
    return draft


@pytest.mark.parametrize("page", [RDFA, VOCABULARY, OLD, NEW, REFERRED], ids=["rdfa", "v", "hrecipe", "h", "itemref"])
def test_dialects(page: str) -> None:
    draft = read(page)
    assert draft.title == "Soup"
    assert draft.ingredients == [Section("", ["1 leek", "2 carrots"])]
    assert draft.steps == [Section("", ["Boil.", "Stir."])]


def test_classes_that_make_no_whole_recipe_mean_nothing() -> None:
    theme = OLD.replace('<ul class="ingredients">', "<h1>Stew</h1><h3>Ingredients</h3><ul>").replace(
        "ingredient", "item"
    )
    draft = read(theme.replace("<ol", "<h3>Method</h3><ol"))
    assert (draft.title, draft.author) == ("Stew", "")


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("1 leek\n2 carrots", ["1 leek", "2 carrots"]),
        (["", "1 leek"], ["1 leek"]),
        ([["1 leek"], ["2 carrots"]], ["1 leek", "2 carrots"]),
        ([{"@type": "PropertyValue", "value": "2", "unitText": "cups", "name": "flour"}], ["2 cups flour"]),
        ([{"@type": "PropertyValue", "amount": {"value": 200, "unitText": "g"}, "name": "rice"}], ["200 g rice"]),
        ({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"name": "1 leek"}}]}, ["1 leek"]),
        ([{"@type": "HowToSupply", "name": "1 leek"}, "2 carrots"], ["1 leek", "2 carrots"]),
    ],
)
def test_ingredients_of_every_shape(told: object, lines: list[str]) -> None:
    node = {"@type": ["Recipe", "Thing"], "name": "Soup", "recipeIngredient": told, "recipeInstructions": "Boil."}
    assert read(f'<script type="application/ld+json">{json.dumps(node)}</script>').ingredients == [Section("", lines)]


def test_an_empty_property_gives_way_to_the_older_one() -> None:
    node = {"@type": "Recipe", "name": "Soup", "recipeIngredient": [""], "ingredients": ["1 leek"], "step": ["Boil."]}
    draft = read(f'<script type="application/ld+json">{json.dumps({"@graph": [node]})}</script>')
    assert (draft.ingredients, draft.steps) == ([Section("", ["1 leek"])], [Section("", ["Boil."])])


METHOD = "<h3>Method</h3><ol><li>Mix.</li><li>Bake.</li></ol>"
COLUMNS = "<div><span>{}</span></div><div><span>{}</span></div>"
PAIRS = [("185 g", "flour"), ("2", "eggs"), ("1 tbsp", "honey"), ("½ tsp", "salt")]


@pytest.mark.parametrize("swapped", [False, True])
def test_amounts_and_names_in_columns_of_their_own(swapped: bool) -> None:
    rows = "".join(COLUMNS.format(*(reversed(pair) if swapped else pair)) for pair in PAIRS)
    page = f"<html><h1>Cake</h1><h2>Ingredients</h2>{rows}<h2>Method</h2><p>Mix it well, and bake it.</p></html>"
    assert read(page).ingredients == [Section("", [f"{amount} {name}" for amount, name in PAIRS])]


def test_lists_written_in_headings_and_parts_that_only_looks_hold_apart() -> None:
    items = "".join(f"<li><h3><b>{amount}</b><i>{name}</i></h3></li>" for amount, name in PAIRS)
    page = f"<html><h1>Cake</h1><h3>Ingredients</h3><ul>{items}</ul>{METHOD}</html>"
    draft = read(page)
    assert draft.ingredients == [Section("", [f"{amount} {name}" for amount, name in PAIRS])]
    assert draft.steps == [Section("", ["Mix.", "Bake."])]


def test_counted_steps_in_one_text_come_apart() -> None:
    node = {
        "@type": "Recipe",
        "name": "Soup",
        "recipeIngredient": ["1 leek"],
        "recipeInstructions": "1. Boil 2 l of water. 2. Add the leek. 3. Eat it.",
    }
    draft = read(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert draft.steps == [Section("", ["Boil 2 l of water.", "Add the leek.", "Eat it."])]
