"""pantry:stock.open, pantry:stock.freeze, pantry:stock.thaw, pantry:stock.split, pantry:stock.merge: their pages."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import Place, StockItem
from pantry.queries.day import today_in
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.pantry.ledger import sums_hold
from tests.pantry.typing_in import add

DIALOG = {"hx-request": "true", "hx-target": "dialog-body"}


@pytest.fixture
def freezer(household: Household, alice: User) -> Place:
    """Every household has one; this makes its places."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        add(household, "1 kg flour", alice)
        return Place.objects.select_related("household").get(household=household, storage="freezer")


@pytest.fixture
def beef(freezer: Place, alice: User) -> StockItem:
    with tenancy.scope(household=freezer.household_id, person=alice.pk):
        return add(freezer.household, "800 g minced beef fridge", alice)[0]


@pytest.fixture
def tins(freezer: Place, alice: User) -> StockItem:
    with tenancy.scope(household=freezer.household_id, person=alice.pk):
        return add(freezer.household, "4x 400g chopped tomatoes", alice)[0]


def url(item: StockItem, verb: str) -> str:
    return f"/h/{item.household.code}/pantry/stock/{item.pk}/{verb}/"


def form(**others: Any) -> dict[str, Any]:
    return {"operation": new_id(), "amount": "", "unit": "g", **others}


def now(item: StockItem) -> StockItem:
    with as_owner():
        return StockItem.objects.select_related("place", "household").get(pk=item.pk)


def other_than(item: StockItem) -> StockItem:
    """The other lot of the same name."""
    with as_owner():
        lots = StockItem.objects.select_related("place", "household").filter(name=item.name)
        return lots.exclude(pk=item.pk).get()


def test_one_of_four_tins_is_opened_and_goes_to_the_fridge(tins: StockItem, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), form(part="one")
    page = client.get(url(tins, "open")).content.decode()
    assert "Then it is good until" in page
    assert [client.post(url(tins, "open"), same).status_code for _ in range(2)] == [302, 302]
    part, rest, today = other_than(tins), now(tins), today_in(tins.household)
    assert (part.amount, rest.amount, part.opened_on, rest.opened_on) == (400, 1200, today, None)
    assert part.use_by is not None
    assert rest.use_by is not None
    assert part.use_by < rest.use_by
    html = client.get(f"/h/{part.household.code}/pantry/stock/{part.pk}/").content.decode()
    assert "Bob took 400 g from the rest and opened it" in html
    assert "after opening" in html
    assert "the other lot" in html
    assert sums_hold(tins.household)


