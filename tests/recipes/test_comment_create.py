"""recipes:comment.index, recipes:comment.create, recipes:comment.edit and recipes:comment.delete."""

from uuid import uuid4

import pytest

from accounts.models import Household, User
from recipes.models import Recipe, RecipeComment
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory
from tests.recipes.test_review_edit import undo_newest


@pytest.fixture
def soup(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Soup")
    return made


def base(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/recipes/"


def comments() -> list[RecipeComment]:
    with as_owner():
        return list(RecipeComment.objects.order_by("created_at"))


def test_what_is_said_is_there_once(soup: Recipe, alice: User, guest: User, client_of: ClientOf) -> None:
    sent = {"id": uuid4(), "text": "<b>More</b> salt"}
    client = client_of(alice)
    for _ in range(2):
        assert client.post(f"{base(soup)}{soup.pk}/comments/new/", sent).status_code == 302
    assert len(comments()) == 1
    read = client_of(guest).get(f"{base(soup)}{soup.pk}/comments/").content.decode()
    assert "&lt;b&gt;More&lt;/b&gt; salt" in read
    assert "/comments/new/" not in read
    part = client.post(
        f"{base(soup)}{soup.pk}/comments/new/", {"id": uuid4(), "text": "Second"}, headers={"HX-Request": "true"}
    )
    assert part.content.decode().lstrip().startswith('<section class="talk')


def test_nothing_is_refused(soup: Recipe, alice: User, client_of: ClientOf) -> None:
    for text in ("", "  ", "x" * 2001):
        answer = client_of(alice).post(f"{base(soup)}{soup.pk}/comments/new/", {"id": uuid4(), "text": text})
        assert answer.status_code == 422
    assert comments() == []


def test_own_comments_are_changed_deleted_and_brought_back(
    household: Household, soup: Recipe, alice: User, bob: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    client.post(f"{base(soup)}{soup.pk}/comments/new/", {"id": uuid4(), "text": "First"})
    where = f"{base(soup)}comments/{comments()[0].pk}/"
    assert client.post(where, {"text": "Better"}).status_code == 302
    assert comments()[0].edited_at
    assert client_of(bob).post(where, {"text": "His"}).status_code == 422
    assert comments()[0].text == "Better"
    undo_newest(client, household)
    assert comments()[0].text == "First"
    client_of(bob).post(f"{where}delete/")
    assert comments()[0].deleted_at is None
    client.post(f"{where}delete/")
    assert comments()[0].deleted_at
    assert client.get(where).status_code == 404
    undo_newest(client, household)
    assert comments()[0].deleted_at is None


def test_what_nobody_here_wrote_anybody_may_delete(soup: Recipe, bob: User, client_of: ClientOf) -> None:
    with as_owner():
        old = RecipeComment.objects.create(household=soup.household, recipe=soup, said_by="Grandma", text="Butter!")
    client = client_of(bob)
    assert "Grandma" in client.get(f"{base(soup)}{soup.pk}/comments/").content.decode()
    assert client.post(f"{base(soup)}comments/{old.pk}/", {"text": "Oil"}).status_code == 422
    assert client.post(f"{base(soup)}comments/{old.pk}/delete/").status_code == 302
    assert comments()[0].deleted_at


def test_strangers(soup: Recipe, stranger: User, other_household: Household, client_of: ClientOf) -> None:
    client = client_of(stranger)
    theirs = f"/h/{other_household.code}/recipes/{soup.pk}/comments/"
    assert client.get(f"{base(soup)}{soup.pk}/comments/").status_code == 404
    assert client.get(theirs).status_code == 404
    assert client.post(f"{theirs}new/", {"id": uuid4(), "text": "Hello"}).status_code == 404
