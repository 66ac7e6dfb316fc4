import io

import pytest
from PIL import Image, ImageDraw, ImageOps

from pantry.barcodes import Code, Link, PictureError
from pantry.barcodes.decode import decode
from pantry.barcodes.pictures import MOST_BYTES, open_picture
from tests.pantry.drawn_codes import bomb, drawn, photo, saved

CODE = "4006381333931"


def codes(data: bytes) -> list[str]:
    return [one.text for one in decode(data)]


@pytest.mark.parametrize(
    ("text", "form", "gtin"),
    [
        ("4006381333931", "EAN13", "04006381333931"),
        ("036000291452", "UPCA", "00036000291452"),
        ("96385074", "EAN8", "00000096385074"),
        ("04252614", "UPCE", "00042100005264"),
        ("10012345000017", "ITF14", "10012345000017"),
        ("0950110153000", "DataBarOmni", "09501101530003"),
        ("(01)09501101530003(15)261231", "DataBarExp", "09501101530003"),
        ("(01)09501101530003(17)261231", "DataMatrix", "09501101530003"),
        ("https://id.gs1.org/01/09501101530003?17=261231", "QRCode", "09501101530003"),
    ],
)
def test_all_kinds_of_codes_on_packages_are_read(text: str, form: str, gtin: str) -> None:
    (code,) = decode(photo(drawn(text, form)))
    assert isinstance(code, Code)
    assert code.gtin == gtin
    assert (code.expires is not None) == ("26" in text and "12" in text and len(text) > 20)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "HEIF"])
def test_photos_of_all_kinds_are_opened_by_what_they_are(kind: str) -> None:
    assert codes(photo(drawn(CODE), kind=kind)) == [CODE]


def test_several_codes_in_one_photo_are_each_told_once() -> None:
    found = codes(photo(drawn(CODE), drawn("96385074", "EAN8"), drawn(CODE)))
    assert sorted(found) == sorted([CODE, "96385074"])


def test_photos_held_askew_lying_dark_or_pale_are_read() -> None:
    code = drawn(CODE, scale=4)
    askew = code.rotate(40, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    for seen in (askew, code.rotate(90, expand=True), ImageOps.invert(code), code.point(lambda v: v // 6 + 100)):
        assert codes(saved(seen)) == [CODE]


def test_bars_on_nothing_are_bars_on_white() -> None:
    bars = drawn(CODE)
    clear = Image.new("RGBA", bars.size, (0, 0, 0, 0))
    clear.putalpha(ImageOps.invert(bars))
    assert codes(saved(clear)) == [CODE]


def test_our_own_labels_are_links_and_other_bars_are_nothing() -> None:
    assert decode(photo(drawn("http://kitchen.example/h/abc/", "QRCode"))) == [Link("http://kitchen.example/h/abc/")]
    for text, form in (("ABC-123", "Code128"), ("HELLO", "Code39"), ("123456", "ITF")):
        assert decode(photo(drawn(text, form))) == []


def test_a_picture_without_a_code_has_none() -> None:
    picture = Image.new("L", (600, 400), 255)
    pen = ImageDraw.Draw(picture)
    for at in range(20, 580, 9):
        pen.rectangle((at, 50, at + at % 5 + 1, 350), fill=0)
    assert decode(saved(picture)) == []


def test_large_photos_are_searched_in_a_size_that_is_quick() -> None:
    large = open_picture(saved(Image.new("L", (6000, 4000), 200), "JPEG"))
    assert max(large.size) <= 3000
    sheet = Image.new("L", (6000, 4000), 200)
    sheet.paste(drawn(CODE, scale=12), (500, 500))
    assert codes(saved(sheet, "JPEG")) == [CODE]


def cut_off() -> bytes:
    whole = photo(drawn(CODE), kind="JPEG")
    return whole[: len(whole) // 3]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "nothing"),
        (b"milk and bread", "no_picture"),
        (b"%PDF-1.7 and so on", "no_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no_picture"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "broken"),
        (cut_off(), "broken"),
        (bomb(), "too_many"),
        (bomb(8_000), "too_many"),
        (b"\xff\xd8" + bytes(MOST_BYTES), "too_large"),
    ],
    ids=["empty", "text", "pdf", "svg", "postscript", "head of a png", "cut off", "bomb", "smaller bomb", "too large"],
)
def test_what_is_no_photo_is_refused_with_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(PictureError) as refusal:
        decode(data)
    assert refusal.value.reason == reason
    assert str(refusal.value).endswith(".")


def test_only_the_first_picture_of_many_is_looked_at() -> None:
    file = io.BytesIO()
    frames = [Image.new("L", (300, 200), 255) for _ in range(30)]
    drawn(CODE).convert("P").save(file, "GIF", save_all=True, append_images=frames)
    assert codes(file.getvalue()) == [CODE]
