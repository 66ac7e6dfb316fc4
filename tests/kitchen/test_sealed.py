"""A new key in front: everything sealed is sealed anew, in batches, and what no key opens is named and left."""

import io
import re
from importlib import import_module
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management import call_command
from django.db import connections

from accounts.models import Household, User
from chat.models import AssistantSettings
from kitchen import sealed
from kitchen.doctor import State, keys
from kitchen.sealed import places, rotate
from kitchen.sealing import open_sealed, seal
from tests.accounts.letters import sure
from tests.accounts.test_mfa import code_of, set_up
from tests.database import as_owner
from tests.factories import UserFactory

OLD, NEW, LOST = ("an-old-key-of-more-than-32-characters", "a-new-key-of-more-than-32-characters", "a-lost-one" * 5)
CHAT, FACTOR = "chat.assistant", "accounts.second_factor"
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def told(command: str) -> str:
    said = io.StringIO()
    call_command(command, stdout=said)
    return said.getvalue()


@pytest.fixture
def entrusted(household: Household, alice: User, settings: Any) -> Any:
    """A model's key, a second factor of two people and a passkey, under the old key; one that was lost."""
    settings.ENCRYPTION_KEYS, somebody = [OLD], UserFactory()
    with as_owner():
        AssistantSettings.objects.create(household=household, sealed_key=seal("sk-1", use=CHAT))
        Authenticator.objects.create(user=alice, type="totp", data={"secret": seal("S1", use=FACTOR)})
        Authenticator.objects.create(
            user=alice, type="recovery_codes", data={"seed": seal("S2", use=FACTOR), "used_mask": 3}
        )
        Authenticator.objects.create(user=alice, type="webauthn", data={"name": "phone", "credential": {}})
        settings.ENCRYPTION_KEYS = [LOST]
        Authenticator.objects.create(user=somebody, type="totp", data={"secret": seal("S3", use=FACTOR)})
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    return settings


def test_everything_is_sealed_anew_and_what_is_lost_is_named(entrusted: Any) -> None:
    assert keys.check().state == State.WARN
    said = told("rotate_keys")
    assert "keys of models: sealed 1 anew, 0 were, 0 opens" in said
    assert "second factors: sealed 2 anew, 0 were, 1 opens" in said
    lost = re.search(r"mfa_authenticator (\d+): left", said)
    entrusted.ENCRYPTION_KEYS = [NEW]
    with as_owner():
        factors = {row.type: row for row in Authenticator.objects.exclude(pk=lost and lost[1])}
        assert open_sealed(AssistantSettings.objects.get().sealed_key, use=CHAT) == "sk-1"
    assert open_sealed(factors["totp"].data["secret"], use=FACTOR) == "S1"
    assert open_sealed(factors["recovery_codes"].data["seed"], use=FACTOR) == "S2"
    assert factors["recovery_codes"].data["used_mask"] == 3
    assert factors["webauthn"].data["name"] == "phone"
    again = told("rotate_keys")
    assert "second factors: sealed 0 anew, 2 were, 1 opens" in again
    assert "opens no key" in keys.check().sentence


def test_broken_off_it_goes_on_where_it_was(entrusted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "BATCH", 1)
    place = places.get("second factors")
    assert place
    first = next(rotate(place))
    assert first.sealed == 1
    assert "by an old key" in keys.check().sentence
    assert "second factors: sealed 1 anew, 1 were, 1 opens" in told("rotate_keys")


def test_the_secret_of_an_app_is_not_in_the_database(alice: User, settings: Any) -> None:
    client = sure(alice)
    secret = set_up(client)
    with as_owner():
        kept = {row.type: row.data for row in Authenticator.objects.filter(user=alice)}
    assert secret not in str(kept)
    assert open_sealed(kept["totp"]["secret"], use=FACTOR) == secret
    settings.ENCRYPTION_KEYS = [LOST]
    answer = client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret, 1)})
    assert answer.status_code == 422, "what no key opens lets nobody in, and breaks nothing"


def test_what_lay_open_is_sealed_by_the_migration_and_opened_again(alice: User) -> None:
    migration = import_module("accounts.migrations.0005_sealed_second_factors")
    with as_owner():
        row = Authenticator.objects.create(user=alice, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    with connections["owner"].schema_editor() as editor:
        migration.seal_all(apps, editor)
    with as_owner():
        row.refresh_from_db()
    assert open_sealed(row.data["secret"], use=FACTOR) == "JBSWY3DPEHPK3PXP"
    with connections["owner"].schema_editor() as editor:
        migration.open_all(apps, editor)
    with as_owner():
        row.refresh_from_db()
    assert row.data["secret"] == "JBSWY3DPEHPK3PXP"


def test_no_sealed_column_is_forgotten() -> None:
    known = {(place.model, place.column) for _name, place in places}
    columns = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.name.startswith("sealed_")
    }
    assert columns <= known


def test_short_keys_are_told(settings: Any) -> None:
    settings.ENCRYPTION_KEYS = ["short"]
    assert keys.check().state == State.FAIL
