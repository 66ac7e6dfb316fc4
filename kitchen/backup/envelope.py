"""Sealed backups: a zip with the content, encrypted by age under a key of its own, and with that key, encrypted for
whoever may open it. For a passphrase the library holds all that it encrypts in memory; so only the key goes that way.

    key.age      an age identity, encrypted for recipients (X25519) or for a passphrase (scrypt)
    content.age  the backup, encrypted for that identity
"""

import os
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kitchen.backup.archive import ODD, damaged
from kitchen.backup.errors import BackupError

KEY, CONTENT = "key.age", "content.age"
LONGEST_KEY = 1 << 20


@dataclass(frozen=True)
class Keys:
    """What seals (`recipients`, else `passphrase`) and what opens (`identities`, `passphrase`)."""

    recipients: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    passphrase: str = ""


@contextmanager
def sealed(stream: IO[bytes], keys: Keys) -> Iterator[IO[bytes]]:
    """A stream to write to, whose content arrives encrypted in `stream`."""
    import pyrage

    own = pyrage.x25519.Identity.generate()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as outer:
        outer.writestr(KEY, _sealed_key(str(own), keys))
        with outer.open(CONTENT, "w", force_zip64=True) as target:
            yield from _piped(lambda source: pyrage.encrypt_io(source, target, [own.to_public()]))


def _piped(work: Any) -> Iterator[IO[bytes]]:
    """What is written to the stream given is read by `work` in another thread: age pulls, a zip pushes."""
    reading, writing = os.pipe()
    faults: list[BaseException] = []

    def run() -> None:
        with os.fdopen(reading, "rb") as source:
            try:
                work(source)
            except Exception as error:  # noqa: BLE001  (told by whoever writes)
                faults.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with os.fdopen(writing, "wb") as stream:
            yield stream
    except BrokenPipeError:
        if not faults:
            raise
    finally:
        thread.join()
    if faults:
        raise OSError(str(faults[0])) from faults[0]


def _sealed_key(text: str, keys: Keys) -> bytes:
    import pyrage

    if not keys.recipients and not keys.passphrase:
        raise BackupError("Nothing to encrypt for: set BACKUP_RECIPIENTS or BACKUP_PASSPHRASE.")
    try:
        recipients = [pyrage.x25519.Recipient.from_str(one) for one in keys.recipients]
    except pyrage.RecipientError as error:
        raise BackupError("BACKUP_RECIPIENTS must be public keys of age, which begin with age1.") from error
    if recipients:
        return bytes(pyrage.encrypt(text.encode(), recipients))
    return bytes(pyrage.passphrase.encrypt(text.encode(), keys.passphrase))


def is_sealed(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as outer:
            return sorted(outer.namelist()) == [CONTENT, KEY]
    except (OSError, *ODD):
        return False


def unseal(path: Path, keys: Keys, target: Path) -> None:
    """Write what is inside to `target`. Raises BackupError with a wrong key and with a file that was cut or changed."""
    import pyrage

    try:
        with zipfile.ZipFile(path) as outer:
            if outer.getinfo(KEY).file_size > LONGEST_KEY:
                raise zipfile.BadZipFile
            own = pyrage.x25519.Identity.from_str(_opened_key(outer.read(KEY), keys))
            with outer.open(CONTENT) as source, target.open("xb") as file:
                pyrage.decrypt_io(source, file, [own])
    except (pyrage.DecryptError, pyrage.IdentityError, *ODD) as error:
        raise damaged(path) from error
    except OSError as error:  # age says so, too, when a piece does not open
        if error.errno:
            raise
        raise damaged(path) from error


def _opened_key(sealed_key: bytes, keys: Keys) -> str:
    import pyrage

    try:
        if b"-> scrypt " in sealed_key:
            return str(pyrage.passphrase.decrypt(sealed_key, keys.passphrase).decode())
        found = [pyrage.x25519.Identity.from_str(one) for one in keys.identities]
        return str(pyrage.decrypt(sealed_key, found).decode())
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        by = "passphrase (BACKUP_PASSPHRASE)" if b"-> scrypt " in sealed_key else "key (--identity FILE)"
        raise BackupError(f"The backup is encrypted, and not for this {by}: nothing was touched.") from error
