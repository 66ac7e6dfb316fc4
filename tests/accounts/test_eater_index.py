from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import EaterFactory


def url(household: Household) -> str:
    """accounts:eater.index"""
    return f"/h/{household.code}/eaters/"


def test_what_everybody_eats_and_whose_the_reader_may_change(
    household: Household, bob: User, carol: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, user=bob, name="Bob")
    EaterFactory(household=household, user=carol, name="Carol", diets=["vegan"], dislikes="olives")
    EaterFactory(household=household, name="Mia", allergens=["nuts", "milk"])
    html = client_of(bob).get(url(household)).content.decode()
    assert "3 people eat here" in html
    assert "allergic to nuts, milk" in html
    assert "does not like olives" in html
    assert "Change what Bob eats" in html
    assert "Change what Mia eats" in html
    assert "Change what Carol eats" not in html


def test_guests_see_nothing_of_it_anywhere(household: Household, guest: User, client_of: ClientOf) -> None:
    EaterFactory(household=household, name="Mia", allergens=["nuts"], diets=["vegan"], dislikes="olives")
    client = client_of(guest)
    for path in ("eaters/", "settings/", "members/", "", "feed/", "search/?q=Mia", "search/?q=nuts"):
        main = client.get(f"/h/{household.code}/{path}").content.decode().split('id="main"')[1]
        for word in ("vegan", "allergic", "olives"):
            assert word not in main