def test_what_is_open_is_not_opened_again(beef: StockItem, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert client.post(url(beef, "open"), form(part="all")).status_code == 302
    refused = client.post(url(beef, "open"), form(part="all"), headers=DIALOG)
    assert refused.status_code == 422
    assert "opened already" in refused.content.decode()
    assert ">Open<" not in client.get(url(beef, "x").removesuffix("x/")).content.decode()


def test_a_part_is_frozen_thawed_and_told_before_it_is_frozen_again(
    beef: StockItem, freezer: Place, alice: User, client_of: ClientOf
) -> None:
    client, today = client_of(alice), today_in(beef.household)
    assert client.post(url(beef, "freeze"), form(amount="300")).status_code == 302
    cold = other_than(beef)
    assert (cold.amount, cold.place, cold.frozen_on, cold.date_why) == (300, freezer, today, "frozen")
    assert cold.use_by is not None
    assert cold.use_by > today + timedelta(days=60)
    assert client.post(url(cold, "freeze"), form(part="all")).status_code == 422
    assert client.post(url(cold, "thaw"), form(part="all")).status_code == 302
    soft = now(cold)
    assert (soft.place.storage, soft.thawed_on, soft.date_why) == ("fridge", today, "thawed")
    assert soft.use_by is not None
    assert soft.use_by <= today + timedelta(days=3)
    assert "has been thawed before" in client.get(url(cold, "freeze")).content.decode()
    assert client.post(url(beef, "thaw"), form(part="all")).status_code == 422, "it is not frozen"
    assert sums_hold(beef.household)


def test_past_its_use_by_date_nothing_is_frozen(freezer: Place, alice: User, client_of: ClientOf) -> None:
    yesterday = today_in(freezer.household) - timedelta(days=1)
    ham = StockItemFactory(household=freezer.household, name="Ham", use_by=yesterday, date_kind="use_by")
    client = client_of(alice)
    refused = client.post(url(ham, "freeze"), form(part="all"))
    assert "past its use-by date" in refused.content.decode()
    assert client.post(url(ham, "move"), form(place=str(freezer.pk))).status_code == 422
    assert now(ham).place != freezer
    page = client.get(f"/h/{ham.household.code}/pantry/stock/{ham.pk}/").content.decode()
    assert "past use by: throw it away" in page
    assert "/freeze/" not in page, "and it is not offered"


def test_past_best_before_it_is_to_be_checked(freezer: Place, alice: User, client_of: ClientOf) -> None:
    yesterday = today_in(freezer.household) - timedelta(days=1)
    rice = StockItemFactory(household=freezer.household, name="Rice", use_by=yesterday, date_kind="best_before")
    page = client_of(alice).get(f"/h/{rice.household.code}/pantry/stock/{rice.pk}/").content.decode()
    assert "past best before: check it" in page
    assert 'data-state="check"' in page
    assert 'data-state="late"' not in page


def test_a_part_is_moved(beef: StockItem, freezer: Place, alice: User, client_of: ClientOf) -> None:
    assert (
        client_of(alice).post(url(beef, "move"), form(place=str(freezer.pk), amount="0.5", unit="kg")).status_code
        == 302
    )
    assert (now(beef).amount, other_than(beef).amount, other_than(beef).frozen_on) == (
        300,
        500,
        today_in(beef.household),
    )


def test_set_apart_and_put_together_again(beef: StockItem, bob: User, client_of: ClientOf) -> None:
    client, same = client_of(bob), form(amount="300")
    assert [client.post(url(beef, "split"), same).status_code for _ in range(2)] == [302, 302]
    part = other_than(beef)
    assert (part.amount, part.use_by, now(beef).amount) == (300, beef.use_by, 500)
    page = client.get(url(beef, "merge")).content.decode()
    assert f'value="{part.pk}"' in page
    both = {"operation": new_id(), "others": [str(part.pk)]}
    assert [client.post(url(beef, "merge"), both).status_code for _ in range(2)] == [302, 422]
    left = sorted((now(beef).amount or 0, now(part).amount or 0))
    assert left == [0, 800]
    assert sums_hold(beef.household)


def test_only_what_lies_beside_it_is_offered(
    beef: StockItem, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    elsewhere = StockItemFactory(
        household=beef.household, name="minced beef", place=PlaceFactory(household=beef.household, name="Shed")
    )
    theirs = StockItemFactory(household=other_household, name="minced beef")
    client = client_of(alice)
    assert "There is nothing else of it" in client.get(url(beef, "merge")).content.decode()
    for lot in (elsewhere, theirs):
        assert client.post(url(beef, "merge"), {"operation": new_id(), "others": [str(lot.pk)]}).status_code == 422


VERBS = ("open", "freeze", "split", "move")


@pytest.mark.parametrize("verb", [*VERBS, "thaw", "merge"])
def test_guests_and_strangers_do_not(
    verb: str, beef: StockItem, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).post(url(beef, verb), form(part="all")).status_code == 403
    assert client_of(stranger).post(url(beef, verb), form(part="all")).status_code == 404
    assert now(beef).place == beef.place


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "0"},
        {"amount": "9000"},
        {"amount": "x"},
        {"amount": "3", "unit": "parsec"},
        {"amount": "3", "place": "x"},
        {"operation": "", "amount": "3"},
    ],
)
def test_bad_input_is_refused(
    verb: str, wrong: dict[str, str], beef: StockItem, freezer: Place, alice: User, client_of: ClientOf
) -> None:
    if verb == "split" and "place" in wrong:
        return
    place = str(freezer.pk) if verb in ("freeze", "move") else str(beef.place_id)
    said = form(**{"place": place, **wrong})
    assert client_of(alice).post(url(beef, verb), said).status_code == 422
    with as_owner():
        assert StockItem.objects.filter(name=beef.name).count() == 1
        assert not Activity.objects.exclude(verb="stock.added").exists()


def test_a_price_is_told_to_those_who_live_here(beef: StockItem, alice: User, guest: User, client_of: ClientOf) -> None:
    with as_owner():
        StockItem.objects.filter(pk=beef.pk).update(price=Decimal(4), price_amount=Decimal(800), price_unit="g")
    client = client_of(alice)
    assert "worth € 4.00" in client.get(url(beef, "waste")).content.decode().replace("\u00a0", " ")
    client.post(url(beef, "waste"), form(amount="200", reason="spoiled"))
    show = f"/h/{beef.household.code}/pantry/stock/{beef.pk}/"
    told = client.get(show).content.decode().replace("\u00a0", " ")
    for words in ("€ 1.00", "€ 4.00 for 800 g", "€ 5.00 per kg"):
        assert words in told
    assert "€" not in client_of(guest).get(show).content.decode()
