"""recipes:recipe_import.create: a page, a text and files become recipes, each told of by itself."""

import gzip
import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.fetching import FetchError, Page
from recipes import incoming
from recipes.models import Recipe, RecipeIngredient
from tests.conftest import ClientOf
from tests.database import as_owner

TEXT = """Tomato soup

Serves 4

Ingredients:
500 g tomatoes
1 onion

Method:
Chop everything.
Boil for twenty minutes.
"""


def dish(name: str = "Dal", **others: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": name,
        "recipeYield": "4",
        "recipeIngredient": ["200 g red lentils", "1 onion"],
        "recipeInstructions": ["Boil.", "Stir."],
        **others,
    }


def page_of(*dishes: dict[str, Any]) -> str:
    told = json.dumps(dishes[0] if len(dishes) == 1 else list(dishes))
    return f'<html><head><script type="application/ld+json">{told}</script></head><body>Story</body></html>'


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def send(client: Client, household: Household, **sent: Any) -> Any:
    return client.post(f"/h/{household.code}/recipes/import/", sent)


def told(answer: Any) -> list[tuple[str, str]]:
    """Name and fate of everything that was brought."""
    part = answer.content.decode().split('id="brought"')[1].split("</section>")[0]
    rows = re.findall(r'class="name[^"]*"[^>]*>(.*?)</(?:a|span)>\s*<span class="why">(.*?)</span>', part, re.DOTALL)
    return [(name.strip(), why.strip()) for name, why in rows]


