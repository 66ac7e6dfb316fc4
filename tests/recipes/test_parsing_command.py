"""`manage.py parse_ingredients` says what lines mean."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from kitchen.errors import DomainError


def said(*arguments: str) -> list[str]:
    out = io.StringIO()
    call_command("parse_ingredients", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_json_is_one_object_a_line(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("1 1/3 cups oat milk\n\n2-3 Äpfel, geschält (optional)\nFor the top:\n", encoding="utf-8")
    found = [json.loads(line) for line in said(str(file), "--json")]
    assert found[0] == {
        "text": "1 1/3 cups oat milk",
        "quantity": 1.3333,
        "quantity_max": None,
        "unit": "cup",
        "name": "oat milk",
        "note": "",
        "optional": False,
        "food": "oat milk",
        "confidence": 1.0,
        "section": False,
    }
    assert (found[1]["quantity"], found[1]["quantity_max"], found[1]["name"], found[1]["optional"]) == (
        2,
        3,
        "Äpfel",
        True,
    )
    assert found[2]["section"]
    assert found[2]["food"] is None


def test_lines_come_from_the_keyboard_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("200 g spelt, cooked\n"))
    assert said("-") == ["200 g | spelt | cooked"]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="cannot be read"):
        said(str(tmp_path / "none.txt"))
