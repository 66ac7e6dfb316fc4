import stat
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import LazySettings

from accounts.push import checking, keys
from kitchen.doctor import State


@pytest.fixture(autouse=True)
def _a_place_of_its_own(settings: LazySettings, tmp_path: Path) -> None:
    settings.VAR_DIR, settings.VAPID_PRIVATE_KEY = tmp_path / "var", ""


def test_a_key_is_made_once_and_kept_to_oneself(tmp_path: Path) -> None:
    first = keys.public_key()
    assert len(first) == 87
    file = tmp_path / "var" / "vapid-key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert keys.public_key() == first
    assert list(file.parent.iterdir()) == [file]


def test_the_setting_goes_before_the_file(settings: LazySettings) -> None:
    kept = keys.public_key()
    settings.VAPID_PRIVATE_KEY = keys.packed(b"\x01" * 32)
    assert keys.public_key() != kept
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), keys.unpacked(keys.public_key()))


def test_processes_that_start_at_once_have_the_same() -> None:
    together, found = threading.Barrier(4), set()

    def make() -> None:
        together.wait(5)
        found.add(keys.public_key())

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


@pytest.mark.parametrize("wrong", ["x", "é", "a b", keys.packed(b"\x00" * 32), keys.packed(b"\x01" * 31)])
def test_what_is_no_key_is_told_to_the_operator(settings: LazySettings, wrong: str) -> None:
    settings.VAPID_PRIVATE_KEY = wrong
    assert keys.public_key() == ""
    assert "set VAPID_PRIVATE_KEY" in checking.check().sentence


def test_where_nothing_can_be_kept_there_is_none(settings: LazySettings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path / "a file"
    settings.VAR_DIR.write_text("")
    assert keys.public_key() == ""
    assert checking.check().state == State.WARN


def test_the_doctor_asks_several_processes_for_one_key(settings: LazySettings) -> None:
    assert checking.check().state == State.OK
    settings.REDIS_URL = "redis://localhost"
    assert checking.check().state == State.WARN
    settings.VAPID_PRIVATE_KEY = keys.packed(b"\x01" * 32)
    assert checking.check().state == State.OK
