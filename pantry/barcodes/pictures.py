"""Photos of strangers, opened only after it is known what and how large they are."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from pantry.barcodes.errors import PictureError

register_heif_opener()
MOST_BYTES, MOST_POINTS = 12_000_000, 50_000_000
# What phones, cameras and browsers make. Pillow opens more kinds, some of which run programs to do so.
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "MPO", "HEIF", "AVIF"]
# More points than this tell nothing more of the bars, and take long.
LONGEST_SIDE = 3000


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
        picture.load()
        return _upright(picture)


def _upright(picture: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(picture)
    if turned.has_transparency_data:
        white = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(white, turned.convert("RGBA"))
    grey = turned.convert("L")
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return grey


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
