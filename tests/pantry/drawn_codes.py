"""Pictures of barcodes, drawn by the tests themselves."""

import io
import struct
import zlib

import zxingcpp
from PIL import Image


def drawn(text: str, form: str = "EAN13", *, scale: int = 3) -> Image.Image:
    options = {"options": "gs1"} if form.startswith("DataBarExp") else {}
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, form), **options)
    bars = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=scale, add_quiet_zones=True)).convert("L")
    if form in {"QRCode", "DataMatrix"}:
        return bars
    return bars.resize((bars.width, max(bars.height, 120)))


def photo(*pictures: Image.Image, kind: str = "PNG") -> bytes:
    """The pictures below one another, as a file."""
    sheet = Image.new(
        "RGB", (max(one.width for one in pictures) + 80, sum(one.height + 60 for one in pictures)), "white"
    )
    top = 30
    for one in pictures:
        sheet.paste(one, (40, top))
        top += one.height + 60
    return saved(sheet, kind)


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few bytes that would be gigabytes once it was unpacked."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(10_000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
