"""The codes in a picture, found by zxing-cpp. Only those whose check digit is right count."""

from collections.abc import Iterator
from datetime import date

import zxingcpp
from PIL import Image, ImageFilter, ImageOps
from zxingcpp import BarcodeFormat as Format
from zxingcpp import BarcodeFormats

from pantry.barcodes.code import Code, Link, read_code
from pantry.barcodes.errors import CodeError
from pantry.barcodes.pictures import open_picture

# In a picture that was made clearer, eight digits are too easily seen where there are none.
LONG = [Format.EAN13, Format.UPCA]
# ITF and Code 128 stand on boxes of every kind: of them only what GS1 defines counts.
FORMATS = [
    *LONG,
    Format.EAN8,
    Format.UPCE,
    Format.DataBar,
    Format.ITF14,
    Format.Code128,
    Format.DataMatrix,
    Format.QRCode,
]
SMALL = 1000


def decode(data: bytes, *, today: date | None = None) -> list[Code | Link]:
    """All codes in a picture, each once, in the order in which they were found; PictureError if it is none."""
    return search(open_picture(data), today=today)


def search(picture: Image.Image, *, today: date | None = None) -> list[Code | Link]:
    """What is seen at first sight; where nothing is, a second look at the picture made clearer in several ways."""
    found = _read(picture, FORMATS, today)
    for clearer in _clearer(picture) if not found else ():
        if found := _read(clearer, LONG, today):
            break
    return found


def _clearer(picture: Image.Image) -> Iterator[Image.Image]:
    even = ImageOps.autocontrast(picture, cutoff=1)
    yield even
    if max(picture.size) < SMALL:
        larger = even.resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)
        yield larger
        yield larger.filter(ImageFilter.UnsharpMask(radius=3, percent=150, threshold=0))
    else:
        yield even.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    yield ImageOps.invert(even)
    # Lines are searched upright and lying only: a photo that was held askew shows none.
    yield even.rotate(45, Image.Resampling.BILINEAR, expand=True, fillcolor="white")


def _read(picture: Image.Image, formats: list[Format], today: date | None) -> list[Code | Link]:
    found: dict[object, Code | Link] = {}
    for seen in zxingcpp.read_barcodes(picture, formats=BarcodeFormats(formats)):
        one = _meaning(seen, today)
        if one is not None:
            found.setdefault(one, one)
    return list(found.values())


def _meaning(seen: zxingcpp.Barcode, today: date | None) -> Code | Link | None:
    try:
        if seen.format in {Format.Code128, Format.ITF14, Format.ITF} and not _is_of_gs1(seen):
            return None
        return read_code(seen.text, today=today, form="ean_8")
    except CodeError:
        return Link(seen.text) if seen.format == Format.QRCode else None


def _is_of_gs1(seen: zxingcpp.Barcode) -> bool:
    is_box = seen.format != Format.Code128 and len(seen.text) == 14  # noqa: PLR2004 - a GTIN-14
    return is_box or seen.content_type == zxingcpp.ContentType.GS1
