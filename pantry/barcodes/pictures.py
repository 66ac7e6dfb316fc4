"""Photos of barcodes, made ready to be searched."""

from PIL import Image, ImageOps

from kitchen.pictures import Limits, NotOpenedError, opened
from pantry.barcodes.errors import PictureError

MOST_BYTES, MOST_POINTS = 12_000_000, 50_000_000
LIMITS = Limits(MOST_BYTES, MOST_POINTS)
# More points than this tell nothing more of the bars, and take long.
LONGEST_SIDE = 3000
# The modes whose points can be averaged; the numbers of a palette cannot.
SCALABLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})


def open_picture(data: bytes) -> Image.Image:
    """The picture in shades of grey, upright, of a size that can be searched; PictureError with one sentence else."""
    try:
        with opened(data, LIMITS, mode="L", side=LONGEST_SIDE) as picture:
            return _upright(picture)
    except NotOpenedError as error:
        raise PictureError(error.reason) from error


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
