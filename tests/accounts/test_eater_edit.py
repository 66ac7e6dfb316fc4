import json
from typing import Any

import pytest

from accounts.models import Activity, Eater, Household, User
from accounts.services.activity import undo_activity
from accounts.services.eater import Needs, change_eater
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory

HEALTH = ("nuts", "vegan", "olives")


def url(eater: Eater) -> str:
    """accounts:eater.edit"""
    return f"/h/{eater.household.code}/eaters/{eater.pk}/"


def words(eater: Eater, **others: Any) -> dict[str, Any]:
    return {
        "id": eater.pk,
        "name": eater.name,
        "diets": ["vegan"],
        "allergens": ["nuts"],
        "dislikes": "olives",
        **others,
    }


def kept(eater: Eater) -> Needs:
    with as_owner():
        found = Eater.objects.get(pk=eater.pk)
    return Needs(found.diets, found.allergens, found.dislikes)


def test_the_feed_tells_that_and_not_what(household: Household, bob: User, client_of: ClientOf) -> None:
    bobs = EaterFactory(household=household, user=bob, name="Bob")
    assert client_of(bob).post(url(bobs), words(bobs)).status_code == 302
    assert kept(bobs) == Needs(["vegan"], ["nuts"], "olives")
    with as_owner():
        told = Activity.objects.get(household=household)
    assert told.verb == "eater.changed"
    assert not any(word in json.dumps(told.facts) for word in HEALTH)


def test_saving_what_was_there_tells_nothing(household: Household, alice: User, client_of: ClientOf) -> None:
    mia = EaterFactory(household=household, name="Mia", diets=["vegan"], allergens=["nuts"], dislikes="olives")
    client_of(alice).post(url(mia), words(mia))
    with as_owner():
        assert not Activity.objects.exists()


def test_the_form_shows_what_is_kept(household: Household, alice: User, client_of: ClientOf) -> None:
    mia = EaterFactory(household=household, name="Mia", allergens=["nuts"])
    html = client_of(alice).get(url(mia)).content.decode()
    assert "What does Mia eat?" in html
    assert html.count("checked") == 1


def test_what_others_eat_is_theirs_to_say(household: Household, bob: User, carol: User, client_of: ClientOf) -> None:
    carols = EaterFactory(household=household, user=carol, name="Carol")
    assert client_of(bob).post(url(carols), words(carols)).status_code == 403
    with tenancy.scope(household=household.pk, person=bob.pk), pytest.raises(DomainError, match="theirs to say"):
        change_eater(carols, by=bob, name="Carol", needs=Needs(["vegan"]))
    bobs = EaterFactory(household=household, user=bob, name="Bob")
    assert client_of(carol).post(url(bobs), words(bobs)).status_code == 302


def test_a_change_is_undone_from_the_audit_trail(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        mia = Eater.objects.create(household=household, name="Mia", allergens=["nuts"])
        change_eater(mia, by=alice, name="Mia Maria", needs=Needs(["vegan"], [], "olives"))
        first = Activity.objects.get()
        undo_activity(first, by=alice)
    assert kept(mia) == Needs([], ["nuts"], "")


def test_an_older_change_is_not_undone_over_a_newer_one(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        mia = Eater.objects.create(household=household, name="Mia")
        change_eater(mia, by=alice, name="Mia", needs=Needs(["vegan"]))
        first = Activity.objects.get()
        change_eater(mia, by=alice, name="Mia", needs=Needs(["vegan"], ["nuts"]))
        with pytest.raises(DomainError, match="again since"):
            undo_activity(first, by=alice)


def test_anothers_is_not_found(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    theirs = EaterFactory(household=other_household, name="Zoe")
    response = client_of(alice).post(f"/h/{household.code}/eaters/{theirs.pk}/", words(theirs))
    assert response.status_code == 404
