from typing import Any

import pytest

from accounts.models import Activity, Eater, Household, User
from accounts.services.activity import undo_activity
from accounts.services.eater import Needs, add_eater, change_eater
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory


def url(household: Household) -> str:
    """accounts:eater.create"""
    return f"/h/{household.code}/eaters/new/"


def words(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "name": "Mia", "diets": ["vegetarian"], "allergens": ["nuts"], "dislikes": "", **others}


def test_a_child_without_an_account(household: Household, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), words()
    assert [client.post(url(household), same).status_code for _ in range(2)] == [302, 302]
    with as_owner():
        mia = Eater.objects.get(household=household)
        assert (mia.name, mia.user, mia.diets, mia.allergens) == ("Mia", None, ["vegetarian"], ["nuts"])
        told = Activity.objects.get(household=household)
        assert (told.verb, told.facts) == ("eater.added", {"name": "Mia"})


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"diets": ["air"]}, {"allergens": ["\x00"]}, {"dislikes": "x" * 301}, {"id": "x"}]
)
def test_bad_input_is_refused_and_what_was_typed_stays(
    wrong: dict[str, Any], household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household), words(**wrong))
    assert response.status_code == 422
    if "name" not in wrong:
        assert 'value="Mia"' in response.content.decode()


def test_the_id_of_anothers_is_not_taken_over(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = EaterFactory(household=other_household, name="Zoe")
    assert client_of(alice).post(url(household), words(id=theirs.pk)).status_code == 422
    with as_owner():
        assert Eater.objects.get().name == "Zoe"


def test_it_is_undone_while_nobody_changed_it(household: Household, alice: User, guest: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        add_eater(household, "Mia", by=alice)
        activity = Activity.objects.get()
        with pytest.raises(DomainError, match="role"):
            undo_activity(activity, by=guest)
        undo_activity(activity, by=alice)
        assert not Eater.objects.exists()
        leo = add_eater(household, "Leo", by=alice)
        added = Activity.objects.get(subject=leo.pk)
        change_eater(leo, by=alice, name="Leo", needs=Needs(["vegan"]))
        with pytest.raises(DomainError, match="again since"):
            undo_activity(added, by=alice)
