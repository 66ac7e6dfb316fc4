"""A backup at hand, unsealed where it is sealed, and read through before anything is done with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from kitchen.backup import archive, envelope
from kitchen.backup.archive import Backup
from kitchen.backup.envelope import Keys
from kitchen.backup.places import Folder, at_hand, workroom


@contextmanager
def opened(file: str, keys: Keys) -> Iterator[tuple[Backup, Path]]:
    """The backup, and a directory for what is unpacked, which goes afterwards."""
    with at_hand(file) as path, workroom(Folder(settings.VAR_DIR / "backups").workshop) as room:
        plain = path
        if envelope.is_sealed(path):
            plain = room / path.name
            envelope.unseal(path, keys, plain)
        with archive.read(plain) as backup:
            yield backup, room


def opening_keys(identity_file: str) -> Keys:
    """The passphrase of the settings, and the identities in a file as `age-keygen` writes it."""
    lines = Path(identity_file).expanduser().read_text().split() if identity_file else []
    found = tuple(line for line in lines if line.startswith("AGE-SECRET-KEY-"))
    return Keys(identities=found, passphrase=settings.BACKUP.passphrase)
