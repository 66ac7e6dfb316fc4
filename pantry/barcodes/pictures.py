"""Photos of strangers, opened only after it is known what and how large they are."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from pantry.barcodes.errors import PictureError

register_heif_opener()
MOST_BYTES, MOST_POINTS = 12_000_000, 50_000_000
LARGE, ONE_LARGE = 16_000_000, Lock()
# What phones, cameras and browsers make. Pillow opens more kinds, some of which run programs to do so.
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "MPO", "HEIF", "AVIF"]
# More points than this tell nothing more of the bars, and take long.
LONGEST_SIDE = 3000
# The modes whose points can be averaged; the numbers of a palette cannot.
SCALABLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})


def open_picture(data: bytes) -> Image.Image:
    """The picture in shades of grey, upright, of a size that can be searched; PictureError with one sentence else."""
    if not data:
        raise PictureError("nothing")
    if len(data) > MOST_BYTES:
        raise PictureError("too_large")
    with _told(), Image.open(io.BytesIO(data), formats=_known()) as picture:
        if picture.width * picture.height > MOST_POINTS:
            raise PictureError("too_many")
        # A JPEG can be unpacked to half or a quarter of its size, which saves most of the work.
        picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        with _turn(picture.width * picture.height):
            picture.load()
            return _upright(picture)


@contextmanager
def _turn(points: int) -> Iterator[None]:
    """Large ones are unpacked one after the other, so that several at once do not take the memory of the server."""
    if points <= LARGE:
        yield
        return
    with ONE_LARGE:
        yield


def _upright(picture: Image.Image) -> Image.Image:
    """Made small first: nothing of what follows is done with all points of a large one."""
    turned = ImageOps.exif_transpose(_small(picture))
    if turned.has_transparency_data:
        white = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(white, turned.convert("RGBA"))
    return turned.convert("L")


def _small(picture: Image.Image) -> Image.Image:
    if picture.mode not in SCALABLE:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "L")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture


def _known() -> list[str]:
    Image.init()
    return [name for name in FORMATS if name in Image.OPEN]


@contextmanager
def _told() -> Iterator[None]:
    """What Pillow says of files that are none: it raises a good dozen of different errors."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError("too_many") from None
    except UnidentifiedImageError:
        raise PictureError("no_picture") from None
    except (OSError, SyntaxError, ValueError, TypeError, ArithmeticError, LookupError, EOFError, MemoryError,
            RuntimeError) as error:  # fmt: skip
        raise PictureError("broken") from error
