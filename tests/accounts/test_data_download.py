import io
import json
import zipfile
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import ForeignKey
from django.test import Client

from accounts.exports import exports
from accounts.models import Activity, Household, User
from kitchen.tenancy.tables import rule_of
from tests.accounts.letters import sure
from tests.database import as_owner
from tests.factories import ActivityFactory, EaterFactory, MembershipFactory

DOWNLOAD = "/me/data/download/"
# Tables with a person in them that are not that person's: each with the reason why they are not told.
NOT_THEIRS = {"admin.LogEntry": "what staff did as staff belongs to the house, and is out of their own doors' reach"}


def archive_of(client: Client) -> dict[str, Any]:
    page = client.post(DOWNLOAD)
    assert page.status_code == 200, page
    assert "attachment" in page["Content-Disposition"]
    content = b"".join(page.streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            name: json.loads(archive.read(name)) if name.endswith(".json") else archive.read(name).decode()
            for name in archive.namelist()
        }


def test_holds_everything_of_mine_and_nothing_of_others(alice: User, bob: User, household: Household) -> None:
    EaterFactory(household=household, name="Alice", user=alice, allergens=["nuts"])
    EaterFactory(household=household, name="Bob", user=bob, allergens=["milk"])
    ActivityFactory(household=household, actor=alice, verb="household.created", number=901)
    ActivityFactory(household=household, actor=bob, verb="member.joined", number=902)
    told = archive_of(sure(alice))
    folder = f"households/{household.code}"
    assert told["account.json"]["email"] == "alice@example.org"
    assert told["emails.json"][0]["verified"] is True
    assert told[f"{folder}/membership.json"]["role"] == "owner"
    assert [eater["allergens"] for eater in told[f"{folder}/eater.json"]] == [["nuts"]]
    assert [line["verb"] for line in told[f"{folder}/what-i-did.json"]] == ["household.created"]
    assert len(told["sessions.json"]) == 1
    assert told["history/account.json"]
    assert "bob@example.org" not in json.dumps(told)
    assert "Alice" in told["read-me.txt"]


def test_opens_no_door(alice: User) -> None:
    client = sure(alice)
    with as_owner():
        Authenticator.objects.create(user=alice, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
        password = User.objects.get(pk=alice.pk).password
    text = json.dumps(archive_of(client))
    for secret in ("JBSWY3DPEHPK3PXP", password, client.session.session_key, "session_key"):
        assert secret not in text


def test_each_household_in_its_folder(alice: User, stranger: User, other_household: Household) -> None:
    MembershipFactory(household=other_household, user=alice)
    EaterFactory(household=other_household, name="Sam", user=stranger)
    told = archive_of(sure(alice))
    assert told[f"households/{other_household.code}/eater.json"] == []
    assert sum(name.endswith("/membership.json") for name in told) == 2


@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_get_nothing(db: None, client: Client, method: str) -> None:
    assert getattr(client, method)(DOWNLOAD)["Location"].startswith("/accounts/login/")


def holds_a_person(model: Any) -> bool:
    rule = rule_of(model)
    points = any(isinstance(field, ForeignKey) and field.related_model is User for field in model._meta.local_fields)
    return points or model is User or (rule is not None and rule.kind == "person")


def test_no_table_with_a_person_is_forgotten() -> None:
    told = {label for label, _export in exports} | set(NOT_THEIRS)
    tables = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    forgotten = {model._meta.label for model in tables if holds_a_person(model)} - told
    assert not forgotten, f"say in `accounts.exports` how these are told: {sorted(forgotten)}"


def test_every_export_names_a_table() -> None:
    assert {label for label, _export in exports} <= {model._meta.label for model in apps.get_models()}
    assert Activity._meta.label in dict(exports)
