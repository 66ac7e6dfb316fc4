"""A file that has grown past its budget is two files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.project import ROOT, app_modules, at, files, obey, python_files, text_of

FUNCTION, VIEW = 30, 15


def budgets() -> dict[str, tuple[list[Path], int]]:
    models = [path for path in app_modules() if "models" in path.parts or path.name == "models.py"]
    return {
        "Python module": (python_files(), 250),
        "model file": (models, 150),
        "settings": ([ROOT / "kitchen/settings.py"], 250),
        "consumer": ([path for path in app_modules() if path.stem.startswith("consumer")], 60),
        "template": (files(".html", ".txt", under="templates"), 80),
        "CSS file": (files(".css", under="static"), 200),
        "JS module": (files(".js", under="static"), 120),
        "README": ([ROOT / "README.md"], 120),
    }


@pytest.mark.parametrize("kind", budgets())
def test_files_stay_small(kind: str) -> None:
    paths, budget = budgets()[kind]
    obey(
        f"{at(path, budget)}: a {kind} has at most {budget} lines, this one has {length}. Split it by noun."
        for path in paths
        if (length := len(text_of(path).splitlines())) > budget
    )


def functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Every function with the length of its body in lines, without decorators, signature and docstring."""
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            yield node, (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_stay_small() -> None:
    obey(
        f"{at(path, node.lineno)}: a function has at most {budget} lines, {node.name} has {length}."
        for path in python_files()
        for budget in (VIEW if path.parent.name == "views" else FUNCTION,)
        for node, length in functions(path)
        if length > budget
    )
