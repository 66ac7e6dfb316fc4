"""The hashed static files, collected again only when one of them changed, and then only what changed."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

# Whatever decides how files are treated; a change of it starts from nothing.
FORM = "1"


def ensure_collected() -> bool:
    """Bring STATIC_ROOT up to date; whether there was something to do."""
    mark = Path(settings.STATIC_ROOT) / ".collected"
    wanted = _fingerprint()
    former = mark.read_text() if mark.is_file() else ""
    if former == wanted or (former and not os.access(settings.STATIC_ROOT, os.W_OK)):
        return False  # the second: collected when a container's image was made, which is not ours to change
    # Without the mark a collecting that breaks off is seen, and the next one starts from nothing.
    mark.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=not former, verbosity=0)
    if forget := getattr(staticfiles_storage, "forget_former", None):
        forget()
    mark.write_text(wanted)
    return True


def _fingerprint() -> str:
    """A text that changes when a source file comes, goes or changes."""
    seen = hashlib.sha256(f"{FORM} {settings.STORAGES['staticfiles']['BACKEND']}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            # Whole seconds: layers of container images keep no finer ones.
            seen.update(f"{path} {int(found.st_mtime)} {found.st_size}\n".encode())
    return seen.hexdigest()
