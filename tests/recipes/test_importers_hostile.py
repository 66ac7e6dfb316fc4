"""Whatever somebody uploads, a person reads a sentence, and nothing of it is more than plain text."""

import gzip
import json
from pathlib import Path

import pytest

from recipes.importers import Draft, Section, read_recipes
from recipes.importers import archive as archives
from tests.recipes.reading import archive

SCRIPT = "<script>alert(1)</script>"


def recipe(**more: object) -> str:
    whole = {"@type": "Recipe", "name": "Soup", "recipeIngredient": ["1 leek"], "recipeInstructions": ["Cook it."]}
    return json.dumps({**whole, **more})


def every_text(draft: Draft) -> list[str]:
    lines = [line for section in [*draft.ingredients, *draft.steps] for line in (section.name, *section.lines)]
    told = [value for value in vars(draft).values() if isinstance(value, str)]
    return [*lines, *told, *draft.tags, *draft.nutrients, *draft.nutrients.values()]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 5000,
        b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 500,
        b"\xff\xd8\xff\xe0 <html><h1>I am a page</h1>",
        b"GIF89a<script>alert(1)</script>",
        b"%PDF-1.7 1 egg",
        b"\0\0\0\x20ftypheic" + b"1 egg" * 100,
        b"PK\x03\x04 no archive",
        b"\x1f\x8b no archive",
        b"[" * 100_000,
        b'{"a":' * 200 + b"1" + b"}" * 200,
        b'{"@type": "Recipe", "name": ',
        b'{"@type": "Recipe", "recipeYield": ' + b"9" * 6000 + b"}",
        b"<" * 200_000,
        b"<div>" * 100_000,
        b"a b c\n" * 5_000_000,
        b'{"name": "' + b"x" * 50_000_000 + b'"}',
        gzip.compress(b" " * 100_000_000),
        b'<?xml version="1.0"?><!DOCTYPE mx2 [<!ENTITY a SYSTEM "file:///etc/passwd">]><mx2><RcpE name="&a;"/></mx2>',
        b'<!DOCTYPE krecipes [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><krecipes>&b;</krecipes>',
        b"title,ingredients\n" + b'"' + b"a" * 1_000_000,
    ],
    ids=range(21),
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes) -> None:
    reading = read_recipes(data, name="cake.html")
    assert not reading.recipes
    assert [failure.name for failure in reading.failures] == ["cake.html"]
    assert reading.failures[0].why.endswith(".")
    assert "passwd" not in reading.failures[0].why


def test_scripts_in_every_field_come_in_as_nothing() -> None:
    step = {"@type": "HowToStep", "name": SCRIPT, "text": f"{SCRIPT}Cook <b>it</b> <img src=x onerror=alert(1)>now."}
    page = recipe(
        name=f"{SCRIPT}Soup &lt;script&gt;alert(2)&lt;/script&gt;",
        description=f"{SCRIPT}<a href='javascript:alert(1)'>Good</a>",
        recipeIngredient=[f"{SCRIPT}1 leek", "2 &amp;lt;b&amp;gt;carrots", "<svg onload=a()>3</svg>", "<i src=x"],
        recipeInstructions=[{"@type": "HowToSection", "name": f"{SCRIPT}First", "itemListElement": [step]}],
        image="javascript:alert(1)", url="data:text/html,x", author={"name": SCRIPT}, keywords=f"{SCRIPT},winter",
        recipeYield=f"4{SCRIPT}", nutrition={"calories": f"{SCRIPT}1 kcal"}, recipeCuisine=[SCRIPT],
    )  # fmt: skip
    (draft,) = read_recipes(page).recipes
    assert draft.title == "Soup"
    assert draft.ingredients[0].lines[:2] == ["1 leek", "2 carrots"]
    assert draft.steps == [Section("First", ["Cook it now."])]
    assert (draft.image, draft.source_url, draft.author, draft.tags) == ("", "", "", ["winter"])
    for text in every_text(draft):
        assert not any(sign in text for sign in ("<s", "<i", "</", "alert", "javascript", "onerror"))


