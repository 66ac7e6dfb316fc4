"""The pictures of a recipe, as they are added, shown, put in order and taken out.

recipes:picture.show, recipes:picture.index, recipes:picture.create, recipes:picture.edit, recipes:picture.move,
recipes:picture.remove
"""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from recipes.models import Recipe, RecipePicture
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def photo(color: str = "green", kind: str = "JPEG", name: str = "dish.jpg") -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(written, kind)
    return SimpleUploadedFile(name, written.getvalue())


def at(household: Household, path: str) -> str:
    return f"/h/{household.code}/recipes/{path}"


def colours(recipe: Recipe) -> list[RecipePicture]:
    with as_owner():
        return list(RecipePicture.objects.filter(recipe=recipe).order_by("position"))


def filled(household: Household, client: Client) -> tuple[Recipe, list[RecipePicture]]:
    recipe = RecipeFactory(household=household)
    client.post(at(household, f"{recipe.pk}/pictures/new/"), {"pictures": [photo("red"), photo("blue"), photo("gold")]})
    return recipe, colours(recipe)


def test_several_at_once_each_once_and_taken_back(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    recipe, three = filled(household, client)
    assert [one.position for one in three] == [0, 1, 2]
    client.post(at(household, f"{recipe.pk}/pictures/new/"), {"pictures": [photo("red")]})
    assert len(colours(recipe)) == 3
    with as_owner():
        told = Activity.objects.get(verb="recipe.pictured")
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    assert not colours(recipe)


def test_it_is_shown_small_and_large_to_those_who_live_here(
    household: Household, other_household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    _recipe, three = filled(household, client_of(alice))
    url = at(household, f"pictures/{three[0].pk}/")
    for size in ("", "?size=thumb"):
        answer = client_of(guest).get(url + size)
        assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
        assert "private" in answer["Cache-Control"]
        assert "immutable" in answer["Cache-Control"]
        assert Image.open(io.BytesIO(answer.content)).format == "WEBP"
        again = client_of(guest).get(url + size, headers={"if-none-match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    sam = client_of(stranger)
    assert sam.get(url).status_code == 404
    assert sam.get(url.replace(household.code, other_household.code)).status_code == 404


def test_another_cover_words_and_one_less(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    recipe, (red, blue, gold) = filled(household, client)

    def post(one: RecipePicture, what: str, **sent: str) -> list[object]:
        assert client.post(at(household, f"pictures/{one.pk}/{what}/"), sent).status_code == 302
        return [picture.pk for picture in colours(recipe)]

    assert post(gold, "move", to="first") == [gold.pk, red.pk, blue.pk]
    assert post(gold, "move", to="after") == [red.pk, gold.pk, blue.pk]
    assert post(red, "move", to="nonsense") == [red.pk, gold.pk, blue.pk]
    post(red, "edit", alt="  A red <b>plate</b>  ")
    assert colours(recipe)[0].alt == "A red <b>plate</b>"
    assert post(red, "remove") == [gold.pk, blue.pk]
    page = client.get(at(household, f"{recipe.pk}/pictures/")).content.decode()
    assert page.count("<img") == 2
    with as_owner():
        told = Activity.objects.get(verb="recipe.unpictured")
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    back = colours(recipe)
    assert [one.file_id for one in back] == [red.file_id, gold.file_id, blue.file_id]
    assert back[0].alt == "A red <b>plate</b>"


@pytest.mark.parametrize(
    "wrong",
    [
        SimpleUploadedFile("dish.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        SimpleUploadedFile("dish.png", b"no picture"),
        SimpleUploadedFile("dish.png", b""),
    ],
    ids=["svg", "text", "nothing"],
)
def test_what_is_no_picture_is_refused_in_one_sentence(
    wrong: SimpleUploadedFile, household: Household, alice: User, client_of: ClientOf
) -> None:
    recipe, client = RecipeFactory(household=household), client_of(alice)
    answer = client.post(at(household, f"{recipe.pk}/pictures/new/"), {"pictures": [wrong]})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    wrong.seek(0)
    new = client.post(at(household, "new/"), {"id": new_id(), "name": "Soup", "pictures": [wrong]})
    assert new.status_code == 422
    assert not colours(recipe)
    with as_owner():
        assert Recipe.objects.count() == 1


def test_a_new_recipe_comes_with_its_pictures(household: Household, alice: User, client_of: ClientOf) -> None:
    id = new_id()
    for _ in range(2):
        sent = {"id": id, "name": "Soup", "pictures": [photo("red"), photo("blue", "PNG", "b.png")]}
        assert client_of(alice).post(at(household, "new/"), sent).status_code == 302
    with as_owner():
        assert RecipePicture.objects.filter(recipe=id).count() == 2


def test_others_and_guests(household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf) -> None:
    recipe, three = filled(household, client_of(alice))
    paths = [f"{recipe.pk}/pictures/new/", *(f"pictures/{three[0].pk}/{what}/" for what in ("edit", "move", "remove"))]
    for path in paths:
        assert client_of(guest).post(at(household, path)).status_code == 403
        assert client_of(stranger).post(at(household, path)).status_code == 404
    assert client_of(guest).get(at(household, f"{recipe.pk}/pictures/")).status_code == 403
    assert len(colours(recipe)) == 3
