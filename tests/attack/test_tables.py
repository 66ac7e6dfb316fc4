"""Files that somebody brings by mistake or in bad faith: a sentence for each row, and no row lost in silence."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import StockItem
from tests.conftest import ClientOf
from tests.database import as_owner

Bring = Callable[..., tuple[str, list[str]]]
HEAD = b"name,amount,unit\n"
BREAD = b"Bread,1,piece\n"


@pytest.fixture
def bring(household: Household, bob: User, client_of: ClientOf) -> Bring:
    """What the page says, and what is on the shelves then."""
    client: Client = client_of(bob)

    def upload(*files: tuple[str, bytes]) -> tuple[str, list[str]]:
        url = reverse("pantry:table.create", args=[household.code])
        uploads = [SimpleUploadedFile(name, data) for name, data in files]
        page = client.post(url, {"operation": str(new_id()), "uploads": uploads})
        assert page.status_code in (200, 422)
        with as_owner():
            names = StockItem.objects.filter(household=household).order_by("name")
            return page.content.decode(), list(names.values_list("name", flat=True))

    return upload


def test_two_files_of_one_name_both_come_in(bring: Bring) -> None:
    assert bring(("stock.csv", HEAD + b"Oats,1,kg\n"), ("stock.csv", HEAD + BREAD))[1] == ["Bread", "Oats"]


def test_files_of_one_name_in_two_folders_both_come_in(bring: Bring) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/stock.csv", HEAD + b"Oats,1,kg\n")
        archive.writestr("b/stock.csv", HEAD + BREAD)
    assert bring(("both.zip", packed.getvalue()))[1] == ["Bread", "Oats"]


def test_what_unpacks_to_far_too_much_is_not_read(bring: Bring) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.csv", HEAD + b"Oats,1,kg\n" * 400_000)
    page, names = bring(("bomb.zip", packed.getvalue()), ("good.csv", HEAD + BREAD))
    assert "Unpacked, this is more than 10 MB" in page
    assert names == ["Bread"]


def test_letters_that_no_database_keeps(bring: Bring) -> None:
    told = rb'[{"name": "O\ud800ats", "amount": 1}, {"name": "Br\u0000ead", "amount": 1}]'
    assert bring(("stock.json", told))[1] == ["Bread", "O?ats"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (b"name,amount,unit\n", b"Oats,0.00000001,kg\n"),
        (b"name,amount,unit\n", b"Oats," + b"9" * 39 + b",kg\n"),
        (b"name,amount,unit,opened on\n", b"Oats,1,kg,9999-12-31\n"),
        (b"name,amount,unit,frozen on\n", b"Oats,1,kg,%(tomorrow)s\n"),
    ],
)
def test_a_row_that_cannot_be_keeps_no_other_out(head: bytes, row: bytes, bring: Bring) -> None:
    tomorrow = str(timezone.localdate() + timedelta(days=2)).encode()
    page, names = bring(("stock.csv", head + row.replace(b"%(tomorrow)s", tomorrow) + BREAD))
    assert names == ["Bread"]
    assert "Row 2" in page


@pytest.mark.parametrize("figures", [b"99999,", b"0.00001,", b",0.00001", b",9999999"])
def test_weights_that_cannot_be_keep_a_food_out(figures: bytes, bring: Bring) -> None:
    """A weight of nothing would be divided by; one too large has no place in its column."""
    page, _names = bring(("foods.csv", b"name,plural,density,piece weight\nZorb,Zorbs," + figures + b"\n"))
    assert "Row 2" in page


def test_a_history_of_more_than_can_be_is_refused(bring: Bring) -> None:
    rows = b"2026-01-01,consumed,milk,9999999,l\n" * 200
    page, names = bring(("ledger.csv", b"date,what,name,amount,unit\n" + rows))
    assert "More of milk went" in page
    assert not names


def test_a_package_of_almost_nothing_is_none(bring: Bring, household: Household) -> None:
    row = b"Oats,1,kg,0.00000001 kg\n"
    assert bring(("stock.csv", b"name,amount,unit,pack\n" + row))[1] == ["Oats"]
    with as_owner():
        (lot,) = StockItem.objects.filter(household=household)
    assert (lot.amount, lot.pack) == (Decimal(1), None)
