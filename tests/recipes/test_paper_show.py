"""recipes:paper.show: the sheet that is printed, with the amounts that were asked for."""

import pytest

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import RecipeFactory


@pytest.mark.parametrize(("asked", "paper"), [("", "a4"), ("a5", "a5"), ("card", "card"), ("<b>", "a4")])
def test_the_sheet_has_its_size(asked: str, paper: str, household: Household, guest: User, client_of: ClientOf) -> None:
    soup = RecipeFactory(
        household=household,
        name="Soup",
        lines="100 g spinach",
        steps="Stir.",
        servings=2,
        source_url="https://a.test/x",
    )
    asked_for = {"paper": asked, "servings": "4"}
    html = client_of(guest).get(f"/h/{household.code}/recipes/{soup.pk}/print/", asked_for).content.decode()
    assert f'data-paper="{paper}"' in html
    assert "200 g" in html
    assert "data:image/svg+xml" in html


def test_strangers(household: Household, stranger: User, client_of: ClientOf) -> None:
    soup = RecipeFactory(household=household, name="Soup")
    assert client_of(stranger).get(f"/h/{household.code}/recipes/{soup.pk}/print/").status_code == 404
