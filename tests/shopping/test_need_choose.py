"""shopping:need.choose: which dishes are counted together."""

from decimal import Decimal

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories.recipes import RecipeFactory


def test_dishes_are_found_and_stay_chosen(
    household: Household, other_household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    dish = RecipeFactory(household=household, name="Mushroom risotto", servings=Decimal(4))
    RecipeFactory(household=household, name="Paella")
    RecipeFactory(household=other_household, name="Secret stew")
    client, here = client_of(alice), f"/h/{household.code}/shopping/need/choose/"
    page = client.get(here).content.decode()
    assert "Mushroom risotto" in page
    assert "Paella" in page
    assert "Secret stew" not in page
    found = client.get(f"{here}?q=pael&dish={dish.pk}&for-{dish.pk}=6", headers={"HX-Request": "true"}).content.decode()
    assert f'value="{dish.pk}" checked' in found
    assert "Paella" in found
    assert "No dish is called “zzz”." in client.get(f"{here}?q=zzz").content.decode()
    assert client_of(guest).get(here).status_code == 403
