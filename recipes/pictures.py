"""Pictures of strangers as they are kept: looked at before they are opened, small, free of where they were taken."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from kitchen.errors import DomainError
from pantry.barcodes.pictures import FORMATS

MOST_BYTES, MOST_POINTS = 20_000_000, 60_000_000
LARGE, ONE_LARGE = 16_000_000, Lock()
# The longest side in pixels, and Pillow's figures for the size and the effort.
SIDE, THUMB, QUALITY, METHOD = 1600, 480, 80, 2
MEDIA_TYPE = "image/webp"
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    EOFError,
    MemoryError,
    RuntimeError,
)


@dataclass(frozen=True)
class Shown:
    """A picture and its small one, both WebP; the sizes are pixels of the large one."""

    file: bytes
    thumb: bytes
    width: int
    height: int


def shown(data: bytes) -> Shown:
    """The picture as it is kept, or a refusal. Takes up to a second: call it outside of a transaction."""
    if not data:
        raise DomainError(_("There is no picture in it: the file is empty."))
    if len(data) > MOST_BYTES:
        raise DomainError(_("The picture is larger than 20 MB: take a smaller one."))
    with _told(), Image.open(io.BytesIO(data), formats=_known()) as picture:
        points = picture.width * picture.height
        if points > MOST_POINTS:
            raise DomainError(_("The picture has more than 60 megapixels: take a smaller one."))
        # A JPEG can be unpacked to half or a quarter of its size, which saves most of the work.
        picture.draft("RGB", (SIDE, SIDE))
        with _turn(points):
            picture.load()
            return _written(_plain(picture))


def _plain(picture: Image.Image) -> Image.Image:
    """Upright, small, and without anything but its points: what a camera wrote beside them is left behind."""
    if picture.mode not in {"RGB", "RGBA"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((SIDE, SIDE))
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    bare = Image.new("RGB", picture.size)
    bare.paste(picture.convert("RGB"))
    return bare


def _written(picture: Image.Image) -> Shown:
    width, height = picture.size
    file = _webp(picture)
    picture.thumbnail((THUMB, THUMB))
    return Shown(file, _webp(picture), width, height)


def _webp(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=QUALITY, method=METHOD)
    return written.getvalue()


def _known() -> list[str]:
    Image.init()
    return [name for name in FORMATS if name in Image.OPEN]


@contextmanager
def _turn(points: int) -> Iterator[None]:
    """Large ones are unpacked one after the other, so that several at once do not take the memory of the server."""
    if points <= LARGE:
        yield
        return
    with ONE_LARGE:
        yield


@contextmanager
def _told() -> Iterator[None]:
    """What Pillow says of files that are none: it raises a good dozen of different errors."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except DomainError:
        raise
    except Image.DecompressionBombError:
        raise DomainError(_("The picture has more than 60 megapixels: take a smaller one.")) from None
    except UnidentifiedImageError:
        raise DomainError(_("This file is no picture that can be shown: take a photo, or a JPEG or PNG.")) from None
    except BROKEN as error:
        raise DomainError(_("The picture is damaged and cannot be opened: take another one.")) from error
