"""`manage.py import_recipes` without a household shows what would come in, and keeps nothing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PAGES = Path(__file__).parent / "pages"


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("import_recipes", *arguments, stdout=out)
    return out.getvalue()


def test_lines_of_json(tmp_path: Path) -> None:
    wrong = tmp_path / "picture.html"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n")
    found = [json.loads(line) for line in printed(str(PAGES / "microdata.html"), str(wrong), "--json").splitlines()]
    assert found[0]["source_file"].endswith("microdata.html")
    assert (found[0]["title"], found[0]["yields"], found[0]["total_time"]) == ("Red lentils", "3 portions", 35)
    assert found[0]["ingredients"] == ["200 g red lentils", "1 onion"]
    assert found[0]["instructions"] == ["Rinse.", "Cook for 20 minutes.", "Fry the onion."]
    assert found[0]["nutrients"] == {"calories": "280 kcal"}
    assert (found[1]["source_file"], found[1]["error"][-1]) == (str(wrong), ".")


def test_a_folder_for_people() -> None:
    told = printed(str(PAGES), "--wild")
    assert "Grandma's waffles" in told
    assert "    Batter:\n    - 250 g flour" in told


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(CommandError):
        printed("/no/such/file.html")
