"""recipes:line.read: what single lines would mean, while they are typed."""

from accounts.models import Household, User
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner


def url(household: Household) -> str:
    return f"/h/{household.code}/recipes/lines/"


def test_amount_food_part_and_what_is_not_known(household: Household, alice: User, client_of: ClientOf) -> None:
    lines = ["200 g spinach, chopped", "For the rice:", "3 zwibbels", "<b>salt</b> (optional)", "x" * 5000, ""]
    page = client_of(alice).post(url(household), {"line": lines}).content.decode()
    assert page.count("<li>") == len(lines)
    for part in ("200 g", "spinach", "chopped", "a part", "no food that Kitchen knows", "if you like"):
        assert part in page
    assert "<b>" not in page
    with as_owner():
        assert not Recipe.objects.exists()


def test_others_and_guests(household: Household, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).post(url(household), {"line": "salt"}).status_code == 403
    assert client_of(stranger).post(url(household), {"line": "salt"}).status_code == 404
