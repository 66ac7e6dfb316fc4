import pytest

from accounts.models import Activity, Eater, Household, User
from accounts.services.activity import undo_activity
from accounts.services.eater import remove_eater
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory


def url(eater: Eater) -> str:
    """accounts:eater.delete"""
    return f"/h/{eater.household.code}/eaters/{eater.pk}/delete/"


def test_somebody_does_not_eat_here_any_more(household: Household, bob: User, client_of: ClientOf) -> None:
    mia = EaterFactory(household=household, name="Mia")
    client = client_of(bob)
    assert "Does Mia not eat here any more?" in client.get(url(mia)).content.decode()
    assert [client.post(url(mia)).status_code for _ in range(2)] == [302, 404]
    with as_owner():
        assert not Eater.objects.exists()
        assert Activity.objects.get().verb == "eater.removed"


def test_members_always_have_a_place(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    bobs = EaterFactory(household=household, user=bob, name="Bob")
    assert client_of(bob).post(url(bobs)).status_code == 422
    assert client_of(alice).post(url(bobs)).status_code == 422


def test_it_is_undone_with_everything_that_was_known(household: Household, alice: User, guest: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        mia = Eater.objects.create(
            household=household, name="Mia", diets=["vegan"], allergens=["nuts"], dislikes="olives"
        )
        id = mia.pk
        remove_eater(mia, by=alice)
        activity = Activity.objects.get()
        with pytest.raises(DomainError, match="role"):
            undo_activity(activity, by=guest)
        undo_activity(activity, by=alice)
        back = Eater.objects.get(pk=id)
        assert (back.name, back.diets, back.allergens, back.dislikes) == ("Mia", ["vegan"], ["nuts"], "olives")


def test_the_notice_offers_to_take_it_back(household: Household, alice: User, client_of: ClientOf) -> None:
    mia, client = EaterFactory(household=household, name="Mia"), client_of(alice)
    page = client.post(url(mia), follow=True).content.decode()
    with as_owner():
        undo = f"/h/{household.code}/feed/{Activity.objects.get().pk}/undo/"
    assert f'action="{undo}"' in page
    client.post(undo)
    with as_owner():
        assert Eater.objects.get().name == "Mia"