def count() -> int:
    with as_owner():
        return Recipe.objects.filter(deleted_at=None).count()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Pages by address, instead of the internet."""
    pages: dict[str, str] = {}

    def fetched(url: str) -> Page:
        if url not in pages:
            raise FetchError("not_found")
        return Page(url, pages[url].encode(), "text/html", pages[url])

    monkeypatch.setattr(incoming, "fetch", fetched)
    return pages


def test_the_page_offers_three_ways(household: Household, alice: User, client_of: ClientOf) -> None:
    answer = client_of(alice).get(f"/h/{household.code}/recipes/import/")
    assert answer.status_code == 200
    for way in ("address", "uploads", "text"):
        assert f'name="way" value="{way}"' in answer.content.decode()


def test_a_page_comes_in_once_however_its_address_is_written(
    household: Household, bob: User, client_of: ClientOf, site: dict[str, str]
) -> None:
    first, again = "https://www.example.org/dal/?utm_source=mail", "http://example.org/dal#comments"
    site[first] = site[again] = page_of(dish())
    client = client_of(bob)
    assert told(send(client, household, way="address", address=first)) == [("Dal", "came in")]
    assert told(send(client, household, way="address", address=again)) == [("Dal", "was here already")]
    with as_owner():
        dal = Recipe.objects.get()
        assert dal.source_url.startswith("http")
        assert RecipeIngredient.objects.filter(recipe=dal).count() == 2
        assert Activity.objects.get().verb == "recipe.imported"


def test_what_keeps_a_page_away_is_said_and_the_address_stays(
    household: Household, bob: User, client_of: ClientOf, site: dict[str, str]
) -> None:
    answer = send(client_of(bob), household, way="address", address="https://example.org/gone")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "The site has no page at this address any more." in html
    assert 'value="https://example.org/gone"' in html


@pytest.mark.parametrize("address", ["ftp://example.org/", "http://127.0.0.1/", "http://localhost:5432/", "x", "\x00"])
def test_addresses_that_are_not_fetched(address: str, household: Household, bob: User, client_of: ClientOf) -> None:
    assert send(client_of(bob), household, way="address", address=address).status_code == 422
    assert count() == 0


def test_a_pasted_recipe_and_a_pasted_page(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    assert told(send(client, household, way="text", text=TEXT)) == [("Tomato soup", "came in")]
    assert told(send(client, household, way="text", text=page_of(dish()))) == [("Dal", "came in")]
    assert told(send(client, household, way="text", text=TEXT)) == [("Tomato soup", "was here already")]
    with as_owner():
        soup = Recipe.objects.get(name="Tomato soup")
        assert list(soup.ingredients.values_list("original", flat=True)) == ["500 g tomatoes", "1 onion"]


def test_a_pasted_address_is_fetched(
    household: Household, bob: User, client_of: ClientOf, site: dict[str, str]
) -> None:
    site["https://example.org/dal"] = page_of(dish())
    answer = send(client_of(bob), household, way="text", text=" https://example.org/dal \n")
    assert told(answer) == [("Dal", "came in")]


def test_a_broken_file_is_named_and_the_others_go_on(household: Household, bob: User, client_of: ClientOf) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    answer = send(
        client_of(bob),
        household,
        way="uploads",
        uploads=[
            file("dal.json", json.dumps(dish())),
            file("holiday.json", picture),
            file("soup.txt", TEXT),
            file("really-an-archive.txt", b"PK\x03\x04 and more"),
            file("no-archive.zip", "just words"),
            file("empty.txt", b""),
            file("dal-again.html", page_of(dish())),
        ],
    )
    fates = dict(told(answer))
    assert fates.pop("Tomato soup") == "came in"
    assert [why for name, why in told(answer) if name == "Dal"] == ["came in", "was here already"]
    fates.pop("Dal")
    assert set(fates) == {"holiday.json", "really-an-archive.txt", "no-archive.zip", "empty.txt"}
    assert "not what its name says" in fates["no-archive.zip"]
    assert count() == 2


def test_an_archive_of_recipes(household: Household, bob: User, client_of: ClientOf) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../etc/one.json", json.dumps(dish("One")))
        archive.writestr("two.json", json.dumps(dish("Two")))
        archive.writestr("broken.json", "{")
    answer = send(client_of(bob), household, way="uploads", uploads=[file("all.zip", packed.getvalue())])
    assert {name for name, why in told(answer) if why == "came in"} == {"One", "Two"}
    with as_owner():
        assert Activity.objects.get().facts["count"] == 2
    assert "2 recipes came in." in answer.content.decode()


def test_more_than_fifty_are_refused_with_a_sentence(household: Household, bob: User, client_of: ClientOf) -> None:
    many = json.dumps([dish(f"Dish {number}") for number in range(51)])
    answer = send(client_of(bob), household, way="uploads", uploads=[file("many.json", many)])
    assert answer.status_code == 422
    assert "These are 51 recipes; at most 50 come in at once." in answer.content.decode()
    assert count() == 0


def test_fifty_come_in(household: Household, bob: User, client_of: ClientOf) -> None:
    many = json.dumps([dish(f"Dish {number}") for number in range(50)])
    answer = send(client_of(bob), household, way="uploads", uploads=[file("many.json", many)])
    assert answer.status_code == 200
    assert count() == 50


def test_a_packed_file_that_unpacks_without_end(household: Household, bob: User, client_of: ClientOf) -> None:
    bomb = gzip.compress(b"0" * 60_000_000)
    answer = send(client_of(bob), household, way="uploads", uploads=[file("small.gz", bomb)])
    assert answer.status_code == 422
    assert count() == 0


def test_too_large_a_file_is_not_looked_into(
    household: Household, bob: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "LARGEST_FILE", 100)
    answer = send(client_of(bob), household, way="uploads", uploads=[file("large.txt", TEXT)])
    assert "larger than 20 MB" in dict(told(answer))["large.txt"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"way": "sideways"},
        {"way": "address", "address": " "},
        {"way": "text", "text": " \n "},
        {"way": "uploads"},
        {"way": "text", "text": "rice\x00"},
        {"way": "text", "text": "x" * 2_000_001},
        {"way": "text", "text": "<script>alert(1)</script>"},
    ],
)
def test_nothing_in_it_is_refused(sent: dict[str, str], household: Household, bob: User, client_of: ClientOf) -> None:
    answer = send(client_of(bob), household, **sent)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    assert count() == 0


def test_names_of_files_do_no_harm(household: Household, bob: User, client_of: ClientOf) -> None:
    answer = send(client_of(bob), household, way="uploads", uploads=[file("<script>alert(1)<.txt", b"\x00\x01\x02")])
    assert "<script>alert" not in answer.content.decode()


def test_what_was_brought_is_taken_back_at_once(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    send(client, household, way="uploads", uploads=[file("both.json", json.dumps([dish("One"), dish("Two")]))])
    with as_owner():
        undo = f"/h/{household.code}/feed/{Activity.objects.get().pk}/undo/"
    client.post(undo)
    assert count() == 0


def test_guests_bring_nothing_in(household: Household, guest: User, client_of: ClientOf) -> None:
    assert send(client_of(guest), household, way="text", text=TEXT).status_code == 403
