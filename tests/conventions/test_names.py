"""One name in four places: the URL, the view, the folder of its templates, its test. STYLE.md has the exact rule."""

import ast
import re

import pytest

from tests.conventions.doors import HOMES, Door, our_doors
from tests.conventions.project import ROOT, files, obey, python_files, text_of

BARE = ("show", "index")
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}
each_door = pytest.mark.parametrize("door", our_doors(), ids=lambda door: door.name)


def test_no_drawers() -> None:
    obey(
        f"{path.relative_to(ROOT)}: a module says what is in it; {path.stem} says nothing."
        for path in python_files()
        if DRAWERS & {path.stem, path.parent.name}
    )


def view_faults(door: Door) -> list[str]:
    function = door.function.__name__
    in_own_module = str(door.module) == f"{HOMES[door.app][0]}/{door.noun}.py"
    if door.verb:
        fits = in_own_module and function == door.verb
        wanted = f"{HOMES[door.app][0]}/{door.noun}.py::{door.verb}"
    else:
        fits = (in_own_module and function in BARE) or function == door.noun
        wanted = f"{HOMES[door.app][0]}/{door.noun}.py::show (or index)"
    return [] if fits else [f"The URL {door.name} is drawn by {door.module}::{function}; it belongs in {wanted}."]


@each_door
def test_the_view_has_the_name_of_its_url(door: Door) -> None:
    obey(view_faults(door))


def templates_named_in(door: Door) -> list[tuple[int, str]]:
    """Line and name of every template that the view's module names."""
    return [
        (node.lineno, node.value)
        for node in ast.walk(ast.parse(text_of(ROOT / door.module)))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[\w./-]+\.html", node.value)
    ]


@each_door
def test_templates_lie_in_the_folder_of_the_noun(door: Door) -> None:
    app = HOMES[door.app][1]
    noun = door.module.stem
    folder = f"{app}/{noun}/" if app else ""
    obey(
        f"{door.module}:{line}: the template {name} belongs in templates/{folder}, with the noun's other templates."
        for line, name in templates_named_in(door)
        if app and not name.startswith(folder) and not (ROOT / "templates" / name).name.startswith("_")
    )


@each_door
def test_the_templates_exist(door: Door) -> None:
    obey(
        f"{door.module}:{line}: there is no templates/{name}."
        for line, name in templates_named_in(door)
        if not (ROOT / "templates" / name).is_file()
    )


@each_door
def test_the_url_has_its_test(door: Door) -> None:
    """`tests/<app>/test_<noun>_<verb>.py`, or a `test_<noun>….py` there that names the URL."""
    noun = door.module.stem
    own = f"test_{noun}_{door.verb}.py"
    for path in files(".py", under=f"tests/{door.app}"):
        if path.name == own or (path.stem.startswith(f"test_{noun}") and door.name in text_of(path)):
            return
    wanted = own if door.verb else f"test_{noun}.py"
    obey([f"The URL {door.name} has no test: write tests/{door.app}/{wanted}, or name the URL in a file beside it."])
