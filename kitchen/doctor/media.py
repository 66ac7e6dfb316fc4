import tempfile
from pathlib import Path

from django.conf import settings

from kitchen.doctor.finding import Finding


def check() -> Finding:
    """Uploaded pictures can be kept."""
    directory = Path(settings.MEDIA_ROOT)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory) as file:
            file.write(b"kitchen")
    except OSError as error:
        return Finding.fail(
            f"Pictures cannot be kept in {directory} ({error.strerror or error}): make it writable for this "
            "user, or set MEDIA_ROOT."
        )
    return Finding.ok(f"Pictures are kept in {directory}.")
