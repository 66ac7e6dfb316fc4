"""Archives as people really bring them: open, nested, locked, misnamed, with pictures that nobody reads in vain."""

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import IO

import pytest

from recipes.importers import Draft, Failure, Original, iter_recipes, read_recipes
from recipes.importers import archive as archives
from recipes.importers import reading as readings
from recipes.importers.source import Source, UnreadableError
from tests.recipes.foreign_mobile import LETTERS, PIXELS
from tests.recipes.reading import archive
from tests.recipes.test_importers_hostile import recipe

LOCKED = 0x1


class Counted(io.BytesIO):
    """Knows how many bytes were asked of it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self.taken += len(found)
        return found


def test_a_file_may_be_handed_over_open_and_its_pictures_are_read_when_asked_for() -> None:
    noise = bytes((at * 7919) % 251 for at in range(300_000))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as file:
        file.writestr("soup/recipe.json", recipe())
        file.writestr("soup/full.jpg", noise)
    opened = Counted(stored.getvalue())
    (draft,) = read_recipes(opened).recipes
    assert opened.taken < len(noise)
    assert draft.pictures[0].read() == noise


def test_pictures_of_archives_in_archives_and_of_the_folder_alone() -> None:
    inner = archive({"recipe.json": recipe(), "full.jpg": PIXELS, "thumb.jpg": b"small"})
    outer = {
        "a.zip": inner,
        "b/recipe.json": recipe(name="Cake"),
        "c/recipe.json": recipe(name="Pie"),
        "c/1.png": b"pie",
    }
    soup, cake, pie = read_recipes(archive(outer)).recipes
    assert [picture.read() for picture in soup.pictures] == [PIXELS]
    assert not cake.pictures
    assert [picture.read() for picture in pie.pictures] == [b"pie"]


def test_pictures_that_are_named_are_found_by_path_then_by_a_name_that_is_theirs_alone() -> None:
    files = {
        "x/recipes/a.json": recipe(image="../images/a%20b.jpg"),
        "x/recipes/b.json": recipe(name="Cake", image="images/only.png"),
        "x/recipes/c.json": recipe(name="Pie", image="twice.png"),
        "x/recipes/images/only.png": b"only",
        "x/images/a b.jpg": b"named",
        "x/1/twice.png": b"1",
        "x/2/twice.png": b"2",
    }
    found = [[picture.read() for picture in draft.pictures] for draft in read_recipes(archive(files)).recipes]
    assert found == [[b"named"], [b"only"], []]


def test_pages_bring_the_pictures_that_lie_beside_them() -> None:
    page = """<html><body><div itemscope itemtype="http://schema.org/Recipe"><h1 itemprop="name">Soup</h1>
    <img itemprop="image" src="Images/soup.jpg"><img src="Images/logo.png">
    <p itemprop="recipeIngredient">1 leek</p><p itemprop="recipeInstructions">Cook it.</p></div></body></html>"""
    data = "data:image/png;base64," + LETTERS
    packed = {
        "a/Soup.html": page,
        "a/Images/soup.jpg": PIXELS,
        "a/Images/logo.png": b"logo",
        "b.json": recipe(image=data),
    }
    assert [[one.read() for one in draft.pictures] for draft in read_recipes(archive(packed)).recipes] == [[PIXELS]] * 2


def test_each_recipe_says_where_its_original_lies_and_is_found_there_again() -> None:
    listed = json.dumps([json.loads(recipe(name=name)) for name in ("Soup", "Cake")])
    packed = archive({"a.zip": archive({"list.json": listed}), "b.json": recipe(name="Pie"), "c.json": "{"})
    found = list(iter_recipes(packed))
    assert [one.original for one in found] == [
        Original("a.zip/list.json", 1),
        Original("a.zip/list.json", 2),
        Original("b.json", 1),
        Original("c.json", 1),
    ]
    again = list(iter_recipes(packed, only="a.zip/list.json"))
    assert [one.title for one in again if isinstance(one, Draft)] == ["Soup", "Cake"]


def test_recipes_come_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    judged = readings.judged

    def noted(draft: Draft, source: Source) -> Draft | Failure:
        read.append(draft.title)
        return judged(draft, source)

    monkeypatch.setattr(readings, "judged", noted)
    found = iter_recipes(archive({f"{name}.json": recipe(name=name) for name in ("a", "b", "c")}))
    next(found)
    assert read == ["a"]
    monkeypatch.setattr(readings, "MOST", 1)
    assert len(read_recipes(archive({f"{name}.json": recipe(name=name) for name in ("a", "b")})).recipes) == 1


def test_names_in_other_letters() -> None:
    packed = bytearray(
        archive({"K\u00fcche/S\u00fcppchen.json": recipe(image="S\u00fcppchen.jpg"), "S\u00fcppchen.jpg": PIXELS})
    )
    # As systems write them that do not say that these letters are UTF-8.
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.find(sign)
        while at >= 0:
            packed[at + place : at + place + 2] = struct.pack("<H", 0)
            at = packed.find(sign, at + 4)
    (draft,) = read_recipes(bytes(packed)).recipes
    assert draft.source_file == "K\u00fcche/S\u00fcppchen.json"
    assert draft.pictures[0].read() == PIXELS


def locked(packed: bytes, names: tuple[bytes, ...]) -> bytes:
    """The same archive, these files of it said to be locked."""
    found = bytearray(packed)
    for sign, flags, name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = found.find(sign)
        while at >= 0:
            if found[at + name :].startswith(names):
                found[at + flags] |= LOCKED
            at = found.find(sign, at + 4)
    return bytes(found)


def test_locked_archives_are_said_to_be_locked() -> None:
    packed = archive({"a.json": recipe(), "b.json": recipe(name="Cake")})
    whole = read_recipes(locked(packed, (b"a", b"b")), name="mine.zip")
    assert [(failure.name, "password" in failure.why) for failure in whole.failures] == [("mine.zip", True)]
    half = read_recipes(locked(packed, (b"a",)))
    assert [draft.title for draft in half.recipes] == ["Cake"]
    assert [(failure.name, "password" in failure.why) for failure in half.failures] == [("a.json", True)]


def test_a_broken_picture_is_told_when_it_is_read(tmp_path: Path) -> None:
    packed = archive({"recipe.json": recipe(), "full.jpg": PIXELS * 50})
    at = packed.find(b"full.jpg") + 20
    spoiled = packed[:at] + bytes(20) + packed[at + 20 :]
    (draft,) = read_recipes(spoiled).recipes
    with pytest.raises(UnreadableError, match="broken"):
        draft.pictures[0].read()


def test_lists_of_contents_without_end_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = archive({f"{at}.json": "{}" for at in range(50)})
    monkeypatch.setattr(archives, "LARGEST_CONTENTS", 1000)

    def opened(file: IO[bytes]) -> None:
        raise AssertionError(file)

    monkeypatch.setattr(zipfile, "ZipFile", opened)
    assert [failure.why for failure in read_recipes(packed).failures] == ["There are too many files in the archive."]
