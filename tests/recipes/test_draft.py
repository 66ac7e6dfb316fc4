"""recipes:draft.save and recipes:draft.discard: what is typed is kept for the one who types it."""

from typing import Any

from accounts.models import Household, User
from kitchen.ids import new_id
from recipes.models import Recipe, RecipeDraft
from recipes.services.draft import MOST, keep_draft
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory
from tests.recipes.test_recipe_edit import shown
from tests.recipes.test_recipe_service import as_person


def at(household: Household, path: str) -> str:
    return f"/h/{household.code}/recipes/{path}"


def typed(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "name": "Nettle so", "ingredients": "200 g nettles", "servings": "many", **others}


def test_a_new_recipe_is_gone_on_with_and_saved(household: Household, alice: User, client_of: ClientOf) -> None:
    client, form = client_of(alice), typed()
    for name in ("Nettle so", "Nettle soup"):
        assert client.post(at(household, "drafts/save/"), form | {"name": name}).status_code == 204
    page = client.get(at(household, "new/")).content.decode()
    again = shown(page)
    # Also what is no number stays as it was typed.
    assert {**again, "id": str(form["id"])} == again | {"name": "Nettle soup", "servings": "many"}
    assert "had not saved" in page
    assert "had not saved" not in client.get(at(household, "new/?fresh=1")).content.decode()
    assert client.post(at(household, "new/"), again | {"servings": "4"}).status_code == 302
    with as_owner():
        assert Recipe.objects.get().name == "Nettle soup"
        assert not RecipeDraft.objects.exists()
    # What was still on its way as it was saved does not come back.
    client.post(at(household, "drafts/save/"), again | {"servings": "4"})
    assert "had not saved" not in client.get(at(household, "new/")).content.decode()


def test_a_change_is_gone_on_with_and_thrown_away(household: Household, alice: User, client_of: ClientOf) -> None:
    recipe, client = RecipeFactory(household=household, name="Soup", lines="salt", steps="Boil."), client_of(alice)
    edit = at(household, f"{recipe.pk}/edit/")
    form = shown(client.get(edit).content.decode())
    client.post(at(household, "drafts/save/"), form)
    assert "had not saved" not in client.get(edit).content.decode()
    client.post(at(household, "drafts/save/"), form | {"steps": "Boil.\r\n\r\nServe."})
    page = client.get(edit).content.decode()
    assert "had not saved" in page
    assert shown(page)["steps"] == "Boil.\n\nServe."
    gone = client.post(at(household, "drafts/discard/"), {"id": recipe.pk})
    assert gone["Location"] == edit
    assert shown(client.get(edit).content.decode())["steps"] == "Boil."


def test_nobody_else_sees_a_draft(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    form = typed()
    client_of(alice).post(at(household, "drafts/save/"), form)
    his = client_of(bob)
    assert "Nettle" not in his.get(at(household, "new/")).content.decode()
    his.post(at(household, "drafts/discard/"), {"id": form["id"]})
    with as_person(household, bob):
        assert not RecipeDraft.objects.exists()
    with as_person(household, alice):
        assert RecipeDraft.objects.count() == 1


def test_guests_strangers_and_nonsense(
    household: Household, guest: User, stranger: User, alice: User, client_of: ClientOf
) -> None:
    for path in ("drafts/save/", "drafts/discard/"):
        assert client_of(guest).post(at(household, path), typed()).status_code == 403
        assert client_of(stranger).post(at(household, path), typed()).status_code == 404
        assert client_of(alice).post(at(household, path), typed(id="x")).status_code == 422
        assert client_of(alice).get(at(household, path)).status_code == 405


def test_who_never_finishes_loses_the_oldest(household: Household, alice: User) -> None:
    with as_person(household, alice):
        for number in range(MOST + 2):
            keep_draft(household, new_id(), {"name": str(number)}, by=alice)
        kept = RecipeDraft.objects.order_by("changed_at").values_list("fields__name", flat=True)
        assert (len(kept), kept[0]) == (MOST, "2")
