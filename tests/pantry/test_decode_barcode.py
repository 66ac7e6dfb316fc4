import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.pantry.drawn_codes import bomb, drawn, photo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "oats.jpg").write_bytes(photo(drawn("4006381333931"), kind="JPEG"))
    (tmp_path / "cheese.png").write_bytes(photo(drawn("2212345001996"), drawn("https://example.com/", "QRCode")))
    (tmp_path / "wall.png").write_bytes(photo(drawn("ABC", "Code39")))
    (tmp_path / "words.jpg").write_text("milk")
    (tmp_path / "bomb.png").write_bytes(bomb())
    with (tmp_path / "huge.jpg").open("wb") as huge:
        huge.truncate(100_000_000)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str]]:
    status = 0
    try:
        call_command("decode_barcode", *map(str, words))
    except SystemExit as leaving:
        status = int(str(leaving.code))
    return status, capsys.readouterr().out.splitlines()


def test_each_picture_is_an_object_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = run(capsys, folder / "oats.jpg", folder / "cheese.png", folder / "wall.png", "--json")
    oats, cheese, wall = map(json.loads, lines)
    assert status == 0
    assert oats == {
        "file": str(folder / "oats.jpg"),
        "codes": ["4006381333931"],
        "read": [{"code": "4006381333931", "gtin": "04006381333931", "kind": "product"}],
    }
    assert cheese["read"][0]["in_store"] == {"item": "02212345000005", "value": "00199"}
    assert cheese["links"] == ["https://example.com/"]
    assert wall["codes"] == []


def test_bad_files_are_named_and_the_rest_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = [folder / name for name in ("words.jpg", "bomb.png", "huge.jpg", "missing.jpg")]
    status, lines = run(capsys, *bad, folder, folder / "oats.jpg", "--json")
    told = [json.loads(line) for line in lines]
    assert status == 1
    assert [bool(one.get("error")) for one in told] == [True] * 5 + [False]
    assert [one["file"] for one in told[:4]] == list(map(str, bad))
    assert told[-1]["codes"] == ["4006381333931"]


def test_people_read_it_as_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, lines = run(capsys, folder / "oats.jpg", folder / "wall.png", folder / "words.jpg")
    assert lines[0].endswith("oats.jpg: 4006381333931")
    assert lines[1].endswith("wall.png: no barcode")
    assert "is no picture" in lines[2]
