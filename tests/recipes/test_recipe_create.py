"""recipes:recipe.create: writing a recipe down by hand."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory


def url(household: Household) -> str:
    return f"/h/{household.code}/recipes/new/"


def words(**others: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "name": "Spinach curry",
        "servings": "4",
        "prep_minutes": "10",
        "ingredients": "200 g spinach\nsalt\n\nFor the rice:\n300 g rice",
        "steps": "1. Soften.\n2. Fold in.\n\nFor the rice:\n\nBoil it\nuntil done.",
        "tags": "quick, , vegan,quick",
        **others,
    }


def test_it_is_kept_as_it_was_typed_and_once(household: Household, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), words()
    answers = [client.post(url(household), same) for _ in range(2)]
    with as_owner():
        curry = Recipe.objects.get()
        assert [answer["Location"] for answer in answers] == [f"/h/{household.code}/recipes/{curry.pk}/"] * 2
        assert (curry.servings, curry.total_minutes, curry.tags) == (Decimal(4), 10, ["quick", "vegan"])
        lines = RecipeIngredient.objects.values_list("section", "original")
        assert list(lines) == [("", "200 g spinach"), ("", "salt"), ("For the rice", "300 g rice")]
        steps = RecipeStep.objects.values_list("section", "text")
        assert list(steps) == [("", "Soften. 2. Fold in."), ("For the rice", "Boil it until done.")]
        assert Activity.objects.get().verb == "recipe.added"


def test_a_step_a_line_without_empty_lines(household: Household, bob: User, client_of: ClientOf) -> None:
    client_of(bob).post(url(household), words(steps="1. Soften.\n2) Fold in.\nSauce:\n- Stir."))
    with as_owner():
        steps = RecipeStep.objects.values_list("section", "text")
        assert list(steps) == [("", "Soften."), ("", "Fold in."), ("Sauce", "Stir.")]


def test_a_name_is_enough(household: Household, bob: User, client_of: ClientOf) -> None:
    assert client_of(bob).post(url(household), {"id": new_id(), "name": "Grandmother's soup"}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 161},
        {"id": "x"},
        {"servings": "many"},
        {"servings": "0"},
        {"servings": "-1"},
        {"servings": "NaN"},
        {"servings": "1e400"},
        {"prep_minutes": "-1"},
        {"cook_minutes": "9" * 30},
        {"rest_minutes": "1.5.2"},
        {"ingredients": "x" * 100_000},
        {"ingredients": "rice\x00"},
        {"ingredients": "rice\n" * 201},
        {"ingredients": "x" * 501},
        {"steps": "x" * 100_000},
        {"steps": "x" * 5001},
        {"steps": "x\n" * 151},
        {"tags": ",".join(str(number) for number in range(40))},
        {"tags": "x" * 41},
        {"source_url": "javascript:alert(1)"},
        {"source_url": "https://" + "x" * 2000 + ".org"},
        {"emoji": "<script>"},
        {"notes": "x" * 10_001},
        {"description": "x\x00"},
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    wrong: dict[str, Any], household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household), words(**wrong))
    assert response.status_code == 422
    html = response.content.decode()
    assert "data-invalid" in html or "form-errors" in html
    if "name" not in wrong:
        assert 'value="Spinach curry"' in html
    with as_owner():
        assert not Recipe.objects.exists()


def test_what_is_wrong_in_the_folded_part_unfolds_it(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).post(url(household), words(source_url="no link at all")).content.decode()
    assert '<details class="details" open>' in html


def test_the_id_of_anothers_is_not_taken_over(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = RecipeFactory(household=other_household, name="Theirs")
    assert client_of(alice).post(url(household), words(id=theirs.pk)).status_code == 422
    with as_owner():
        assert Recipe.objects.get().name == "Theirs"


def test_guests_write_nothing_down(household: Household, guest: User, client_of: ClientOf) -> None:
    assert client_of(guest).get(url(household)).status_code == 403
    assert client_of(guest).post(url(household), words()).status_code == 403
