"""recipes:recipe_import.create: one box for addresses, a text and files, which become recipes in the background."""

import gzip
import json
from typing import Any

import pytest

from accounts.limits import Limit
from accounts.models import Activity, Household, User
from kitchen import fetching
from kitchen.fetching import FetchError, Page
from kitchen.ids import new_id
from recipes import import_pictures, import_source, incoming
from recipes.models import ImportBatch, Recipe, RecipeIngredient, RecipeOrigin, RecipePicture
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.recipes.importing import TEXT, begin, bring, count, dish, fates, file, packed, page_of, photo, read_waiting


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | bytes]:
    """Pages and pictures by address, instead of the internet."""
    pages: dict[str, str | bytes] = {}

    def fetched(url: str, **_how: Any) -> Page:
        found = pages.get(url)
        if found is None:
            raise FetchError("not_found")
        if isinstance(found, bytes):
            return Page(url, found, "image/jpeg", "")
        return Page(url, found.encode(), "text/html", found)

    monkeypatch.setattr(import_source, "fetch", fetched)
    monkeypatch.setattr(import_pictures, "fetch", fetched)
    return pages


def test_the_page_has_one_box_and_says_how_other_programs_let_recipes_out(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    html = client_of(alice).get(f"/h/{household.code}/recipes/import/").content.decode()
    assert 'name="what"' in html
    assert 'name="uploads"' in html
    for program in ("Paprika", "Mealie", "Tandoor", "MasterCook"):
        assert program in html


def test_a_page_comes_in_once_however_its_address_is_written(
    household: Household, bob: User, client_of: ClientOf, site: dict[str, str | bytes]
) -> None:
    first, again = "https://www.example.org/dal/?utm_source=mail", "http://example.org/dal#comments"
    site[first] = site[again] = page_of(dish(image="https://example.org/dal.jpg"))
    site["https://example.org/dal.jpg"] = photo()
    client = client_of(bob)
    html = bring(client, household, what=first).content.decode()
    with as_owner():
        dal = Recipe.objects.get()
        assert dal.source_url.startswith("http")
        assert RecipeIngredient.objects.filter(recipe=dal).count() == 2
        assert RecipePicture.objects.get().recipe_id == dal.pk
        assert RecipeOrigin.objects.get().url == first
        assert Activity.objects.get().verb == "recipe.imported"
    assert f"/recipes/{dal.pk}/" in html
    assert "It came in" in html
    assert "It was here already" in bring(client, household, what=again).content.decode()
    assert count() == 1


def test_several_addresses_each_by_itself(
    household: Household, bob: User, client_of: ClientOf, site: dict[str, str | bytes]
) -> None:
    site["https://example.org/dal"] = page_of(dish())
    bring(client_of(bob), household, what="https://example.org/dal\n\n example.org/gone\n")
    assert fates() == {"Dal": "imported", "example.org": "The site has no page at this address any more."}


@pytest.mark.parametrize("address", ["http://user:pw@example.org/", "http://localhost:5432/", "https://example.org:1/"])
def test_addresses_that_nobody_may_ask_for_are_refused_at_once(
    address: str, household: Household, bob: User, client_of: ClientOf
) -> None:
    answer = begin(client_of(bob), household, what=address)
    assert answer.status_code == 422
    assert address in answer.content.decode()
    with as_owner():
        assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/"])
def test_addresses_inside_are_never_fetched(address: str, household: Household, bob: User, client_of: ClientOf) -> None:
    assert import_source.fetch is fetching.fetch
    bring(client_of(bob), household, what=address)
    assert [why for why in fates().values() if "public internet" in why]
    assert count() == 0


def test_a_pasted_recipe_and_a_pasted_page(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    bring(client, household, what=TEXT)
    bring(client, household, what=page_of(dish("Dal é", recipeIngredient=["1 crème fraîche"])))
    html = bring(client, household, what=TEXT).content.decode()
    assert "It was here already" in html
    with as_owner():
        soup, dal = Recipe.objects.get(name="Tomato soup"), Recipe.objects.get(name="Dal é")
        assert list(soup.ingredients.values_list("original", flat=True)) == ["500 g tomatoes", "1 onion"]
        assert dal.ingredients.get().original == "1 crème fraîche"


def test_a_broken_file_is_named_and_the_others_go_on(household: Household, bob: User, client_of: ClientOf) -> None:
    sent = [
        file("dal.json", json.dumps(dish())),
        file("holiday.json", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        file("soup.txt", TEXT),
        file("empty.txt", b""),
        file("dal-again.html", page_of(dish())),
    ]
    html = bring(client_of(bob), household, uploads=sent).content.decode()
    told = fates()
    assert told["Tomato soup"] == "imported"
    assert told["empty.txt"] == "It is empty."
    assert set(told) == {"Dal", "holiday.json", "Tomato soup", "empty.txt"}
    assert "2 recipes came in" in html
    with as_owner():
        batch = ImportBatch.objects.get()
        assert (batch.imported, batch.already, batch.failed, batch.state) == (2, 1, 2, "done")


def test_an_archive_with_a_picture(household: Household, bob: User, client_of: ClientOf) -> None:
    members = {
        "../../etc/one/recipe.json": json.dumps(dish("One", image="full.jpg")),
        "../../etc/one/full.jpg": photo(),
        "two.json": json.dumps(dish("Two")),
        "broken.json": "{",
    }
    bring(client_of(bob), household, uploads=[file("all.zip", packed(members))])
    assert fates() == {"One": "imported", "Two": "imported", "broken.json": "The file is broken."}
    with as_owner():
        assert Activity.objects.get().facts["count"] == 2
        assert RecipeOrigin.objects.get(recipe__name="Two").member == "two.json"


def test_a_library_comes_in_once_however_often_it_is_sent(household: Household, bob: User, client_of: ClientOf) -> None:
    many = json.dumps([dish(f"Dish {number}") for number in range(120)])
    client = client_of(bob)
    assert "120 recipes came in" in bring(client, household, uploads=[file("many.json", many)]).content.decode()
    assert "was here already" in bring(client, household, uploads=[file("many.json", many)]).content.decode()
    assert count() == 120


def test_the_same_form_sent_twice_is_one_import(household: Household, bob: User, client_of: ClientOf) -> None:
    client, operation = client_of(bob), str(new_id())
    pages = {begin(client, household, what=TEXT, operation=operation)["Location"] for _ in range(2)}
    assert len(pages) == 1
    read_waiting()
    assert count() == 1


def test_what_unpacks_without_end_and_what_is_not_what_it_says(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    bring(client, household, uploads=[file("small.gz", gzip.compress(b"0" * 130_000_000))])
    assert fates() == {"small.gz": "The file is too large for a recipe."}
    for name, content in (("really-an-archive.txt", b"PK\x03\x04 and more"), ("no-archive.zip", b"just words")):
        answer = begin(client, household, uploads=[file(name, content)])
        assert answer.status_code == 422
        assert "is not what its name says" in answer.content.decode()


def test_too_much_at_once_is_refused(
    household: Household, bob: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "LARGEST_ALL", 100)
    answer = begin(client_of(bob), household, uploads=[file("large.txt", TEXT)])
    assert answer.status_code == 422
    assert "at most 250 MB" in answer.content.decode()
    many = "\n".join(f"https://example.org/{number}" for number in range(101))
    assert begin(client_of(bob), household, what=many).status_code == 422


@pytest.mark.parametrize("sent", [{}, {"what": " \n "}, {"what": "rice\x00"}, {"operation": "x", "what": TEXT}])
def test_nothing_in_it_is_refused(sent: dict[str, str], household: Household, bob: User, client_of: ClientOf) -> None:
    assert begin(client_of(bob), household, **sent).status_code == 422
    with as_owner():
        assert not ImportBatch.objects.exists()


def test_scripts_in_names_and_texts_do_no_harm(household: Household, bob: User, client_of: ClientOf) -> None:
    evil = "<script>alert(1)</script>"
    client = client_of(bob)
    for sent in ({"uploads": [file(f"{evil}.txt", b"\x00\x01\x02")]}, {"what": f"{evil}\n{TEXT}"}):
        assert "<script>alert" not in bring(client, household, **sent).content.decode()
    assert "<script>alert" not in client.get(f"/h/{household.code}/recipes/import/").content.decode()


def test_guests_bring_nothing_in(household: Household, guest: User, client_of: ClientOf) -> None:
    assert begin(client_of(guest), household, what=TEXT).status_code == 403


def test_imports_tire_and_keep_what_was_typed(
    household: Household, bob: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recipes.views.recipe_import.IMPORTS", Limit("imports", 1, 600))
    client = client_of(bob)
    assert begin(client, household, what=TEXT).status_code == 302
    tired = begin(client, household, what=f"Plum soup\n\n{TEXT}")
    assert tired.status_code == 429
    assert 0 < int(tired["Retry-After"]) <= 600
    assert "Plum soup" in tired.content.decode()
