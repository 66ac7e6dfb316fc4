"""pantry:lead.edit: how many days ahead a household is told of each aisle."""

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.models import CategorySetting, OwnFood
from pantry.services.lead import set_category_days
from tests.conftest import ClientOf
from tests.database import as_owner


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/lead/"


def days(household: Household) -> dict[str, int]:
    with as_owner():
        rows = CategorySetting.objects.filter(household=household)
        return dict(rows.values_list("category__slug", "lead_days"))


def told(household: Household) -> list[Activity]:
    with as_owner():
        return list(Activity.objects.filter(household=household, verb="lead.changed"))


def test_days_are_kept_changed_and_emptied(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    assert client.post(url(household), {"meat": "5", "vegetables": "0"}).status_code == 302
    assert days(household) == {"meat": 5, "vegetables": 0}
    html = client.get(url(household)).content.decode()
    assert 'name="meat" value="5"' in html
    assert 'name="vegetables" value="0"' in html
    client.post(url(household), {"meat": "5", "vegetables": ""})
    assert days(household) == {"meat": 5}
    client.post(url(household), {"meat": "5"})
    assert len(told(household)) == 2


@pytest.mark.parametrize("wrong", ["61", "-1", "a week", "1.5"])
def test_what_cannot_be_is_refused_and_stays_typed(
    household: Household, bob: User, client_of: ClientOf, wrong: str
) -> None:
    response = client_of(bob).post(url(household), {"meat": wrong, "vegetables": "2"})
    assert response.status_code == 422
    assert f'value="{wrong}"' in response.content.decode()
    assert days(household) == {}


def test_foods_with_days_of_their_own_are_named(household: Household, bob: User, client_of: ClientOf) -> None:
    with as_owner():
        OwnFood.objects.create(household=household, name="oat cakes", name_key="oat cakes", lead_days=9)
    html = client_of(bob).get(url(household)).content.decode()
    assert "Oat cakes" in html
    assert "9 days" in html


def test_it_is_taken_back_unless_changed_again(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        set_category_days(household, {"meat": 5}, by=alice)
        set_category_days(household, {"meat": 7, "fish": 1}, by=alice)
        second, first = Activity.objects.filter(household=household).order_by("-number")
        with pytest.raises(DomainError, match="changed again since"):
            undo_activity(first, by=alice)
        undo_activity(second, by=alice)
        undo_activity(first, by=alice)
    assert days(household) == {}


def test_days_of_others_are_their_own(
    household: Household, alice: User, other_household: Household, stranger: User
) -> None:
    with tenancy.scope(household=other_household.pk, person=stranger.pk):
        set_category_days(other_household, {"meat": 5}, by=stranger)
    with tenancy.scope(household=household.pk, person=alice.pk):
        set_category_days(household, {"meat": 2}, by=alice)
    assert (days(household), days(other_household)) == ({"meat": 2}, {"meat": 5})
