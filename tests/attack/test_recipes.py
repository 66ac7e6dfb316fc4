"""Recipes sent from pages that do not know what happened since."""

from django.urls import reverse

from accounts.models import Household, User
from kitchen.ids import new_id
from recipes.models import Recipe
from tests.attack.forms import sent_with
from tests.conftest import ClientOf
from tests.database import as_owner


def soup() -> dict[str, str]:
    return {"id": str(new_id()), "name": "Soup", "ingredients": "1 onion", "steps": "Cook it.", "tags": ""}


def recipes_of(household: Household) -> list[str]:
    with as_owner():
        found = Recipe.objects.filter(household=household, deleted_at=None).order_by("name")
        return list(found.values_list("name", flat=True))


def test_what_was_typed_after_going_back_is_not_lost(household: Household, bob: User, client_of: ClientOf) -> None:
    """The same form with other words: refused once with what was typed, then kept as a second recipe."""
    client, url, said = client_of(bob), reverse("recipes:recipe.create", args=[household.code]), soup()
    for _ in range(2):
        assert client.post(url, said).status_code == 302
    other = client.post(url, {**said, "name": "Stew"})
    assert other.status_code == 422
    assert "written down already" in other.content.decode()
    fresh = sent_with(other, "ingredients")["id"][0]
    assert fresh != said["id"]
    assert client.post(url, {**said, "name": "Stew", "id": fresh}).status_code == 302
    assert recipes_of(household) == ["Soup", "Stew"]


def test_what_was_deleted_is_not_said_to_be_written_down(household: Household, bob: User, client_of: ClientOf) -> None:
    client, url, said = client_of(bob), reverse("recipes:recipe.create", args=[household.code]), soup()
    client.post(url, said)
    client.post(reverse("recipes:recipe.delete", args=[household.code, said["id"]]))
    assert client.post(url, said).status_code == 422
    assert recipes_of(household) == []
