"""Two people who say something of the same food at once."""

from typing import Any

import pytest

from accounts.models import Activity, Household, User
from pantry.matching import match
from pantry.models import OwnFood
from pantry.services.food import add_food, change_food
from pantry.services.food_merge import merge_foods
from tests.accounts.races import at_once
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_name_is_one_food(household: Household, alice: User, bob: User) -> None:
    def adding(by: User) -> Any:
        def work(ready: Any) -> None:
            ready()
            add_food(household, {"name": "Dragon bread"}, by=by)

        return work

    refused = at_once((alice, household, adding(alice)), (bob, household, adding(bob)))
    assert [("known already" in sentence) for sentence in refused] == [True]
    with as_owner():
        assert OwnFood.objects.count() == Activity.objects.count() == 1


def test_two_who_begin_to_change_one_of_the_catalogue(household: Household, alice: User, bob: User) -> None:
    milk, butter = match("milk").food.id, match("butter").food.id

    def changing(ready: Any) -> None:
        ready()
        change_food(household, milk, {"staple": True}, by=alice)

    def merging(ready: Any) -> None:
        ready()
        merge_foods(household, milk, butter, by=bob)

    at_once((alice, household, changing), (bob, household, merging))
    with as_owner():
        rows = {row.base_id: row for row in OwnFood.objects.all()}
        assert rows[milk].merged_into_id == butter
        assert len(rows) == OwnFood.objects.count()
