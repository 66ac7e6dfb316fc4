"""Files that are cut, foreign, too large or lie: one sentence, and nothing is made."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from accounts.models import Household, StoredFile, User
from accounts.transfer import limits
from accounts.transfer.form import HOUSEHOLD, MANIFEST, PEOPLE
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.models import CategorySetting, StockItem
from recipes.models import Recipe
from tests.accounts.household_files import elm, exported, imported, packed, spoiled
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.tenancy.rows import lay_out

__all__ = ["elm"]
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
RECIPES, FEED, LOTS = "tables/recipes.Recipe.jsonl", "tables/accounts.Activity.jsonl", "tables/pantry.StockItem.jsonl"
NO_FILE, NOT_WHOLE = "not the file of a household", "not whole"
TOO_LARGE, NEWER, NOT_SO = "too large", "newer Kitchen", "not as Kitchen writes it"


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refused(file: bytes, by: User, sentence: str) -> str:
    """What is wrong with the refusal, or nothing."""
    with as_owner():
        before = Household.objects.count()
    try:
        imported(file, by)
    except DomainError as error:
        said = str(error)
    else:
        return f"{sentence}: it came in"
    with as_owner():
        made = Household.objects.count() - before
    return "" if sentence in said and not made else f"{sentence}: {said}, {made} made"


def told_otherwise(file: bytes, **changes: Any) -> bytes:
    found = members(file)
    found[MANIFEST] = json.dumps(json.loads(found[MANIFEST]) | changes).encode()
    return packed(found)


def twice(file: bytes) -> bytes:
    whole = io.BytesIO(file)
    with zipfile.ZipFile(whole, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(HOUSEHOLD, b"{}")
    return whole.getvalue()


def outside(file: bytes) -> Iterator[tuple[bytes, str]]:
    found = members(file)
    yield b"", NOT_WHOLE
    yield b"a letter", NOT_WHOLE
    yield file[: len(file) // 2], NOT_WHOLE
    yield file[:40] + bytes([file[40] ^ 1]) + file[41:], NOT_WHOLE
    yield packed({"recipes.json": b"[]"}), NO_FILE
    for name in ("../evil.jsonl", "/etc/passwd", "tables/../../x.jsonl", "tables/accounts.User.jsonl", "files/x.webp"):
        yield packed({**found, name: b"x"}), NO_FILE
    yield twice(file), NO_FILE
    yield told_otherwise(file, format="other"), NO_FILE
    yield told_otherwise(file, version=2), NEWER
    yield told_otherwise(file, tables={}), NOT_WHOLE
    yield told_otherwise(file, tables=3), NOT_WHOLE
    yield told_otherwise(file, files={"files/x": {"size": 1}}), NOT_WHOLE
    yield packed({**found, MANIFEST: b"[" * 100_000}), NOT_WHOLE
    yield packed({**found, MANIFEST: b"[]"}), NO_FILE
    yield packed({name: data for name, data in found.items() if name != RECIPES}), NOT_WHOLE
    yield packed({**found, RECIPES: found[RECIPES] + b"{}\n"}), NOT_WHOLE
    yield packed({**found, RECIPES: b" " * 5_000_000}), TOO_LARGE


def test_from_outside(elm: SimpleNamespace) -> None:
    file = exported(elm.home, elm.owner)
    assert [fault for bad, sentence in outside(file) if (fault := refused(bad, elm.owner, sentence))] == []


def test_one_that_says_it_is_small(elm: SimpleNamespace) -> None:
    """The sizes in the directory of a zip are claims: no more than they say is ever unpacked."""
    found = members(exported(elm.home, elm.owner))
    bomb = packed({**found, RECIPES: b"x" * 900_000})
    lying = bomb.replace(struct.pack("<L", 900_000), struct.pack("<L", 10))
    assert lying != bomb
    assert refused(lying, elm.owner, NOT_WHOLE) == ""


def test_more_than_may_be(elm: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    file = exported(elm.home, elm.owner)
    for name in ("MOST_UNPACKED", "MOST_MEMBERS", "MOST_ROWS", "LONGEST_LINE", "LONGEST_PAPER"):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, 10)
            assert refused(file, elm.owner, TOO_LARGE) == "", name


def each(**changes: Any) -> Callable[[Any], Any]:
    return lambda rows: [row | changes for row in rows]


def deep(levels: int) -> Any:
    found: Any = {}
    for _level in range(levels):
        found = {"in": found}
    return found


def inside() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """Members that say what cannot be, in a file that is otherwise whole."""
    for wrong in (3, None, [], "a\x00b", "\ud800", "x" * 500):
        yield RECIPES, each(name=wrong)
    for wrong in ("soon", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00", 5):
        yield RECIPES, each(created_at=wrong)
    for wrong in ("NaN", "1e400", "1.23456", 2.5, "-1"):
        yield RECIPES, each(servings=wrong)
    for wrong in (10**40, True, "7", -1):
        yield RECIPES, each(prep_minutes=wrong)


def beside(other: SimpleNamespace) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """What code would have to work with, and rows of strangers."""
    yield RECIPES, each(household_id=str(other.household.pk))
    yield RECIPES, each(id="not an id")
    yield RECIPES, lambda rows: rows * 2
    yield RECIPES, lambda _rows: [[]]
    yield RECIPES, each(label=deep(60))
    yield RECIPES, each(label={"energy": 3})
    yield RECIPES, each(source_url="javascript:alert(1)")
    yield LOTS, each(unit="<b>")
    yield LOTS, each(unit="")
    yield LOTS, each(date_kind="never")
    yield "tables/pantry.Place.jsonl", each(storage="")
    yield "tables/pantry.Product.jsonl", each(pack_amount="3", pack_unit="")
    yield LOTS, each(place=str(other.household.pk))
    yield LOTS, each(use_by="9999-12-31")
    yield "tables/recipes.RecipeStep.jsonl", each(recipe=str(other.recipe))
    yield FEED, lambda rows: [row | {"verb": "household.renamed", "facts": {}} for row in rows]
    yield FEED, lambda rows: [row | {"facts": {"actor": "x"}} for row in rows]
    yield FEED, each(facts=[])
    yield FEED, each(number=2**62)
    yield "tables/pantry.StockMovement.jsonl", each(changes={"use_by": ["soon", None]})
    yield "tables/recipes.RecipeVersion.jsonl", each(content={"name": "x", "steps": 3})
    yield "tables/shopping.ListOperation.jsonl", each(after={"name": "x"})
    yield "tables/shopping.Store.jsonl", each(pairs={"a": 1})
    yield "tables/chat.Message.jsonl", each(sources=[3])
    yield "tables/chat.Attachment.jsonl", each(data="files/../../etc/passwd")
    yield "tables/accounts.StoredFile.jsonl", each(media_type="text/html")
    yield "tables/accounts.StoredFile.jsonl", each(size=2)


def papers() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """What stands beside the tables."""
    yield HOUSEHOLD, lambda told: told | {"currency": "<b>"}
    yield HOUSEHOLD, lambda told: told | {"digest_hour": 99}
    yield HOUSEHOLD, lambda _told: []
    yield PEOPLE, lambda _told: [3]
    yield PEOPLE, lambda _told: [{"id": "x", "email": "y"}]


def test_from_inside(elm: SimpleNamespace) -> None:
    other = lay_out("Birch")
    with as_owner():
        other.recipe = Recipe.objects.filter(household=other.household)[0].pk
    file = exported(elm.home, elm.owner)
    bad = [*inside(), *beside(other), *papers()]
    faults = [(member, refused(spoiled(file, member, change), elm.owner, "")) for member, change in bad]
    assert [(number, *fault) for number, fault in enumerate(faults) if fault[1]] == []


def test_hostile_words_come_in_as_words(elm: SimpleNamespace, client_of: ClientOf) -> None:
    evil = "<script>alert(1)</script>{{ 7 }}../../etc"
    file = exported(elm.home, elm.owner)
    for member in (RECIPES, LOTS, "tables/accounts.Eater.jsonl", "tables/pantry.Place.jsonl"):
        file = spoiled(file, member, lambda rows: [row | {"name": evil} for row in rows[:1]] + rows[1:])
    file = spoiled(file, HOUSEHOLD, lambda told: told | {"name": evil})
    file = spoiled(file, "tables/accounts.StoredFile.jsonl", each(name="/../evil.html"))
    came = imported(file, elm.owner)
    client = client_of(elm.owner)
    for page in ("", "pantry/", "recipes/", "eaters/", "settings/", "feed/"):
        answer = client.get(f"/h/{came.code}/{page}")
        assert answer.status_code == 200, page
        assert b"<script>alert" not in answer.content, page
    with as_owner():
        assert {one.name for one in StoredFile.objects.filter(household=came)} == {"/../evil.html"}


def test_what_this_catalogue_does_not_know_stays_as_words(elm: SimpleNamespace) -> None:
    file = exported(elm.home, elm.owner)
    file = spoiled(file, LOTS, each(food="moon dust", own_food=None, name="Moon dust"))
    file = spoiled(file, "tables/pantry.CategorySetting.jsonl", each(category="no aisle"))
    came = imported(file, elm.owner)
    with tenancy.scope(household=came.pk, person=elm.owner.pk):
        lot = StockItem.objects.get()
        assert (lot.food_ref, lot.name) == (None, "Moon dust")
        assert not CategorySetting.objects.exists()
