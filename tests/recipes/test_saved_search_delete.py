"""recipes:saved_search.delete: one's own only."""

from accounts.models import Household, User
from recipes.models import SavedSearch
from tests.conftest import ClientOf
from tests.database import as_owner


def test_it_goes(household: Household, alice: User, bob: User, stranger: User, client_of: ClientOf) -> None:
    with as_owner():
        search = SavedSearch.objects.create(household=household, person=alice, name="Quick", query="max_minutes=30")
    url = f"/h/{household.code}/recipes/searches/{search.pk}/delete/"
    for other in (bob, stranger):
        assert client_of(other).post(url).status_code == 404
    client = client_of(alice)
    assert client.get(url).status_code == 405
    answer = client.post(url)
    assert answer["Location"] == f"/h/{household.code}/recipes/?max_minutes=30"
    assert client.post(url).status_code == 404
    with as_owner():
        assert not SavedSearch.objects.exists()
