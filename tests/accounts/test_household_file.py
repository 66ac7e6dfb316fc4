"""A household with everything in it goes out, comes in again, and goes out as it was."""

import re
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.models import JSONField

from accounts.models import Activity, Eater, Household, Invitation, Membership, User
from accounts.services.household import update_household
from accounts.services.stored_file import read_file, store_file
from accounts.transfer.paper import told_anew
from accounts.transfer.registries import checks
from accounts.transfer.tables import carried, columns
from chat.models import Attachment, Conversation, MemoryNote, Message
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.home.demo import ALICE
from recipes.models import Recipe, RecipeFavourite, RecipeLink, RecipePicture
from recipes.queries.finding import recipes_of
from shopping.models import ListLink
from tests.accounts.household_files import Content, alike, content_of, elm, exported, imported
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import UserFactory

__all__ = ["elm"]
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
FEED = "tables/accounts.Activity.jsonl"


PAGES = ("", "pantry/", "recipes/", "feed/", "chat/", "settings/", "search/?q=rice")


def as_it_comes(content: Content, me: User) -> Content:
    """What of a file can be anywhere else: others are nobody there, and what is the file's alone is told by it."""
    people = content.pop("people.json")
    others = {one["id"] for one in people} - {str(me.pk)}
    for name, rows in content.items():
        if name.startswith("tables/"):
            content[name] = [
                {key: None if is_one(value, others) else value for key, value in row.items()} for row in rows
            ]
    for row in content["tables/recipes.RecipeComment.jsonl"]:
        row["said_by"] = row["said_by"] if row["author"] else "by name"
    feed = [row for row in content[FEED] if row["verb"] != "household.imported"]
    for row in feed:
        row["facts"].pop("brought", None)
    return alike(content | {FEED: feed})


def is_one(value: Any, others: set[str]) -> bool:
    return isinstance(value, str) and value in others


def test_the_demo_comes_back_as_it_was(client_of: ClientOf) -> None:
    call_command("seed_demo", verbosity=0)
    with as_owner():
        linden, alice = Household.objects.get(name="Linden 12"), User.objects.get(email=ALICE)
    before = exported(linden, alice)
    came = imported(before, alice)
    first, second = (as_it_comes(content_of(file), alice) for file in (before, exported(came, alice)))
    assert first.keys() == second.keys()
    for name, content in first.items():
        assert content == second[name], name
    assert [page for page in PAGES if client_of(alice).get(f"/h/{came.code}/{page}").status_code != HTTPStatus.OK] == []
    with tenancy.scope(household=came.pk, person=alice.pk):
        assert recipes_of(came).count() > 40
        assert Eater.objects.filter(user=alice).count() == 1
        assert Eater.objects.filter(name="Bob", user=None).exists()


@pytest.mark.tenancy
def test_a_row_of_every_table_comes_back(elm: SimpleNamespace) -> None:
    content = content_of(before := exported(elm.home, elm.owner))
    assert [one._meta.label for one in carried() if not content[f"tables/{one._meta.label}.jsonl"]] == []
    after = exported(imported(before, elm.owner), elm.owner)
    first, second = (as_it_comes(content_of(file), elm.owner) for file in (before, after))
    for name, rows in first.items():
        assert rows == second[name], name


def test_two_of_one_file_are_two(elm: SimpleNamespace) -> None:
    file = exported(elm.home, elm.owner)
    homes = [elm.home, imported(file, elm.owner), imported(file, elm.owner)]
    assert len({home.pk for home in homes}) == len({home.code for home in homes}) == len(homes)
    with as_owner():
        kept = [set(Recipe.objects.filter(household=home).values_list("pk", flat=True)) for home in homes]
    assert len(set.union(*kept)) == sum(map(len, kept))


def test_pictures_lie_in_it_with_their_endings(elm: SimpleNamespace) -> None:
    with tenancy.scope(household=elm.home.pk, person=elm.owner.pk):
        dish = Recipe.objects.all()[0]
        file = store_file(elm.home, [b"a picture"], name="dal.webp", media_type="image/webp")
        shown = {"file": file, "thumb": file, "width": 3, "height": 2, "alt": "Dal"}
        RecipePicture.objects.create(household=elm.home, recipe=dish, position=7, **shown)
    content = content_of(before := exported(elm.home, elm.owner))
    assert content[f"files/{file.sha256}.webp"] == b"a picture"
    came = imported(before, elm.owner)
    with tenancy.scope(household=came.pk, person=elm.owner.pk):
        assert read_file(RecipePicture.objects.get(alt="Dal").file) == b"a picture"


