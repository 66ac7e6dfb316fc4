"""pantry:table.create and pantry:table.download: a pantry comes in from tables and goes out as such."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import OwnFood, Place, Product, StockItem
from tests.conftest import ClientOf
from tests.factories import StockItemFactory
from tests.pantry.ledger import sums_hold

STOCK = b"name,amount,place,kept_in,use_by,price,barcode\nRice,1 kg,Cellar,pantry,,2.49,4011200296908\nMilk,-1,,,,,\n"
FOODS = (
    b"name,plural,also_called,category,minimum,minimum_unit\nVortle,vortles,blump|zorg,fruit,500,g\nTin,,,nowhere,,\n"
)


def url(household: Household, what: str = "") -> str:
    return f"/h/{household.code}/pantry/tables/" + (f"{what}.csv" if what else "")


def bring(client: Client, household: Household, *files: bytes, operation: object = None) -> HttpResponse:
    uploads = [SimpleUploadedFile(f"{at}.csv", data) for at, data in enumerate(files)]
    said = {"operation": operation or new_id(), "uploads": uploads}
    return client.post(url(household), said)  # type: ignore[return-value]


def rows(client: Client, household: Household, what: str) -> list[dict[str, str]]:
    answer = client.get(url(household, what))
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_good_rows_are_on_the_shelves_and_the_others_named(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    answer = bring(client_of(alice), household, STOCK)
    text = answer.content.decode()
    assert "1 lot is on the shelves" in text
    assert "Row 3:" in text
    with tenancy.scope(household=household.pk):
        lot = StockItem.objects.get()
        assert (lot.place.name, lot.price, lot.food_id is not None) == ("Cellar", lot.price, True)
        assert Product.objects.get().barcodes.get().code == "04011200296908"
        assert lot.product is not None
    assert sums_hold(household)


def test_sent_twice_it_comes_in_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client, operation = client_of(alice), new_id()
    for _time in range(2):
        bring(client, household, STOCK, FOODS, operation=operation)
    with tenancy.scope(household=household.pk):
        assert StockItem.objects.count() == 1
        assert Place.objects.filter(name="Cellar").count() == 1
        assert OwnFood.objects.filter(name="Vortle").count() == 1


def test_foods_come_in_with_their_minimum_and_other_words(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    answer = bring(client_of(alice), household, FOODS)
    assert "“nowhere” is no category" in answer.content.decode()
    with tenancy.scope(household=household.pk):
        food = OwnFood.objects.get()
        assert (food.name, food.aliases, food.minimum, food.minimum_unit) == ("Vortle", ["blump", "zorg"], 500, "g")


def test_what_goes_out_comes_back_the_same(
    household: Household, alice: User, other_household: Household, stranger: User, client_of: ClientOf
) -> None:
    bring(client_of(alice), household, STOCK, FOODS)
    client = client_of(alice)
    out = [client.get(url(household, what)).content for what in ("foods", "stock")]
    bring(client_of(stranger), other_household, *out)
    for what in ("foods", "stock"):
        ours, theirs = rows(client, household, what), rows(client_of(stranger), other_household, what)
        for row in (*ours, *theirs):
            row.pop("lot", None)
        assert ours == theirs


def test_the_ledger_goes_out_line_by_line(household: Household, alice: User, client_of: ClientOf) -> None:
    StockItemFactory(household=household, name="=SUM(1)")
    (line,) = rows(client_of(alice), household, "ledger")
    assert (line["what"], line["name"], line["amount"], line["unit"]) == ("added", "'=SUM(1)", "1000", "g")


HISTORY = (
    b"at,what,name,amount,unit,reason,value\n2026-01-02,wasted,Rice,300,g,spoiled,1.20\n"
    b"2026-01-03,used,Rice,200,g,,\n2026-01-03,used,Rice,200,g,,\n2999-01-01,used,Rice,1,g,,\n"
)


def test_what_was_used_elsewhere_is_history_here_and_comes_in_once(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    text = bring(client, household, HISTORY).content.decode()
    assert "3 lines of the past came in" in text
    assert "Row 5:" in text
    assert bring(client, household, HISTORY).status_code == 422, "nothing new"
    with tenancy.scope(household=household.pk):
        lot = StockItem.objects.get()
        assert (lot.amount, lot.finished_at is not None, lot.movements.count()) == (0, True, 4)
        assert lot.place.storage == "pantry", "where the next rice would be put"
    assert sums_hold(household)
    out = client.get(url(household, "ledger")).content
    assert bring(client, household, out).status_code == 422, "one's own ledger is known"


def test_nothing_at_all_is_refused_with_a_sentence(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    empty = client.post(url(household), {"operation": new_id()})
    assert empty.status_code == 422
    assert "Choose a file." in empty.content.decode()
    picture = bring(client, household, b"\x89PNG\r\n\x1a\n")
    assert picture.status_code == 422
    assert "This is no table" in picture.content.decode()
    assert client.get(url(household, "passwords")).status_code == 404


def test_guests_and_strangers_take_nothing_along(
    household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for what in ("", "stock", "ledger"):
        assert client_of(guest).get(url(household, what)).status_code == 403
        assert client_of(stranger).get(url(household, what)).status_code == 404
