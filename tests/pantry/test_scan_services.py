"""What a code does that is known here: put away, used up, looked up."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from accounts.services.activity import undo_activity
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.barcodes import CodeError, Link, read_code
from pantry.barcodes.digits import with_check
from pantry.models import InStore, Product, StockItem
from pantry.queries.label import address_of
from pantry.services.place import places_of
from pantry.services.scan import ADD, LOOK, USE, Scan, Wish, keep_scanned, measure_scanned, scan
from tests.pantry.ledger import sums_hold
from tests.pantry.shopping_bag import CHEESE, OATS, TOMATOES, bought, said
from tests.pantry.typing_in import add, newest


def do(household: Household, by: User, text: Any, mode: str = ADD, wish: Wish | None = None) -> Scan:
    return scan(household, text, wish or Wish(mode, new_id()), by=by)


def test_a_known_code_is_put_away_with_all_that_is_known(household: Household, at_home: User) -> None:
    oats = bought(household, at_home)
    done = do(household, at_home, "4 006381 333931")
    lot = done.lot
    assert done.state == "added"
    assert lot
    assert (lot.product, lot.food_id, lot.amount, lot.unit, lot.pack) == (oats, oats.food_id, 500, "g", 500)
    assert lot.place.storage == "pantry"
    assert lot.date_kind == "estimated"
    assert lot.use_by


def test_the_same_code_again_is_one_more_of_it(household: Household, at_home: User) -> None:
    bought(household, at_home)
    for _ in range(3):
        do(household, at_home, OATS)
    lot = StockItem.objects.get()
    assert (lot.amount, lot.pack) == (1500, 500)
    undo_activity(newest(), by=at_home)
    lot.refresh_from_db()
    assert lot.amount == 1000
    assert sums_hold(household)


def test_what_was_touched_since_is_another_lot(household: Household, at_home: User, alice: User) -> None:
    bought(household, at_home)
    do(household, at_home, OATS)
    do(household, at_home, OATS, USE)
    do(household, at_home, OATS)
    assert StockItem.objects.count() == 2


def test_one_operation_is_done_once(household: Household, at_home: User) -> None:
    bought(household, at_home)
    adding, using = Wish(ADD, new_id()), Wish(USE, new_id())
    do(household, at_home, OATS)
    for wish in (adding, adding, using, using):
        do(household, at_home, OATS, wish=wish)
    assert StockItem.objects.get().amount == 500
    assert sums_hold(household)


def test_the_day_in_the_code_is_the_printed_one(household: Household, at_home: User) -> None:
    bought(household, at_home, "Gouda", "09501101530003")
    with_day = "(01)09501101530003(17)301231"
    lots = [do(household, at_home, text).lot for text in (with_day, with_day, "(01)09501101530003(17)310101")]
    first, again, other = lots
    assert first
    assert again
    assert other
    assert (first.printed_on, first.printed_kind) == (date(2030, 12, 31), "use_by")
    assert first.pk == again.pk
    assert other.printed_on == date(2031, 1, 1)


def test_a_weighed_code_brings_weight_and_price(household: Household, at_home: User) -> None:
    bought(household, at_home, "Gouda", "90012345678908", pack="")
    done = do(household, at_home, "(01)90012345678908(3103)001750(3922)1299")
    lot = done.lot
    assert lot
    assert (lot.amount, lot.unit, lot.price) == (Decimal("1.75"), "kg", Decimal("12.99"))


@pytest.mark.parametrize(
    ("measure", "amount", "unit", "price"),
    [(InStore.WEIGHT, 199, "g", None), (InStore.PRICE, 500, "g", Decimal("1.99"))],
)
def test_a_shops_own_code_asks_once_what_it_says(
    measure: str, amount: int, unit: str, price: Decimal | None, household: Household, at_home: User
) -> None:
    bought(household, at_home, "Gouda", CHEESE)
    wish = Wish(ADD, new_id())
    assert do(household, at_home, CHEESE, wish=wish).state == "measure"
    assert not StockItem.objects.exists()
    lot = measure_scanned(household, read_code(CHEESE), measure, wish, by=at_home).lot
    assert lot
    assert (lot.amount, lot.unit, lot.price) == (amount, unit, price)
    assert do(household, at_home, with_check("221234500350")).state == "added"


def test_using_takes_a_package_of_what_must_go_first(household: Household, at_home: User) -> None:
    bought(household, at_home)
    do(household, at_home, OATS)
    do(household, at_home, OATS)
    first = do(household, at_home, OATS, USE)
    assert (first.state, first.went) == ("used", "500 g")
    last = do(household, at_home, OATS, USE)
    assert last.lot
    assert last.lot.finished_at
    with pytest.raises(DomainError, match="Nothing of it is on the shelves"):
        do(household, at_home, OATS, USE)


@pytest.mark.parametrize(
    ("typed", "left"), [("2 kg rolled oats", "1.5"), ("3 packs rolled oats", "2"), ("300 g rolled oats", "0")]
)
def test_what_was_typed_is_used_by_its_food(typed: str, left: str, household: Household, at_home: User) -> None:
    (lot,) = add(household, typed, at_home)
    bought(household, at_home)
    do(household, at_home, OATS, USE)
    lot.refresh_from_db()
    assert lot.amount == Decimal(left)


def test_looking_changes_nothing(household: Household, at_home: User) -> None:
    oats = bought(household, at_home)
    do(household, at_home, OATS)
    seen = do(household, at_home, OATS, LOOK)
    assert (seen.state, seen.product, len(seen.lots)) == ("seen", oats, 1)
    assert StockItem.objects.get().amount == 500


def test_an_unknown_code_is_kept_for_the_household(household: Household, at_home: User) -> None:
    wish = Wish(ADD, new_id())
    assert do(household, at_home, TOMATOES, wish=wish).state == "unknown"
    told = said("Tinned tomatoes", TOMATOES, pack="400")
    place = places_of(household)[0]
    done = keep_scanned(household, read_code(TOMATOES), told, wish, by=at_home, place=place, use_by=date(2031, 5, 1))
    again = keep_scanned(household, read_code(TOMATOES), told, wish, by=at_home)
    assert done.lot
    assert done.lot == again.lot
    assert (done.lot.place, done.lot.use_by, done.lot.printed_on) == (place, date(2031, 5, 1), date(2031, 5, 1))
    assert do(household, at_home, TOMATOES).state == "added"


def test_what_somebody_else_has_said_meanwhile_stays(household: Household, at_home: User) -> None:
    bought(household, at_home, "Tinned tomatoes", TOMATOES)
    late = keep_scanned(household, read_code(TOMATOES), said("Paint", TOMATOES), Wish(LOOK, new_id()), by=at_home)
    assert late.product
    assert late.product.name == "Tinned tomatoes"
    assert Product.objects.count() == 1


def test_what_is_no_food_is_refused(household: Household, at_home: User) -> None:
    for text, error in (("9780140013993", DomainError), ("12345", CodeError), ("milk", CodeError)):
        with pytest.raises(error):
            do(household, at_home, text)


def test_a_label_leads_to_what_it_is_on(household: Household, other_household: Household, at_home: User) -> None:
    (lot,) = add(household, "1 l soup", at_home)
    place = places_of(household)[0]
    assert do(household, at_home, Link(address_of(household, lot.pk))).target == lot
    assert do(household, at_home, address_of(household, place.pk)).target == place
    for strange in (address_of(other_household, lot.pk), address_of(household, new_id())):
        with pytest.raises(DomainError, match="another kitchen"):
            do(household, at_home, strange)
    with pytest.raises(CodeError):
        do(household, at_home, Link("https://example.com/"))