@pytest.mark.parametrize(
    "wrong",
    [None, 42, True, "", [], {}, [[]], [{}], {"a": {"b": [1]}}, [None, 3.5, {"name": {"x": 1}}], "\ud800\0\x07"],
)
@pytest.mark.parametrize(
    "field",
    [
        "name",
        "image",
        "author",
        "recipeYield",
        "prepTime",
        "keywords",
        "nutrition",
        "recipeIngredient",
        "recipeInstructions",
    ],
)
def test_fields_of_any_type_harm_nothing_else(field: str, wrong: object) -> None:
    reading = read_recipes(recipe(**{field: wrong}), name="soup.json")
    assert len(reading.recipes) + len(reading.failures) == 1
    for draft in reading.recipes:
        for text in every_text(draft):
            assert text.encode().decode() == text
            assert "\0" not in text


def test_what_is_endless_is_cut() -> None:
    page = recipe(
        name="very " * 1000,
        recipeIngredient=["1 egg " * 500] * 600,
        recipeInstructions=["Stir. " * 5000],
        keywords="a," * 900,
    )
    (draft,) = read_recipes(page).recipes
    assert len(draft.title) <= 200
    assert len(draft.ingredients[0].lines) == 500
    assert max(map(len, draft.ingredients[0].lines)) <= 500
    assert len(draft.steps[0].lines[0]) <= 5000


def test_invisible_marks_are_taken_out() -> None:
    (draft,) = read_recipes(recipe(name="So\u202eu\u200bp\ufeff\x07", recipeIngredient=["1\u00a0leek\u2028"])).recipes
    assert (draft.title, draft.ingredients) == ("Soup", [Section("", ["1 leek"])])


def test_steps_nested_without_end_are_left() -> None:
    inner: object = "Cook it."
    for _depth in range(150):
        inner = {"@type": "HowToSection", "itemListElement": [inner]}
    (draft,) = read_recipes(recipe(recipeInstructions=inner)).recipes
    assert draft.ingredients


def test_one_broken_recipe_in_an_archive_is_named_and_the_rest_comes_in() -> None:
    packed = archive(
        {
            "box/": b"",
            "box/soup/recipe.json": recipe(),
            "box/soup/full.jpg": b"\xff\xd8\xff",
            "box/broken.json": '{"@type": "Recipe", "name": ',
            "box/empty.json": json.dumps({"@type": "Recipe", "name": "Nothing"}),
            "../../etc/cake.json": recipe(name="Cake"),
            "__MACOSX/box/._recipe.json": b"\0\5\x16\7",
            "box/.DS_Store": b"\0\0\0\1Bud1",
        }
    )
    reading = read_recipes(packed, name="box.zip")
    assert [(draft.title, draft.source_file) for draft in reading.recipes] == [
        ("Soup", "box/soup/recipe.json"),
        ("Cake", "../../etc/cake.json"),
    ]
    assert [failure.name for failure in reading.failures] == ["box/broken.json", "Nothing"]
    assert not Path("/etc/cake.json").exists()


def test_archives_that_unpack_to_too_much_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = archive({"bomb.json": b" " * 60_000_000, "soup.json": recipe()})
    reading = read_recipes(bomb, name="bomb.zip")
    assert [draft.title for draft in reading.recipes] == ["Soup"]
    assert [failure.name for failure in reading.failures] == ["bomb.json"]
    monkeypatch.setattr(archives, "LARGEST", 100)
    assert read_recipes(bomb, name="bomb.zip").failures
    monkeypatch.setattr(archives, "MOST", 1)
    assert [failure.name for failure in read_recipes(bomb, name="bomb.zip").failures] == ["bomb.zip"]


def test_archives_in_archives_end_somewhere() -> None:
    packed: bytes = archive({"soup.json": recipe()})
    for _depth in range(6):
        packed = archive({"inner.zip": packed})
    reading = read_recipes(packed, name="matryoshka.zip")
    assert not reading.recipes
    assert reading.failures
