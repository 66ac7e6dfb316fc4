"""Real photos of codes, which the project does not ship: the folder that KITCHEN_SAMPLES names."""

import os
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from pantry.barcodes.decode import decode

SAMPLES = Path(os.environ.get("KITCHEN_SAMPLES", "/nonexistent")) / "barcodes"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="KITCHEN_SAMPLES names no folder with photos of barcodes, so there is nothing to read"
)


def photos(*, with_code: bool) -> list[Path]:
    found = [path for path in sorted(SAMPLES.glob("*/*")) if path.suffix in {".png", ".webp", ".jpg"}]
    return [path for path in found if path.with_suffix(".txt").exists() == with_code]


def test_every_code_that_the_library_can_read_is_read_right() -> None:
    for path in photos(with_code=True):
        right = path.with_suffix(".txt").read_text().strip()
        found = [code.text for code in decode(path.read_bytes())]
        readable = any(one.text == right for one in zxingcpp.read_barcodes(Image.open(path).convert("L")))
        assert set(found) <= {right}, path
        assert found or not readable, path


def test_no_code_is_seen_where_there_is_none() -> None:
    for path in photos(with_code=False):
        if path.parent.name.startswith("falsepositives"):
            assert decode(path.read_bytes()) == [], path
