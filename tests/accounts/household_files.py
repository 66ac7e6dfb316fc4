"""Files of households: made, read, told apart, and spoiled."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from accounts.models import Household, HouseholdFile, Role, StoredFile, User
from accounts.services.household_file import export_household, import_household
from accounts.transfer.form import MANIFEST
from accounts.transfer.values import is_id
from recipes.models import ImportBatch, ImportSource, ImportState
from tests.database import as_owner
from tests.factories import MembershipFactory, UserFactory
from tests.tenancy.rows import lay_out

Content = dict[str, Any]


@pytest.fixture
def elm() -> SimpleNamespace:
    """A household with a row of every table, its owner, and an admin."""
    room = lay_out("Elm")
    with as_owner():
        for file in StoredFile.objects.all():
            data = b"".join(map(bytes, file.parts.values_list("data", flat=True)))
            file.sha256, file.size = hashlib.sha256(data).hexdigest(), len(data)
            file.save()
        HouseholdFile.objects.all().delete()
        ImportBatch.objects.update(state=ImportState.DONE)
        ImportSource.objects.update(state=ImportState.DONE)
    carol = UserFactory(name="Carol", email="carol@example.org")
    MembershipFactory(household=room.household, user=carol, role=Role.ADMIN)
    return SimpleNamespace(home=room.household, owner=room.user, carol=carol)


def exported(household: Household, by: User | None) -> bytes:
    file = io.BytesIO()
    export_household(household.pk, file, by=by)
    return file.getvalue()


def imported(content: bytes, by: User) -> Household:
    return import_household(io.BytesIO(content), by=by)


def content_of(file: bytes) -> Content:
    """Tables and papers as JSON by their member's name, files as bytes; the manifest is apart."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: _read(name, archive.read(name)) for name in archive.namelist()}


def _read(name: str, data: bytes) -> Any:
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in data.splitlines()]
    return json.loads(data) if name in (MANIFEST, "household.json", "people.json") else data


def alike(content: Content) -> Content:
    """With each id told by where it was first met: the same for two files of the same household."""
    met: dict[str, str] = {}

    def told(value: Any) -> Any:
        if isinstance(value, str) and is_id(value):
            return met.setdefault(value, f"id {len(met)}")
        if isinstance(value, list):
            return [told(one) for one in value]
        return {told(key): told(one) for key, one in value.items()} if isinstance(value, dict) else value

    return {name: told(content[name]) for name in sorted(content) if name != MANIFEST}


def packed(content: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def spoiled(file: bytes, member: str, change: Callable[[Any], Any]) -> bytes:
    """The same file with one member changed, and a manifest that lies so that all of it fits."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    changed = change(_read(member, members[member]))
    members[member] = data = json.dumps(changed).encode()
    if member.endswith(".jsonl"):
        members[member] = data = b"".join(json.dumps(row).encode() + b"\n" for row in changed)
        manifest = json.loads(members[MANIFEST])
        label = member.removeprefix("tables/").removesuffix(".jsonl")
        manifest["tables"][label] = {"rows": len(changed), "sha256": hashlib.sha256(data).hexdigest()}
        members[MANIFEST] = json.dumps(manifest).encode()
    return packed(members)
