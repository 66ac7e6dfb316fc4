"""Two people in front of one bag: what is said and scanned at the same moment."""

from typing import Any

import pytest

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.barcodes import read_code
from pantry.models import Product, ProductBarcode, StockItem
from pantry.services.scan import ADD, Wish, keep_scanned, scan
from tests.accounts.races import at_once
from tests.database import as_owner
from tests.pantry.ledger import sums_hold
from tests.pantry.shopping_bag import OATS, said

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_code_said_by_two_is_one_product(household: Household, alice: User, bob: User) -> None:
    def saying(name: str, by: User) -> Any:
        def work(ready: Any) -> None:
            ready()
            keep_scanned(household, read_code(OATS), said(name, OATS), Wish(ADD, new_id()), by=by)

        return work

    at_once((alice, household, saying("Rolled oats", alice)), (bob, household, saying("Porridge", bob)))
    with as_owner():
        assert Product.objects.count() == ProductBarcode.objects.count() == 1
        assert sum(lot.amount or 0 for lot in StockItem.objects.all()) == 1000
    assert sums_hold(household)


def test_one_scan_sent_twice_at_once_is_one_package(household: Household, alice: User) -> None:
    wish = Wish(ADD, new_id())

    def first(ready: Any) -> None:
        ready()
        keep_scanned(household, read_code(OATS), said("Rolled oats", OATS), wish, by=alice)

    at_once((alice, household, first), (alice, household, first))

    def again(ready: Any) -> None:
        ready()
        scan(household, OATS, Wish(ADD, wish.operation), by=alice)

    at_once((alice, household, again), (alice, household, again))
    with as_owner():
        assert StockItem.objects.get().amount == 500
    assert sums_hold(household)
