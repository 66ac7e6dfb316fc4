"""Where backups go, how they are sealed, and which of them stay."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pyrage
import pytest
from django.conf import LazySettings
from django.core.management import call_command

from accounts.models import User
from kitchen.backup import envelope, retention
from kitchen.backup.envelope import Keys
from kitchen.backup.errors import BackupError
from kitchen.backup.places import Bucket, place_of
from tests.fake_s3 import FakeS3, fake_s3

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
NOBODYS = ["kitchen-notes.txt", "kitchen-before-restore-20200101T000000Z.zip", "kitchen-20201301T000000Z.zip"]


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    logging.getLogger("botocore").setLevel(logging.WARNING)
    with fake_s3(monkeypatch) as fake:
        yield fake


def said(*command: str) -> str:
    output = StringIO()
    call_command(*command, stdout=output)
    return output.getvalue()


def test_a_bucket(s3: FakeS3, alice: User) -> None:
    s3.objects["mine/deep/kitchen/kitchen-20200101T000000Z.zip"] = b"old"
    s3.objects["mine/deep/kitchen/other/kitchen-20200101T000000Z.zip"] = b"another's"
    for number in range(3):
        s3.objects[f"mine/deep/kitchen/kitchen-2020010{number + 2}T000000Z.zip"] = b"old"
    told = said("backup", "--to", "s3://mine/deep/kitchen/")
    (name,) = [name for name in s3.objects if "kitchen-20" in name and "2020" not in name]
    assert f"s3://{name}: " in told
    assert "came back as it was" in said("verify_backup", f"s3://{name}")
    assert len(s3.objects) == 6
    place = place_of("s3://mine/deep/kitchen")
    place.remove(name.rpartition("/")[2])
    assert len(place.names()) == 4


def test_a_large_file_goes_in_pieces(s3: FakeS3, tmp_path: Path) -> None:
    content = b"0123456789abcdef" * (9 << 16)
    (tmp_path / "large.part").write_bytes(content)
    bucket = Bucket("s3://mine")
    assert bucket.keep(tmp_path / "large.part", "large.zip") == "s3://mine/large.zip"
    assert (s3.in_pieces, s3.objects["mine/large.zip"]) == (1, content)
    bucket.fetch("large.zip", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == content


def test_a_bucket_that_refuses(s3: FakeS3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "another")
    with pytest.raises(BackupError, match=r"does not take or give backups at s3://mine .*InvalidAccessKeyId"):
        place_of("s3://mine").names()
    with pytest.raises(BackupError, match="names no bucket"):
        place_of("s3://")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupError, match=r"No backup can be kept in .*file \(.+\): mend BACKUP_TO"):
        said("backup", "--to", str(tmp_path / "file"))


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BackupError, match=r"could not be written to .* \(No space left on device\)"):
        said("backup", "--to", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_sealed_for_recipients(tmp_path: Path, settings: LazySettings, alice: User) -> None:
    with pytest.raises(BackupError, match="Nothing to encrypt for"):
        said("backup", "--to", str(tmp_path), "--encrypt")
    mine, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    for name, identity in (("mine", mine), ("other", other)):
        (tmp_path / name).write_text(f"# public key: {identity.to_public()}\n{identity}\n")
    settings.BACKUP = replace(settings.BACKUP, recipients=(str(mine.to_public()),))
    said("backup", "--to", str(tmp_path), "--encrypt")
    (made,) = tmp_path.glob("kitchen-*.sealed.zip")
    assert b"accounts_user" not in made.read_bytes()
    assert "came back as it was" in said("verify_backup", str(made), "--identity", str(tmp_path / "mine"))
    for identity in ("", str(tmp_path / "other")):
        with pytest.raises(
            BackupError, match=r"encrypted, and not for this key \(--identity FILE\): nothing was touched"
        ):
            said("restore", str(made), "--yes", "--identity", identity)
    whole = made.read_bytes()
    made.write_bytes(whole[:50_000] + bytes([whole[50_000] ^ 1]) + whole[50_001:])
    with pytest.raises(BackupError, match="is damaged"):
        said("restore", str(made), "--yes", "--identity", str(tmp_path / "mine"))
    settings.BACKUP = replace(settings.BACKUP, recipients=("x",))
    with pytest.raises(BackupError, match="must be public keys of age"):
        said("backup", "--to", str(tmp_path), "--encrypt")


def test_sealed_by_a_passphrase(tmp_path: Path) -> None:
    sealed, content = tmp_path / "sealed", b"a" * 300_000
    with sealed.open("wb") as file, envelope.sealed(file, Keys(passphrase="four small green apples")) as stream:
        stream.write(content)
    envelope.unseal(sealed, Keys(passphrase="four small green apples"), tmp_path / "plain")
    assert (tmp_path / "plain").read_bytes() == content
    with pytest.raises(BackupError, match=r"encrypted, and not for this passphrase \(BACKUP_PASSPHRASE\)"):
        envelope.unseal(sealed, Keys(passphrase="three"), tmp_path / "no")


def test_what_stays(settings: LazySettings) -> None:
    """Two a day for two years: the last 24 hours stay, and the newest of each of 7 days, 4 weeks and 12 months."""
    last = datetime(2026, 11, 22, 14, tzinfo=UTC)
    made = [last - timedelta(hours=12 * number) for number in range(2 * 730)]
    names = [f"kitchen-{moment:%Y%m%dT%H%M%SZ}.zip" for moment in made]
    plan = replace(settings.BACKUP, daily=7, weekly=4, monthly=12)
    gone = retention.removable([*names, *NOBODYS], plan)
    kept = [name[8:16] for name in names if name not in gone]
    days = ["20261122", "20261122", "20261121", "20261120", "20261119", "20261118", "20261117", "20261116"]
    weeks = ["20261115", "20261108", "20261101"]
    months = ["20261031", "20260930", "20260831", "20260731", "20260630", "20260531", "20260430", "20260331"]
    assert kept == [*days, *weeks, *months, "20260228", "20260131", "20251231"]
    assert not set(NOBODYS) & set(gone)


def test_the_only_one_stays(settings: LazySettings) -> None:
    plan = replace(settings.BACKUP, daily=0, weekly=0, monthly=0)
    assert retention.removable(["kitchen-20260101T000000Z.sealed.zip"], plan) == []
