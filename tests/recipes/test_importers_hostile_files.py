"""Script in every field of every program's file comes in as nothing; what grows or nests without end is refused."""

import copy
import json
from decimal import Decimal
from typing import Any

import pytest

from recipes.importers import Draft, read_recipes
from recipes.importers.files.pictures import decoded
from recipes.importers.source import LARGEST_ARCHIVE
from tests.recipes import foreign, foreign_desktop, foreign_mobile
from tests.recipes.reading import archive
from tests.recipes.test_importers_hostile import every_text

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>&lt;script&gt;alert(3)&lt;/script&gt;"
SIGNS = ("<s", "<i", "</", "alert", "onerror", "javascript")
ROWS: dict[str, Any] = {
    "mealie": foreign.MEALIE,
    "mealie backup": foreign.BACKUP,
    "tandoor": foreign.TANDOOR,
    "paprika": foreign.PAPRIKA,
    "mela": foreign_mobile.MELA,
    "crouton": foreign_mobile.CROUTON,
    "recettetek": foreign_mobile.RECETTETEK,
    "recipesage": foreign_mobile.RECIPESAGE,
    "recipesage ld": foreign_mobile.RECIPESAGE_LD,
}
TEXTS = {
    "saffron": foreign_desktop.SAFFRON,
    "plan to eat": foreign_desktop.PLAN_TO_EAT,
    "markdown": foreign_desktop.MARKDOWN,
    "cooklang": foreign.COOKLANG,
    "mealmaster": foreign.MEALMASTER,
    "table": foreign.TABLE,
    "chowdown": foreign.CHOWDOWN,
}
WRONG: list[Any] = [None, True, -1, 1e308, "", [], {}, [None], [{}], [[]], {"name": {"x": 1}}, "\ud800\0\x07"]


def scripted(value: Any) -> Any:
    """The same with a script in front of every text that is no mark of the program's own."""
    if isinstance(value, dict):
        return {
            key: inner if key in {"id", "@type"} or key.endswith("_id") else scripted(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [scripted(inner) for inner in value]
    return SCRIPT + value if isinstance(value, str) else value


def told(draft: Draft) -> list[str]:
    comments = [text for one in draft.comments for text in (one.author, one.text)]
    pictures = [text for one in draft.pictures for text in (one.name, one.alt, one.url)]
    return [*every_text(draft), *comments, *pictures, *draft.collections, *draft.equipment]


@pytest.mark.parametrize("program", ROWS)
def test_script_in_every_field_of_data(program: str) -> None:
    reading = read_recipes(json.dumps(scripted(ROWS[program])))
    assert reading.recipes
    for text in (text for draft in reading.recipes for text in told(draft)):
        assert not any(sign in text for sign in SIGNS), text
    for extra in reading.extras:
        assert not any(sign in json.dumps(extra.values, default=str) for sign in SIGNS)


@pytest.mark.parametrize("program", TEXTS)
def test_script_in_every_line_of_text(program: str) -> None:
    lines = TEXTS[program].split("\n")
    reading = read_recipes("\n".join(f"{line}{SCRIPT}" if line.strip("-=* ") else line for line in lines))
    for text in (text for draft in reading.recipes for text in told(draft)):
        assert not any(sign in text for sign in SIGNS), text


@pytest.mark.parametrize("program", [name for name in ROWS if name != "mealie backup"])
def test_fields_of_any_type_harm_nothing_else(program: str) -> None:
    for field in ROWS[program]:
        for wrong in WRONG:
            row = {**copy.deepcopy(ROWS[program]), field: wrong}
            reading = read_recipes(json.dumps(row))
            assert not any("could not be read" in failure.why for failure in reading.failures), (field, wrong)
            for draft in reading.recipes:
                assert all(text.encode().decode() == text for text in told(draft))
                assert draft.rating is None or 0 < draft.rating <= Decimal(5)


@pytest.mark.parametrize("table", [*foreign.BACKUP, "users", "recipe_comments", "group_meal_plans", "shopping_lists"])
def test_broken_tables_of_a_backup_leave_the_others(table: str) -> None:
    broken: list[Any] = [None, "x", 7, {}, [None], [7], [{}], [{"recipe_id": []}], [{"id": {}, "name": []}]]
    for wrong in broken:
        reading = read_recipes(json.dumps({**foreign.BACKUP, table: wrong}))
        assert reading.recipes or reading.failures


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 3_000_001 + b"]" * 3_000_001,
        b"[" + b"{}," * 3_000_001 + b"{}]",
        b"[" + b"0," * 12_000_001 + b"0]",
        b'<?xml version="1.0"?><en-export>' + b" " * 21_000_000,
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><krecipes>' + b" " * 21_000_000 + b"</krecipes>",
    ],
    ids=["deep", "objects", "values", "endless", "large entities"],
)
def test_what_is_too_much_is_told_in_a_sentence(data: bytes) -> None:
    reading = read_recipes(data, name="bomb")
    assert not reading.recipes
    assert reading.failures[-1].why.endswith(".")


def test_a_large_file_of_xml_is_read_piece_by_piece() -> None:
    filler = f"<!--{'x' * 21_000_000}-->"
    reading = read_recipes(foreign.KRECIPES.replace("</krecipes>", f"{filler}</krecipes>").encode())
    assert [draft.title for draft in reading.recipes] == ["Pie"]


@pytest.mark.parametrize("letters", [None, 7, "", "no letters!", "data:image/svg+xml;base64,???", "A" * 41, "ä" * 80])
def test_letters_that_are_no_picture(letters: Any) -> None:
    assert decoded(letters) == b""


def test_pictures_are_found_in_archives_only() -> None:
    outside = {**foreign_mobile.RECETTETEK, "pictures": ["../../../etc/passwd", "/etc/passwd", "a.json", ""]}
    drawn = {**foreign_mobile.RECETTETEK, "pictures": "x.svg"}
    packed = archive({"a.json": json.dumps(outside), "b.json": json.dumps(drawn), "x.svg": b"<svg onload=alert(1)>"})
    assert [draft.pictures for draft in read_recipes(packed).recipes] == [[], []]


def test_an_archive_beyond_all_bounds_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST_ARCHIVE == 300_000_000
    monkeypatch.setattr("recipes.importers.reading.LARGEST_ARCHIVE", 100)
    assert [failure.why for failure in read_recipes(archive({"a.json": "{}"})).failures] == [
        "The archive is too large."
    ]
