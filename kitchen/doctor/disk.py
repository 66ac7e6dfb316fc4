import shutil
from pathlib import Path

from django.conf import settings

from kitchen.doctor.finding import Finding

SCARCE, GONE = 1 << 30, 200 << 20  # bytes


def check() -> Finding:
    """Room for the database (when it is the embedded one) and for pictures."""
    place, free = _scarcest()
    sentence = f"{free >> 20} MB are free at {place}"
    if free < GONE:
        return Finding.fail(f"Only {sentence}: free some space now, before the database stops.")
    if free < SCARCE:
        return Finding.warn(f"Only {sentence}: free some space.")
    return Finding.ok(f"{sentence}.")


def free_bytes() -> int:
    """Of the disk that is fuller."""
    return _scarcest()[1]


def _scarcest() -> tuple[Path, int]:
    places = [Path(settings.MEDIA_ROOT), *([settings.VAR_DIR] if settings.EMBEDDED else [])]
    return min(((place, _free(place)) for place in places), key=lambda one: one[1])


def _free(place: Path) -> int:
    """Bytes free on the disk of a place that may not exist yet."""
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free
