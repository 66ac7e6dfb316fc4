"""accounts:household_file.create and accounts:household_file.bring, accounts:household_file.show and
accounts:household_file.download: made and read in the background, for one person alone.
"""

import io
import re
import zipfile
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import (
    Activity,
    FileState,
    FileWay,
    Household,
    HouseholdFile,
    HouseholdFilePart,
    Membership,
    Role,
    User,
)
from accounts.services.retention import HOUSEHOLD_FILES_KEPT, forget_old
from accounts.transfer import jobs, limits
from accounts.transfer.jobs import begin_in
from kitchen.ids import new_id
from tests.accounts.household_files import elm, exported
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import MembershipFactory, UserFactory

__all__ = ["elm"]
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
BRING = "/households/bring/"


def make_address(home: Household) -> str:
    return f"/h/{home.code}/settings/file/"


def work() -> None:
    """What waits in the queue, as a worker does it."""
    with as_owner():
        waiting = [job.args for job in ProcrastinateJob.objects.filter(task_name="accounts.tasks.carry_household")]
    for args in waiting:
        jobs.work(args["person"], args["file"])


def made(client: Client, home: Household) -> str:
    """The address of the page of a file that has been made."""
    answer = client.post(make_address(home))
    assert answer.status_code == 302, answer.content.decode()
    work()
    return str(answer.headers["location"])


def bring(client: Client, content: bytes, **data: Any) -> Any:
    return client.post(BRING, {"operation": str(new_id()), "file": SimpleUploadedFile("elm.zip", content)} | data)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_made_in_the_background_and_fetched(elm: SimpleNamespace, client_of: ClientOf) -> None:
    client = client_of(elm.owner)
    assert make_address(elm.home) in client.get(f"/h/{elm.home.code}/settings/").content.decode()
    answer = client.post(make_address(elm.home))
    page = answer.headers["location"]
    assert "It is being made" in client.get(page).content.decode()
    assert client.get(f"{page}download/").status_code == 404
    work()
    fragment = client.get(page, headers={"HX-Request": "true"}).content.decode()
    assert "It is ready" in fragment
    assert "<html" not in fragment
    got = client.get(f"{page}download/")
    content = body(got)
    assert got.headers["content-type"] == "application/zip"
    assert int(got.headers["content-length"]) == len(content)
    assert re.search(r'filename="elm-[\d-]+\.zip"', got.headers["content-disposition"])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert "manifest.json" in archive.namelist()


def test_nobody_else_finds_it(elm: SimpleNamespace, client_of: ClientOf, stranger: User) -> None:
    page = made(client_of(elm.owner), elm.home)
    for other in (elm.carol, stranger):
        client = client_of(other)
        assert [client.get(f"{page}{what}").status_code for what in ("", "download/")] == [404, 404]
    assert Client().get(f"{page}download/").headers["location"].startswith("/accounts/login/")


def test_only_who_runs_the_household_makes_it(elm: SimpleNamespace, client_of: ClientOf, stranger: User) -> None:
    for role, status in ((Role.ADMIN, 302), (Role.MEMBER, 403), (Role.GUEST, 403)):
        person = UserFactory()
        MembershipFactory(household=elm.home, user=person, role=role)
        assert client_of(person).post(make_address(elm.home)).status_code == status
        shown = make_address(elm.home) in client_of(person).get(f"/h/{elm.home.code}/settings/").content.decode()
        assert shown is (status == 302)
    assert client_of(stranger).post(make_address(elm.home)).status_code == 404


def test_who_loses_the_role_meanwhile_gets_nothing(elm: SimpleNamespace, client_of: ClientOf) -> None:
    client = client_of(elm.carol)
    page = client.post(make_address(elm.home)).headers["location"]
    with as_owner():
        Membership.objects.filter(user=elm.carol).update(role=Role.GUEST)
    work()
    assert "Your role in this household does not allow this" in client.get(page).content.decode()
    with as_owner():
        assert not HouseholdFilePart.objects.exists()


