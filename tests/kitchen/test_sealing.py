"""Small secrets: sealed for one use, opened by any key that is known, and by nothing else."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from kitchen.sealing import SealError, open_sealed, seal, seal_again

OLD, NEW = "an-old-key-of-more-than-32-characters!!", "a-new-key-of-more-than-32-characters!!!"


@pytest.mark.parametrize("secret", ["", "sk-1", "schlüssel 🔑", "x" * 500])
def test_what_is_sealed_is_opened(secret: str) -> None:
    sealed = seal(secret, use="a")
    assert secret == "" or secret not in sealed
    assert open_sealed(sealed, use="a") == secret
    assert seal(secret, use="a") != sealed


def test_it_is_for_one_use() -> None:
    with pytest.raises(SealError):
        open_sealed(seal("secret", use="a"), use="b")


@pytest.mark.parametrize("text", ["", "nonsense", "gAAAAA", seal.__doc__ or ""])
def test_what_was_not_sealed_here_is_not_opened(text: str) -> None:
    with pytest.raises(SealError):
        open_sealed(text, use="a")


def test_a_new_key_is_put_in_front_and_the_old_one_goes(settings: Any) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    sealed = seal("secret", use="a")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    assert open_sealed(sealed, use="a") == "secret"
    fresh = seal_again(sealed, use="a")
    settings.ENCRYPTION_KEYS = [NEW]
    assert open_sealed(fresh, use="a") == "secret"
    with pytest.raises(SealError):
        open_sealed(sealed, use="a")
    with pytest.raises(SealError):
        seal_again(sealed, use="a")


def test_without_keys_the_secret_key_and_its_fallbacks_do(settings: Any) -> None:
    settings.SECRET_KEY = OLD
    sealed = seal("secret", use="a")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert open_sealed(sealed, use="a") == "secret"


def test_a_short_key_is_none(settings: Any) -> None:
    settings.ENCRYPTION_KEYS = ["short"]
    with pytest.raises(ImproperlyConfigured):
        seal("secret", use="a")
