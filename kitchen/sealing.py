"""Small secrets that people entrust to Kitchen, such as the key of a model, encrypted at rest.

The first of ENCRYPTION_KEYS seals, all of them open; without them SECRET_KEY does both, and its fallbacks open too.
What nothing opens any more is lost: whoever gave it gives it again.
"""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LENGTH = 32


class SealError(Exception):
    """The text was not sealed here, or with a key that is not known any more."""


def seal(secret: str, *, use: str) -> str:
    """`use` is what it is for ("chat.key"): what was sealed for one is not opened for another."""
    return _box(use).encrypt(secret.encode()).decode()


def open_sealed(sealed: str, *, use: str) -> str:
    try:
        return _box(use).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise SealError from None


def seal_again(sealed: str, *, use: str) -> str:
    """The same secret under the newest key: after it has changed."""
    try:
        return _box(use).rotate(sealed.encode()).decode()
    except InvalidToken:
        raise SealError from None


def is_newest(sealed: str, *, use: str) -> bool:
    """Whether the newest key sealed it; False also of what nothing opens."""
    try:
        _keys(use)[0].decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


def _box(use: str) -> MultiFernet:
    return MultiFernet(_keys(use))


def _keys(use: str) -> list[Fernet]:
    texts = settings.ENCRYPTION_KEYS or [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    if any(len(text) < LENGTH for text in settings.ENCRYPTION_KEYS):
        raise ImproperlyConfigured(f"ENCRYPTION_KEYS must be random texts of at least {LENGTH} characters each.")
    return [_key(text, use) for text in texts]


@cache
def _key(text: str, use: str) -> Fernet:
    # HKDF makes a key of the right length from any text that is long enough to be secret, another one for each use.
    made = HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=f"kitchen.sealing:{use}".encode())
    return Fernet(urlsafe_b64encode(made.derive(text.encode())))