def test_asked_twice_made_once(elm: SimpleNamespace, client_of: ClientOf) -> None:
    client = client_of(elm.owner)
    first, second = (client.post(make_address(elm.home)).headers["location"] for _ in range(2))
    assert first == second
    work()
    third = client.post(make_address(elm.home)).headers["location"]
    assert third != first
    assert client.get(first).status_code == 404


def test_brought_in_and_mine(elm: SimpleNamespace, client_of: ClientOf, stranger: User) -> None:
    client = client_of(stranger)
    assert BRING in client.get("/households/new/").content.decode()
    page = bring(client, exported(elm.home, elm.owner)).headers["location"]
    assert "It is being read" in client.get(page).content.decode()
    work()
    html = client.get(page).content.decode()
    with as_owner():
        came = Household.objects.get(memberships__user=stranger, name=elm.home.name)
        assert Activity.objects.filter(household=came, verb="household.imported", actor=stranger).count() == 1
        assert not HouseholdFilePart.objects.exists()
    assert f"/h/{came.code}/" in html
    assert client.get(f"/h/{came.code}/").status_code == 200
    assert client.get(f"{page}download/").status_code == 404


def test_the_same_form_twice_brings_one(elm: SimpleNamespace, client_of: ClientOf) -> None:
    content, operation = exported(elm.home, elm.owner), str(new_id())
    first, second = (bring(client_of(elm.owner), content, operation=operation) for _ in range(2))
    assert first.headers["location"] == second.headers["location"]
    work()
    work()
    with as_owner():
        assert Household.objects.filter(name=elm.home.name).count() == 2


def test_at_once_one_comes(elm: SimpleNamespace) -> None:
    operation = new_id()

    def begin(ready: Callable[[], object]) -> None:
        ready()
        begin_in("elm.zip", [b"x"], operation=operation, by=elm.owner)

    assert at_once((elm.owner, None, begin), (elm.owner, None, begin)) == []
    with as_owner():
        assert HouseholdFilePart.objects.count() == 1


def test_a_worker_that_was_killed_is_followed_by_another(elm: SimpleNamespace, client_of: ClientOf) -> None:
    bring(client_of(elm.owner), exported(elm.home, elm.owner))
    with as_owner():
        HouseholdFile.objects.update(state=FileState.RUNNING)
    work()
    with as_owner():
        assert HouseholdFile.objects.get().state == FileState.DONE
        assert Household.objects.filter(name=elm.home.name).count() == 2


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_file_is_refused_in_a_sentence(elm: SimpleNamespace, client_of: ClientOf, content: bytes) -> None:
    client = client_of(elm.owner)
    page = bring(client, content).headers["location"]
    work()
    assert "This file is not whole" in client.get(page).content.decode()
    with as_owner():
        assert Household.objects.count() == 1
        assert not HouseholdFilePart.objects.exists()


def test_forms_without_a_file_or_with_too_much(
    elm: SimpleNamespace, client_of: ClientOf, stranger: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(elm.owner)
    assert "Choose the file" in client.post(BRING, {"operation": str(new_id())}).content.decode()
    assert bring(client, b"x", operation="no id").status_code == 422
    monkeypatch.setattr(limits, "MOST_BYTES", 3)
    refused = bring(client, b"four")
    assert refused.status_code == 422
    assert "too large" in refused.content.decode()
    with as_owner():
        assert not HouseholdFile.objects.exists()
        theirs = HouseholdFile.objects.create(user=stranger, way=FileWay.IN, name="x")
    assert bring(client, b"x", operation=str(theirs.pk)).status_code < 500
    assert Client().post(BRING).headers["location"].startswith("/accounts/login/")


def test_forgotten_after_two_days(elm: SimpleNamespace, client_of: ClientOf) -> None:
    page = made(client_of(elm.owner), elm.home)
    with as_owner():
        day = HouseholdFile.objects.get().created_at
    forget_old(day + 0.9 * HOUSEHOLD_FILES_KEPT)
    assert client_of(elm.owner).get(page).status_code == 200
    forget_old(day + 1.1 * HOUSEHOLD_FILES_KEPT)
    assert client_of(elm.owner).get(page).status_code == 404