@pytest.mark.tenancy
def test_nothing_of_others_and_nothing_that_opens_a_door_is_in_it(elm: SimpleNamespace) -> None:
    """Neither an admin nor the operator takes the owner's own conversation along."""
    with as_owner():
        own = Conversation.objects.get(household=elm.home, private_to=elm.owner)
        opening = [*Invitation.objects.values_list("token", "code")[0]]
        opening += [RecipeLink.objects.all()[0].token, ListLink.objects.all()[0].token]
    mine = str(content_of(exported(elm.home, elm.owner)))
    assert str(own.pk) in mine
    assert not any(token in mine for token in opening)
    for by in (elm.carol, None):
        assert str(own.pk) not in str(content_of(exported(elm.home, by)))


def test_somebody_else_brings_it_in_and_sees_nothing_of_anybodys_own(elm: SimpleNamespace) -> None:
    sam = UserFactory(name="Sam", email="sam@example.org")
    came = imported(exported(elm.home, elm.owner), sam)
    with as_owner():
        assert [one.user for one in Membership.objects.filter(household=came)] == [sam]
        for model in (Conversation, Message, Attachment, MemoryNote):
            assert not model.objects.filter(household=came).exclude(private_to=None).exists()
        assert not RecipeFavourite.objects.filter(household=came).exists()
        assert not Activity.objects.filter(household=came, actor=elm.owner).exists()
        assert {one.user for one in Eater.objects.filter(household=came)} == {None, sam}


def test_what_was_done_elsewhere_is_told_and_not_undone(elm: SimpleNamespace, client_of: ClientOf) -> None:
    with tenancy.scope(household=elm.home.pk, person=elm.owner.pk):
        update_household(elm.home, by=elm.owner, name="Elm 3")
    came = imported(exported(elm.home, elm.owner), elm.owner)
    client = client_of(elm.owner)
    assert "brought Elm 3 here from a file" in client.get(f"/h/{came.code}/feed/").content.decode()
    with as_owner():
        old = Activity.objects.get(household=came, verb="household.renamed")
    assert f"{old.pk}/undo" not in client.get(f"/h/{came.code}/feed/").content.decode()
    assert client.post(f"/h/{came.code}/feed/{old.pk}/undo/").status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    with as_owner():
        assert Household.objects.get(pk=came.pk).name == "Elm 3"


def test_by_command(elm: SimpleNamespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "elm.zip"
    call_command("export_household", elm.home.code, to=file)
    call_command("import_household", str(file), owner="Carol@example.org")
    with as_owner():
        came = Household.objects.exclude(pk=elm.home.pk).get(name=elm.home.name)
        assert Membership.objects.get(household=came).user == elm.carol
    assert came.code in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [file]


def test_commands_refuse_in_a_sentence(elm: SimpleNamespace, tmp_path: Path) -> None:
    file = tmp_path / "elm.zip"
    file.write_bytes(b"PK")
    with pytest.raises(DomainError, match="There is no household nowhere"):
        call_command("export_household", "nowhere", to=file)
    for name, owner, sentence in (
        (file, elm.owner.email, "not whole"),
        (tmp_path / "no.zip", elm.owner.email, "cannot be read"),
        (file, "nobody@example.org", "no account"),
    ):
        with pytest.raises(DomainError, match=sentence):
            call_command("import_household", str(name), owner=owner)
    assert file.read_bytes() == b"PK"


def test_the_paper_is_true() -> None:
    paper = (settings.BASE_DIR / "docs/household-file.md").read_text(encoding="utf-8")
    assert paper == told_anew(paper), "run manage.py household_file_doc --write"


def test_json_of_strangers_is_judged() -> None:
    """Each table with JSON in it says what the program can work with."""
    judged = {label for label, _check in checks}
    tables = {one._meta.label for one in carried() if any(isinstance(field, JSONField) for field in columns(one))}
    assert tables <= judged, tables - judged


def test_no_column_is_a_secret() -> None:
    names = {f"{one._meta.label}.{field.name}" for one in carried() for field in columns(one)}
    assert not [name for name in names if re.search(r"token$|secret|password|sealed", name.rpartition(".")[2])]
