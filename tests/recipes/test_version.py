"""recipes:version.index, recipes:version.show and recipes:version.restore: what a recipe said, and says again."""

from decimal import Decimal

from accounts.models import Activity, Household, User
from recipes.content import RecipeContent, content_of
from recipes.importers import Section
from recipes.models import Recipe, RecipeVersion
from recipes.queries.comparing import compare
from recipes.services.recipe import change_recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory
from tests.recipes.test_recipe_service import CURRY, as_person

WHOLE = RecipeContent(
    "Curry",
    [Section("", ["200 g spinach"]), Section("Rice", ["300 g rice"])],
    [Section("", ["Soften."])],
    servings=Decimal("10.50"),
    servings_of="bowls",
    difficulty=2,
    tags=["quick"],
    equipment=["wok"],
    label={"calories": "320 kcal"},
)


def curry(household: Household, alice: User) -> Recipe:
    """From before versions were kept; changed twice."""
    recipe: Recipe = RecipeFactory(household=household, name="Curry", lines="200 g spinach\nsalt", steps="Fry.")
    with as_person(household, alice):
        for lines in (["200 g kale", "salt"], ["300 g kale", "salt"]):
            change_recipe(recipe, RecipeContent("Curry", [Section("", lines)], [Section("", ["Fry."])]), by=alice)
    return recipe


def at(recipe: Recipe, path: str = "") -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/versions/{path}"


def test_a_content_comes_back_from_json_as_it_was() -> None:
    assert RecipeContent.from_json(WHOLE.as_json()) == WHOLE
    assert RecipeContent.from_json({"name": "Old", "unknown": 1}) == RecipeContent("Old")


def test_what_is_other_is_told_line_by_line() -> None:
    after = RecipeContent.from_json({**CURRY.as_json(), "tags": ["quick", "vegan"], "servings": "2"})
    found = {part.name: [(one.kind, one.text) for one in part.lines] for part in compare(CURRY, after)}
    assert found == {
        "servings": [("removed", "4"), ("added", "2")],
        "tags": [("same", "quick"), ("added", "vegan")],
    }


def test_every_change_is_a_version_and_the_first_is_from_before(
    household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    recipe = curry(household, alice)
    page = client_of(guest).get(at(recipe)).content.decode()
    assert page.count("versions/1/") == page.count("versions/2/") == 1
    assert "versions/3/" not in page
    assert "as it is now" in page
    shown = client_of(guest).get(at(recipe, "1/")).content.decode()
    for words in ("200 g spinach", "300 g kale", "before:", "new:"):
        assert words in shown
    assert "versions/1/restore/" not in shown
    other = client_of(guest).get(at(recipe, "2/?against=1")).content.decode()
    assert "200 g spinach" in other
    assert "300 g kale" not in other
    for wrong in ("2/?against=x", "2/?against=99", "99/", f"2/?against={'9' * 30}"):
        assert client_of(guest).get(at(recipe, wrong)).status_code == 404


def test_an_earlier_one_is_brought_back_and_taken_back(household: Household, alice: User, client_of: ClientOf) -> None:
    recipe, client = curry(household, alice), client_of(alice)
    for _ in range(2):
        assert client.post(at(recipe, "1/restore/")).status_code == 302
    with as_owner():
        assert content_of(recipe).ingredients[0].lines == ["200 g spinach", "salt"]
        whys = RecipeVersion.objects.filter(recipe=recipe).order_by("number").values_list("why", flat=True)
        assert list(whys) == ["written", "changed", "changed", "restored"]
        told = Activity.objects.order_by("-number").first()
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")  # type: ignore[union-attr]
    with as_owner():
        assert content_of(recipe).ingredients[0].lines == ["300 g kale", "salt"]


def test_others_and_guests(household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf) -> None:
    recipe = curry(household, alice)
    for path in ("", "1/"):
        assert client_of(stranger).get(at(recipe, path)).status_code == 404
    assert client_of(stranger).post(at(recipe, "1/restore/")).status_code == 404
    assert client_of(guest).post(at(recipe, "1/restore/")).status_code == 403
