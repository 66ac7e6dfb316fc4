"""Pictures of strangers as they are kept: small, and free of where they were taken."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError
from kitchen.pictures import Limits, NotOpenedError, opened

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES, MOST_POINTS = 20_000_000, 60_000_000
LIMITS = Limits(MOST_BYTES, MOST_POINTS)
# The longest side in pixels, and Pillow's figures for the size and the effort.
SIDE, THUMB, QUALITY, METHOD = 1600, 480, 80, 2
MEDIA_TYPE = "image/webp"
NOT_SHOWN: dict[str, Promise] = {
    "nothing": _("There is no picture in it: the file is empty."),
    "too_large": _("The picture is larger than 20 MB: take a smaller one."),
    "too_many": _("The picture has more than 60 megapixels: take a smaller one."),
    "no_picture": _("This file is no picture that can be shown: take a photo, or a JPEG or PNG."),
    "broken": _("The picture is damaged and cannot be opened: take another one."),
}


@dataclass(frozen=True)
class Shown:
    """A picture and its small one, both WebP; the sizes are pixels of the large one."""

    file: bytes
    thumb: bytes
    width: int
    height: int


def shown(data: bytes) -> Shown:
    """The picture as it is kept, or a refusal. Takes up to a second: call it outside of a transaction."""
    try:
        with opened(data, LIMITS, mode="RGB", side=SIDE) as picture:
            return _written(_plain(picture, SIDE))
    except NotOpenedError as error:
        raise DomainError(NOT_SHOWN[error.reason]) from error


def shrunk(data: bytes, side: int) -> bytes:
    """A picture in one size, at most `side` pixels long, as WebP; or a refusal. It takes as long."""
    try:
        with opened(data, LIMITS, mode="RGB", side=side) as picture:
            return _webp(_plain(picture, side))
    except NotOpenedError as error:
        raise DomainError(NOT_SHOWN[error.reason]) from error


def _plain(picture: "Image.Image", side: int) -> "Image.Image":
    """Upright, small, and without anything but its points: what a camera wrote beside them is left behind."""
    from PIL import Image, ImageOps

    if picture.mode not in {"RGB", "RGBA"}:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((side, side))
    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    bare = Image.new("RGB", picture.size)
    bare.paste(picture.convert("RGB"))
    return bare


def _written(picture: "Image.Image") -> Shown:
    width, height = picture.size
    file = _webp(picture)
    picture.thumbnail((THUMB, THUMB))
    return Shown(file, _webp(picture), width, height)


def _webp(picture: "Image.Image") -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=QUALITY, method=METHOD)
    return written.getvalue()
