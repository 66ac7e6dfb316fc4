"""How many recipes and ingredient lines are in an export, counted in the raw file without any reader of ours."""

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Count = tuple[int, int]
# Pictures inside, as unzip and the eye count them: of each recipe the ones that are not smaller copies.
PICTURES = {
    "chowdown.zip": 2,
    "copymethat.zip": 3,
    "mealie.zip": 3,
    "mycookbook.mcb": 1,
    "nextcloud.zip": 2,
    "paprika.zip": 5,
    "sample.kreml": 1,
    "tandoor.zip": 1,
    "test_set.grmt": 1,
}
# Counted by hand: text in columns needs a reader.
BY_HAND = {"mealmaster.mmf": (5, 34), "mealmaster_2_col.mmf": (1, 14)}


def counted(export: Path) -> Count:
    if export.name in BY_HAND:
        return BY_HAND[export.name]
    whole = next(count for name, count in COUNTS.items() if re.search(name, export.name))
    return whole(export)


def members(export: Path, ending: str) -> Iterator[bytes]:
    with zipfile.ZipFile(export) as file:
        for name in file.namelist():
            if name.endswith(ending) and "__MACOSX" not in name:
                yield file.read(name)


def summed(lines: Iterator[int]) -> Count:
    each = list(lines)
    return len(each), sum(each)


def said(lines: list[str]) -> int:
    """Lines that are no names of parts: those end with a colon, or begin with a comma."""
    return sum(bool(line.strip()) and not line.rstrip().endswith(":") and line[:1] != "," for line in lines)


def cooklang(export: Path) -> Count:
    bare = re.sub(r"\[-.*?-\]|--.*|^>>.*", "", export.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return 1, len(re.findall(r"@\S", bare))


def mastercook(export: Path) -> Count:
    text = export.read_text(encoding="latin-1")
    items = re.findall(r'<IngR\s[^>]*?name="([^"]*)"', text)
    return len(re.findall(r"<RcpE\b", text)), sum(not re.match(r"=|For \w+:$", item) for item in items)


def chowdown(export: Path) -> Count:
    heads = (re.search(r"ingredients:\s*\n(.*?)\n\s*\n", one.decode(), re.DOTALL) for one in members(export, ".md"))
    return summed(len(re.findall(r"^\s*- ", head[1], re.MULTILINE)) for head in heads if head)


def copymethat(export: Path) -> Count:
    (page,) = members(export, "recipes.html")
    return len(re.findall(rb'class ?= ?"recipe"', page)), len(re.findall(rb'<li class ?= ?"recipeIngredient"', page))


def backup(export: Path) -> Count:
    (text,) = members(export, "database.json")
    tables: dict[str, list[Any]] = json.loads(text)
    return len(tables["recipes"]), len(tables["recipes_ingredients"])


def objects(
    ending: str, lines: Callable[[Any], int], unpack: Callable[[bytes], bytes] = bytes
) -> Callable[[Path], Count]:
    return lambda export: summed(lines(json.loads(unpack(one))) for one in members(export, ending))


def my_cookbook(export: Path) -> Count:
    (text,) = members(export, ".xml")
    return summed(
        len(re.findall(rb"<li>[^<]", part)) for part in re.findall(rb"<ingredient>(.*?)</ingredient>", text, re.DOTALL)
    )


def table(text: str, column: str) -> Count:
    return summed(said(row[column].split("\n")) for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def elements(recipe: str, item: str) -> Callable[[Path], Count]:
    def whole(export: Path) -> Count:
        text = export.read_text(encoding="utf-8")
        return len(re.findall(recipe, text)), len(re.findall(item, text))

    return whole


def tandoor(export: Path) -> Count:
    (inner,) = members(export, ".zip")
    with zipfile.ZipFile(io.BytesIO(inner)) as file:
        steps = json.loads(file.read("recipe.json"))["steps"]
    return 1, sum(not row["is_header"] for step in steps for row in step["ingredients"])


COUNTS: dict[str, Callable[[Path], Count]] = {
    r"\.cook$": cooklang,
    r"\.mx2$": mastercook,
    "^chowdown": chowdown,
    "^copymethat": copymethat,
    "^mealie-backup": backup,
    "^mealie": objects(".json", lambda recipe: len(recipe["recipe_ingredient"])),
    "^mycookbook": my_cookbook,
    "^myrecipebox": lambda export: table(export.read_text(encoding="utf-8"), "ingredients"),
    "^nextcloud": objects(".json", lambda recipe: len(recipe["recipeIngredient"])),
    "^paprika": objects("paprikarecipe", lambda recipe: said(recipe["ingredients"].split("\n")), gzip.decompress),
    "^plantoeat": lambda export: table(next(members(export, ".csv")).decode(), "Ingredients"),
    r"\.kreml$": elements("<krecipes-recipe>", "<ingredient[ >]"),
    "^tandoor": tandoor,
    r"\.grmt$": elements("<recipe ", "<ingredient[ >]|<ingref "),
}
