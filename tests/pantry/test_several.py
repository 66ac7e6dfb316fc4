"""pantry:several.use, pantry:several.waste, pantry:several.move: many lots at once, once, and taken back at once."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import MovementKind, Place, StockItem, StockMovement
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import newest


@pytest.fixture
def lots(household: Household) -> list[StockItem]:
    return [StockItemFactory(household=household, name=name) for name in ("Rice", "Flour", "Fish")]


def url(household: Household, verb: str) -> str:
    return f"/h/{household.code}/pantry/several/{verb}/"


def chosen(lots: list[StockItem], **more: object) -> dict[str, object]:
    return {"lot": [str(lot.pk) for lot in lots], "operation": str(new_id()), **more}


def left(household: Household) -> set[str]:
    with as_owner():
        return set(StockItem.objects.filter(household=household, finished_at=None).values_list("name", flat=True))


def test_all_of_them_are_used_up_once_and_taken_back_at_once(
    household: Household, lots: list[StockItem], alice: User, client_of: ClientOf
) -> None:
    client, sent = client_of(alice), chosen(lots[:2], back="?by=place&q=r&select=1")
    for _again in range(2):
        response = client.post(url(household, "use"), sent)
        assert response.status_code == 302
        assert response["Location"] == f"/h/{household.code}/pantry/?by=place&q=r"
    assert left(household) == {"Fish"}
    with tenancy.scope(household=household.pk, person=alice.pk):
        assert Activity.objects.count() == 1
        undo_activity(newest(), by=alice)
    assert left(household) == {"Rice", "Flour", "Fish"}
    assert sums_hold(household)


def test_for_throwing_away_one_reason_is_asked_first(
    household: Household, lots: list[StockItem], alice: User, client_of: ClientOf
) -> None:
    client, sent = client_of(alice), chosen(lots)
    asked = client.post(url(household, "waste"), sent)
    html = asked.content.decode()
    assert asked.status_code == 200
    assert all(str(lot.pk) in html for lot in lots)
    assert "it went off" in html
    assert 'aria-invalid="true"' not in html
    wrong = client.post(url(household, "waste"), {**sent, "sure": "1", "reason": "hunger"})
    assert wrong.status_code == 422
    assert str(lots[2].pk) in wrong.content.decode()
    assert client.post(url(household, "waste"), {**sent, "sure": "1", "reason": "past_date"}).status_code == 302
    assert not left(household)
    with as_owner():
        reasons = set(StockMovement.objects.filter(kind=MovementKind.WASTED).values_list("reason", flat=True))
    assert reasons == {"past_date"}


def test_they_are_moved_to_one_place(
    household: Household, lots: list[StockItem], alice: User, client_of: ClientOf
) -> None:
    cellar, client = PlaceFactory(household=household, name="Cellar", storage="pantry", position=3), client_of(alice)
    sent = chosen(lots)
    form = client.post(url(household, "move"), sent, headers={"hx-request": "true", "hx-target": "dialog-body"})
    assert form.content.decode().strip().startswith('<div class="stack"')
    done = client.post(
        url(household, "move"), {**sent, "sure": "1", "place": str(cellar.pk)}, headers={"hx-request": "true"}
    )
    assert "several:done" in done["HX-Trigger"]
    assert "3 things are in another place" in done.content.decode()
    with as_owner():
        assert set(StockItem.objects.values_list("place", flat=True)) == {cellar.pk}


@pytest.mark.parametrize("verb", ["use", "waste", "move"])
def test_nothing_chosen_is_said(verb: str, household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for odd in (
        {},
        {"lot": "x"},
        {"lot": str(new_id()), "operation": str(new_id())},
        {"lot": ["x"] * 900, "sure": "1"},
    ):
        response = client.post(url(household, verb), odd, headers={"hx-request": "true"})
        assert response.status_code == 422
        assert "Choose" in response.content.decode()
        assert client.post(url(household, verb), odd).status_code == 302
    assert client.get(url(household, verb)).status_code == 405


def test_who_may(
    household: Household,
    lots: list[StockItem],
    other_household: Household,
    alice: User,
    guest: User,
    stranger: User,
    client_of: ClientOf,
) -> None:
    theirs, place = StockItemFactory(household=other_household, name="Theirs"), UUID(int=0)
    with as_owner():
        place = Place.objects.get(household=other_household).pk
    for verb, more in (("use", {}), ("waste", {"reason": "other"}), ("move", {"place": str(place)})):
        sent = chosen([theirs], sure="1", **more)
        assert client_of(guest).post(url(household, verb), chosen(lots)).status_code == 403
        assert client_of(stranger).post(url(household, verb), chosen(lots)).status_code == 404
        assert client_of(alice).post(url(household, verb), sent).status_code in {302, 422}
    assert left(other_household) == {"Theirs"}
    assert left(household) == {"Rice", "Flour", "Fish"}


def test_what_somebody_used_up_meanwhile_stops_all_of_it(
    household: Household, lots: list[StockItem], alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    client.post(url(household, "use"), chosen(lots[:1]))
    refused: HttpResponse = client.post(url(household, "use"), chosen(lots), headers={"hx-request": "true"})
    assert refused.status_code == 422
    assert "Rice" in refused.content.decode()
    assert left(household) == {"Flour", "Fish"}


def test_the_page_has_a_box_for_each_and_no_javascript_is_needed(
    household: Household, lots: list[StockItem], alice: User, guest: User, client_of: ClientOf
) -> None:
    html = client_of(alice).get(f"/h/{household.code}/pantry/?select=1").content.decode()
    assert "data-picking" in html
    assert html.count('form="several"') == 3
    assert f'formaction="{url(household, "waste")}"' in html
    assert f'formaction="/h/{household.code}/shopping/refill/"' in html
    assert 'form="several"' not in client_of(guest).get(f"/h/{household.code}/pantry/?select=1").content.decode()
