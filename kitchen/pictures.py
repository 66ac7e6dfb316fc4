"""Pictures of strangers, opened only after it is known what and how large they are."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from kitchen.errors import DomainError

if TYPE_CHECKING:
    from PIL import Image
# What phones, cameras and browsers make. Pillow opens more kinds, some of which run programs to do so.
FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "MPO", "HEIF", "AVIF"]
LARGE, ONE_LARGE = 16_000_000, Lock()
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
class Limits:
    """The most bytes of the file and the most points of its picture."""

    bytes: int
    points: int


class NotOpenedError(Exception):
    """`reason` is one of nothing, too_large, too_many, no_picture, broken: whoever opened has a sentence for each."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def opened(data: bytes, limits: Limits, *, mode: str, side: int) -> "Iterator[Image.Image]":
    """The first picture in the file, unpacked; NotOpenedError if it is none, also if that shows only in its use.

    What is done with all of its points belongs into the body: large ones have their turn one after the other, so that
    several at once do not take the memory of the server. `mode` and `side` are hints: a JPEG can be unpacked to half
    or a quarter of its size, if that is not below `side` pixels, which saves most of the work.
    """
    if not data:
        raise NotOpenedError("nothing")
    if len(data) > limits.bytes:
        raise NotOpenedError("too_large")
    with _told(), _pillow().open(io.BytesIO(data), formats=_known()) as picture:
        points = picture.width * picture.height
        if points > limits.points:
            raise NotOpenedError("too_many")
        picture.draft(mode, (side, side))
        with _turn(points):
            picture.load()
            yield picture


@cache
def _pillow() -> Any:
    """Loaded with the first picture, and taught what phones make."""
    from PIL import Image
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return Image


def _known() -> list[str]:
    _pillow().init()
    return [name for name in FORMATS if name in _pillow().OPEN]


@contextmanager
def _turn(points: int) -> Iterator[None]:
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
    except (NotOpenedError, DomainError):
        raise
    except _pillow().DecompressionBombError:
        raise NotOpenedError("too_many") from None
    except _pillow().UnidentifiedImageError:
        raise NotOpenedError("no_picture") from None
    except BROKEN as error:
        raise NotOpenedError("broken") from error
