"""What goes out comes back: our zip as it was, the languages of others with what they can say."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.errors import DomainError
from recipes.content import RecipeContent, checked, gathered
from recipes.draft_content import content_of_draft
from recipes.exporters import PictureOut, RecipeOut, archive, cooklang, jsonld, markdown
from recipes.importers import Section, read_recipes
from recipes.parsing import parse_line
from tests.recipes.foreign_mobile import PIXELS
from tests.recipes.outgoing import WHOLE

# Everything that people type; markup and entities are taken out of whatever comes in.
LETTERS = st.characters(
    codec="utf-8", categories=["L", "N", "P", "Sm", "Sc"], include_characters=" ", exclude_characters="<&"
)


def text(most: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, max_size=most).map(lambda told: normalize("NFC", told))


def sections(most: int) -> st.SearchStrategy[list[Section]]:
    return st.lists(st.builds(Section, text(30), st.lists(text(most), max_size=4)), max_size=3)


CONTENTS = st.builds(
    RecipeContent,
    name=text(60).filter(str.strip),
    ingredients=sections(60),
    steps=sections(200),
    servings=st.none() | st.decimals(min_value="0.01", max_value=999, places=2),
    servings_of=text(20),
    yields=text(40),
    prep_minutes=st.none() | st.integers(1, 5000),
    cook_minutes=st.none() | st.integers(1, 5000),
    rest_minutes=st.none() | st.integers(1, 5000),
    difficulty=st.none() | st.integers(1, 5),
    description=text(200),
    cuisine=text(30),
    category=text(30),
    tags=st.lists(text(20), max_size=5, unique_by=str.casefold),
    equipment=st.lists(text(30), max_size=5, unique_by=str.casefold),
    notes=text(200),
    author=text(40),
    label=st.dictionaries(text(20).filter(str.strip), text(20).filter(str.strip), max_size=4),
)


def kept_of(content: RecipeContent) -> RecipeContent | None:
    """As its rows tell it, or nothing where it is refused."""
    try:
        whole = checked(content)
    except DomainError:
        return None
    ingredients, steps = (
        gathered((one.name, line) for one in part for line in one.lines) for part in (whole.ingredients, whole.steps)
    )
    return replace(whole, ingredients=ingredients, steps=steps)


@settings(max_examples=40, deadline=None)
@given(CONTENTS)
def test_our_zip_comes_back_as_it_was(content: RecipeContent) -> None:
    kept = kept_of(content)
    if kept is None or not (kept.ingredients or kept.steps):
        return
    packed = b"".join(
        archive.zip_of([replace(WHOLE, content=kept, pictures=[PictureOut(lambda: PIXELS, "image/png")])])
    )
    (draft,) = read_recipes(packed).recipes
    again = checked(content_of_draft(draft))
    assert again == kept
    assert [picture.read() for picture in draft.pictures] == [PIXELS]


def test_everything_that_belongs_to_it_comes_back() -> None:
    (draft,) = read_recipes(b"".join(archive.zip_of([WHOLE]))).recipes
    assert checked(content_of_draft(draft)) == checked(WHOLE.content)
    assert (draft.rating, draft.favourite, draft.created) == (WHOLE.stars, True, WHOLE.created)
    assert draft.collections == WHOLE.collections
    assert [(one.author, one.text, one.day) for one in draft.comments] == [
        ("Grandmother", "More cheese.", WHOLE.comments[0].day)
    ]
    assert [(one.day, one.servings, one.note) for one in draft.cooked] == [
        (one.day, one.servings, one.note) for one in WHOLE.cooked
    ]
    assert [picture.alt for picture in draft.pictures] == ["A bowl"]


def test_a_newer_kitchen_is_told() -> None:
    told = {**archive.told(replace(WHOLE, pictures=[]), []), "kitchen_recipe": 2}
    assert ["newer Kitchen" in failure.why for failure in read_recipes(json.dumps(told)).failures] == [True]


@pytest.mark.parametrize("wrong", [None, 7, [], {}, "x", [None], [{"lines": 3}], True, -1, "9" * 400, "NaN", "1e999"])
def test_our_own_format_is_a_strangers_too(wrong: Any) -> None:
    told = archive.told(replace(WHOLE, pictures=[]), [])
    for name in told:
        read_recipes(json.dumps({**told, name: wrong}))
    for name in told["content"]:
        reading = read_recipes(json.dumps({**told, "content": {**told["content"], name: wrong}}))
        assert len(reading.recipes) + len(reading.failures) == 1


def test_cooklang_marks_what_the_steps_name() -> None:
    written = cooklang.text_of(WHOLE)
    assert "Knead the @flour{500%g}(sifted) with the @eggs{2-3}." in written
    assert "@salt{1%pinch}" in written
    assert "Fry the @garlic{2%clove}(crushed) for 2 minutes." in written
    assert "Rest # 1 for ~ 5 minutes – @ home." in written
    (draft,) = read_recipes(written).recipes
    assert (draft.title, draft.author, draft.tags) == (WHOLE.content.name, "Ada", ["cheese", "slow"])
    assert [len(section.lines) for section in draft.steps] == [2, 2]


def test_cooklang_says_what_may_be_left_out() -> None:
    lines = ["1 carrot, sliced (optional)", "2 eggs"]
    (draft,) = read_recipes(cooklang.text_of(RecipeOut(RecipeContent("Soup", [Section("", lines)])))).recipes
    read = [parse_line(line) for section in draft.ingredients for line in section.lines]
    assert [(one.name, one.note, one.optional) for one in read] == [("carrot", "sliced", True), ("eggs", "", False)]


def test_markdown_says_the_same_when_it_is_read() -> None:
    (draft,) = read_recipes(markdown.text_of(WHOLE)).recipes
    assert draft.ingredients == WHOLE.content.ingredients
    assert draft.steps == WHOLE.content.steps
    assert (draft.description, draft.notes) == (WHOLE.content.description, WHOLE.content.notes)
    assert (draft.prep_minutes, draft.rest_minutes, draft.equipment) == (20, 1500, ["large pot"])
    assert (draft.servings, draft.servings_of) == (Decimal("12.5"), "dumplings")


@pytest.mark.parametrize(
    ("minutes", "told"), [(None, ""), (0, ""), (45, "PT45M"), (90, "PT1H30M"), (1440, "P1D"), (1610, "P1DT2H50M")]
)
def test_durations(minutes: int | None, told: str) -> None:
    assert jsonld.duration(minutes) == told


def test_linked_data_has_sections_stars_and_nothing_empty() -> None:
    node = jsonld.node_of(replace(WHOLE, average=Decimal("4.50"), reviews=2, url="https://kitchen.example/r/x"))
    assert [step["@type"] for step in node["recipeInstructions"]] == ["HowToStep", "HowToStep", "HowToSection"]
    assert node["aggregateRating"]["ratingValue"] == "4.5"
    assert node["recipeYield"] == "12.5 dumplings"
    assert node["nutrition"] == {"@type": "NutritionInformation", "calories": "300 kcal"}
    assert jsonld.node_of(RecipeOut(RecipeContent("Water"))) == {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": "Water",
    }
