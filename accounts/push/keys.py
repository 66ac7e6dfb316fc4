"""The key by which push services know this Kitchen (RFC 8292, VAPID): from the settings, else made once and kept."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

import structlog
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

FILE = "vapid-key"
CURVE = ec.SECP256R1()
SIZE = 32
log = structlog.get_logger("kitchen.push")


class NoKeyError(RuntimeError):
    """There is no key, and none could be kept: nobody is told in a browser."""


def private_key() -> ec.EllipticCurvePrivateKey:
    """Read once for each text that it is kept as; a text that is no key raises NoKeyError."""
    return _read(settings.VAPID_PRIVATE_KEY.strip() or _kept(Path(settings.VAR_DIR) / FILE))


def public_key() -> str:
    """As a browser takes it: the point, uncompressed, in base64url. Empty where there is no key."""
    try:
        point = private_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    except NoKeyError as error:
        log.warning("push.no_key", why=str(error))
        return ""
    return packed(point)


def packed(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def unpacked(text: str) -> bytes:
    """What `packed` wrote, with or without padding; ValueError for what is no base64url."""
    if not text.isascii() or not text.rstrip("=").replace("-", "").replace("_", "").isalnum():
        raise ValueError("not base64url")
    bare = text.rstrip("=")
    return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))


@cache
def _read(text: str) -> ec.EllipticCurvePrivateKey:
    try:
        raw = unpacked(text)
        # One byte more or less would be another number, and not the key that somebody meant.
        return ec.derive_private_key(int.from_bytes(raw, "big") if len(raw) == SIZE else 0, CURVE)
    except ValueError as error:
        raise NoKeyError("VAPID_PRIVATE_KEY is no key: it must be 32 bytes in base64url") from error


def _kept(path: Path) -> str:
    """Whole from the first moment that others see it, and the same for all who make it at once: the first stays."""
    try:
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{FILE}.{token_hex(8)}")
            fresh.touch(mode=0o600)
            fresh.write_text(_new())
            with suppress(FileExistsError):
                os.link(fresh, path)
            fresh.unlink()
        return path.read_text().strip()
    except OSError as error:
        raise NoKeyError(f"{path}: {error.strerror}") from error


def _new() -> str:
    number = ec.generate_private_key(CURVE).private_numbers().private_value
    return packed(number.to_bytes(SIZE, "big"))
