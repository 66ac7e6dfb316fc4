"""recipes:recipe.edit: the form shows what is kept, and changes it."""

import html as markup
import re
from typing import Any

from accounts.models import Activity, Household, User
from recipes.content import content_of
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def url(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/edit/"


def curry(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(
        household=household,
        name="Spinach & <b>curry</b>",
        lines="200 g spinach\nFor the rice:\n300 g rice",
        steps="Soften.\n\nFor the rice:\n\nBoil: gently.",
        servings=10,
        tags=["quick", "vegan"],
        author="Alice's mother",
        emoji="🍛",
    )
    return made


def shown(page: str) -> dict[str, Any]:
    """What the form would send again, as a browser reads it."""
    inputs = re.findall(r"<input[^>]*>", page)
    sent: dict[str, Any] = {}
    for one in inputs:
        name, value = (re.search(rf'{word}="([^"]*)"', one) for word in ("name", "value"))
        if name and ('type="radio"' not in one or "checked" in one) and name[1] not in {"way", "csrfmiddlewaretoken"}:
            sent[name[1]] = markup.unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\s?(.*?)</textarea>', page, re.DOTALL):
        sent[name] = markup.unescape(text)
    return sent


def test_saving_what_is_shown_changes_nothing(household: Household, alice: User, client_of: ClientOf) -> None:
    recipe, client = curry(household), client_of(alice)
    with as_owner():
        before = content_of(recipe)
    sent = shown(client.get(url(recipe)).content.decode())
    assert sent["servings"] == "10"
    assert client.post(url(recipe), sent).status_code == 302
    with as_owner():
        assert content_of(Recipe.objects.get()) == before
        assert not Activity.objects.exists()


def test_a_change_is_told_and_taken_back(household: Household, bob: User, client_of: ClientOf) -> None:
    recipe, client = curry(household), client_of(bob)
    sent = shown(client.get(url(recipe)).content.decode()) | {"name": "Kale curry", "ingredients": "300 g kale"}
    page = client.post(url(recipe), sent, follow=True).content.decode()
    assert "Kale curry" in page
    assert "300 g" in page
    # The form does not ask for it, so it stays.
    with as_owner():
        assert Recipe.objects.get().author == "Alice's mother"
        undo = f"/h/{household.code}/feed/{Activity.objects.get().pk}/undo/"
    assert f'action="{undo}"' in page
    client.post(undo)
    with as_owner():
        back = content_of(Recipe.objects.get())
    assert (back.name, back.ingredients[0].lines) == ("Spinach & <b>curry</b>", ["200 g spinach"])


def test_two_who_write_at_once(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    recipe = curry(household)
    alices, bobs = client_of(alice), client_of(bob)
    first, second = (shown(one.get(url(recipe)).content.decode()) for one in (alices, bobs))
    assert bobs.post(url(recipe), second | {"name": "Bob's"}).status_code == 302
    refused = alices.post(url(recipe), first | {"name": "Alice's"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Somebody changed this recipe while you did" in page
    # What it was about is told, line by line, and what was typed stands below it.
    assert "What Bob changed meanwhile" in page
    assert "<ins>" in page
    assert 'value="Alice&#x27;s"' in page
    assert alices.post(url(recipe), shown(page)).status_code == 302
    with as_owner():
        assert Recipe.objects.get().name == "Alice's"


def test_sent_twice_it_is_one_change(household: Household, alice: User, client_of: ClientOf) -> None:
    recipe, client = curry(household), client_of(alice)
    sent = shown(client.get(url(recipe)).content.decode()) | {"name": "Kale curry"}
    assert [client.post(url(recipe), sent).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        assert Activity.objects.count() == 1


def test_others_and_guests(
    household: Household, other_household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    theirs = RecipeFactory(household=other_household, name="Theirs")
    path = f"/h/{household.code}/recipes/{theirs.pk}/edit/"
    assert client_of(alice).get(path).status_code == 404
    assert client_of(alice).post(path, {"name": "Mine"}).status_code == 404
    assert client_of(guest).get(url(curry(household))).status_code == 403
