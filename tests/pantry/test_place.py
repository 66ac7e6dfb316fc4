"""Own places: pantry:place.index, pantry:place.create, pantry:place.edit, pantry:place.move and pantry:place.delete."""

from typing import Any

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.models import Place, StockItem, StockMovement
from pantry.services.place import add_place, change_place, place_for, places_of, remove_place
from tests.accounts.races import at_once
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold


def url(household: Household, place: Place | None = None, verb: str = "") -> str:
    return f"/h/{household.code}/pantry/places/" + (f"{place.pk}/{verb}/" if place else verb)


def names(household: Household) -> list[str]:
    with as_owner():
        return list(Place.objects.there().filter(household=household).values_list("name", flat=True))


def form(**others: Any) -> dict[str, Any]:
    return {"id": new_id(), "name": "Cellar", "storage": "pantry", **others}


def test_every_household_begins_with_three(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(household)).content.decode()
    assert names(household) == ["Fridge", "Freezer", "Pantry"]
    assert "Freezer" in html


@pytest.mark.django_db(transaction=True)
def test_two_who_look_at_once_make_three_together(household: Household, alice: User, bob: User) -> None:
    def work(ready: Any) -> None:
        ready()
        places_of(household)

    at_once((alice, household, work), (bob, household, work))
    assert len(names(household)) == 3


def test_a_new_one_once(household: Household, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), form()
    assert [client.post(url(household, verb="new/"), same).status_code for _ in range(2)] == [302, 302]
    assert names(household)[-1] == "Cellar"
    assert len(names(household)) == 4


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "fridge "}, {"name": "x" * 61}, {"storage": "sea"}, {"id": "x"}]
)
def test_bad_places_are_refused(wrong: dict[str, str], household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.get(url(household))
    assert client.post(url(household, verb="new/"), form(**wrong)).status_code == 422
    assert len(names(household)) == 3


def test_renamed_and_put_in_another_order(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.get(url(household))
    with as_owner():
        freezer = Place.objects.get(name="Freezer")
    assert client.post(url(household, freezer, "edit"), form(name="Chest", storage="freezer")).status_code == 302
    client.post(url(household, freezer, "move"), {"to": "up"})
    assert names(household) == ["Chest", "Fridge", "Pantry"]
    client.post(url(household, freezer, "move"), {"to": "up"})
    client.post(url(household, freezer, "move"), {"to": "down"})
    assert names(household) == ["Fridge", "Chest", "Pantry"]


def test_only_an_empty_one_is_removed_and_its_past_stays(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    client.get(url(household))
    cellar = PlaceFactory(household=household, name="Cellar", storage="pantry", position=9)
    rice = StockItemFactory(household=household, place=PlaceFactory(household=household, name="Hall"))
    lot = f"/h/{household.code}/pantry/stock/{rice.pk}/"
    client.post(f"{lot}move/", {"operation": new_id(), "place": cellar.pk})
    refused = client.post(url(household, cellar, "delete"))
    assert refused.status_code == 422
    assert "still something in it" in refused.content.decode()
    client.post(f"{lot}use/", {"operation": new_id(), "part": "all"})
    assert [client.post(url(household, cellar, "delete")).status_code for _ in range(2)] == [302, 404]
    assert "Cellar" not in names(household)
    with as_owner():
        assert StockItem.objects.get().place.name == "Pantry", "where it is kept alike"
        assert StockMovement.objects.filter(to_place=cellar).exists(), "the ledger forgot where it lay"
    assert sums_hold(household)


def test_the_last_one_stays(household: Household, alice: User, client_of: ClientOf) -> None:
    only = PlaceFactory(household=household)
    assert client_of(alice).post(url(household, only, "delete")).status_code == 422


def test_undo(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        cellar = add_place(household, "Cellar", "pantry", by=alice)
        added = Activity.objects.get()
        change_place(cellar, "Loft", "freezer", by=alice)
        changed = Activity.objects.get(verb="place.changed")
        undo_activity(changed, by=alice)
        assert Place.objects.get(pk=cellar.pk).name == "Cellar"
        with pytest.raises(DomainError, match="undone already"):
            undo_activity(changed, by=alice)
        remove_place(cellar, by=alice)
        undo_activity(Activity.objects.get(verb="place.removed"), by=alice)
        assert Place.objects.get(pk=cellar.pk).name == "Cellar"
        undo_activity(added, by=alice)
        assert not Place.objects.there().filter(pk=cellar.pk).exists()


def test_a_kitchen_without_a_freezer_has_somewhere(household: Household, alice: User) -> None:
    only = PlaceFactory(household=household)
    with tenancy.scope(household=household.pk, person=alice.pk):
        assert place_for(household, "freezer") == only


def test_guests_and_strangers_do_not(
    household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    place = PlaceFactory(household=household)
    for person, status in ((guest, 403), (stranger, 404)):
        client = client_of(person)
        assert client.get(url(household)).status_code == status
        for target in (
            url(household, verb="new/"),
            *(url(household, place, verb) for verb in ("edit", "move", "delete")),
        ):
            assert client.post(target, form()).status_code == status
    assert client_of(alice).get(url(household, place, "move")).status_code == 405
