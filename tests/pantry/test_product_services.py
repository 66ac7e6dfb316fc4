"""Products and their codes, as services keep them."""

import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.barcodes import read_code
from pantry.models import InStore, Product, ProductBarcode
from pantry.queries.foods import food
from pantry.queries.product import barcode_of, full_name, guess_food
from pantry.services.product import (
    MOST_CODES,
    Said,
    add_product,
    change_product,
    codes_of,
    remove_product,
    say_measure,
)
from tests.pantry.shopping_bag import CHEESE, OATS, TOMATOES, bought, said
from tests.pantry.typing_in import newest


def undo_newest(by: User) -> None:
    undo_activity(newest(), by=by)


def test_a_product_is_found_by_every_form_of_its_code(household: Household, at_home: User) -> None:
    oats = bought(household, at_home, "Rolled oats", "0036000291452", brand="Mill")
    for form in ("036000291452", "00036000291452", "0 036000 291452"):
        found = barcode_of(household, read_code(form))
        assert found
        assert found.product == oats
    assert barcode_of(household, read_code(OATS)) is None
    assert full_name(oats) == "Mill Rolled oats"
    known = food(oats.food_ref)
    assert known
    assert known.name == "rolled oats"


def test_the_same_form_adds_one_product(household: Household, at_home: User) -> None:
    id = new_id()
    made = [add_product(household, said("Rolled oats", OATS), by=at_home, id=id) for _ in range(2)]
    assert made[0] == made[1]
    assert Product.objects.count() == ProductBarcode.objects.count() == 1


def test_the_same_thing_with_another_code_keeps_both(household: Household, at_home: User) -> None:
    first = bought(household, at_home, "Rolled oats", OATS, brand="Mill")
    second = add_product(household, said("rolled  oats", TOMATOES, brand="mill"), by=at_home)
    larger = add_product(household, said("Rolled oats", CHEESE, brand="Mill", pack="1000"), by=at_home)
    assert first == second
    assert first != larger
    assert len(codes_of(first)) == 2


def test_a_code_belongs_to_one_product(household: Household, at_home: User) -> None:
    bought(household, at_home)
    with pytest.raises(DomainError, match="belongs to Rolled oats"):
        bought(household, at_home, "Tomatoes", OATS)
    assert Product.objects.count() == 1


def test_adding_changing_and_removing_can_be_taken_back(household: Household, at_home: User) -> None:
    oats = bought(household, at_home)
    before = codes_of(oats)
    change_product(
        oats, said("Porridge oats", OATS, TOMATOES, storage="fridge", shelf_life={"fridge.opened": 3}), by=at_home
    )
    undo_newest(at_home)
    oats.refresh_from_db()
    assert (oats.name, oats.storage, oats.shelf_life, codes_of(oats)) == ("Rolled oats", "", {}, before)
    remove_product(oats, by=at_home)
    remove_product(oats, by=at_home)
    assert barcode_of(household, read_code(OATS)) is None
    undo_activity(Activity.objects.filter(verb="product.removed").get(), by=at_home)
    assert codes_of(oats) == before
    undo_activity(Activity.objects.filter(verb="product.added").get(), by=at_home)
    assert barcode_of(household, read_code(OATS)) is None


def test_what_was_changed_again_is_not_taken_back(household: Household, at_home: User) -> None:
    oats = bought(household, at_home)
    change_product(oats, said("Porridge", OATS), by=at_home)
    first = newest()
    change_product(oats, said("Gruel", OATS), by=at_home)
    with pytest.raises(DomainError, match="changed again"):
        undo_activity(first, by=at_home)
    with pytest.raises(DomainError, match="not there"):
        remove_product(oats, by=at_home)
        change_product(oats, said("Gruel", OATS), by=at_home)


def test_a_code_that_is_another_ones_by_now_stays_there(household: Household, at_home: User) -> None:
    oats = bought(household, at_home)
    remove_product(oats, by=at_home)
    removal = newest()
    tomatoes = bought(household, at_home, "Tomatoes", OATS)
    undo_activity(removal, by=at_home)
    assert codes_of(oats) == {}
    assert len(codes_of(tomatoes)) == 1


def test_what_a_shops_code_says_is_told_once(household: Household, at_home: User) -> None:
    bought(household, at_home, "Gouda", CHEESE)
    row = ProductBarcode.objects.get()
    for wrong in ("", "length"):
        with pytest.raises(DomainError, match="price or the weight"):
            say_measure(row, wrong, by=at_home)
    assert say_measure(row, InStore.WEIGHT, by=at_home).in_store == InStore.WEIGHT
    undo_newest(at_home)
    row.refresh_from_db()
    assert row.in_store == ""


@pytest.mark.parametrize(
    "wrong",
    [{"name": " "}, {"name": "x" * 121}, {"name": "Oats", "codes": {f"{n:014d}": "" for n in range(MOST_CODES + 1)}}],
)
def test_what_cannot_be_is_refused(wrong: dict[str, object], household: Household, at_home: User) -> None:
    with pytest.raises(DomainError):
        add_product(household, Said(**wrong), by=at_home)  # type: ignore[arg-type]
    assert not Product.objects.exists()


def test_guests_and_strangers_keep_nothing(household: Household, guest: User, stranger: User, alice: User) -> None:
    for other in (guest, stranger):
        with tenancy.scope(household=household.pk, person=alice.pk), pytest.raises(DomainError):
            bought(household, other)


def test_the_kind_says_more_than_the_name() -> None:
    assert food(guess_food("Zarte Flocken", ["rolled oats", "cereals"])).name == "rolled oats"  # type: ignore[union-attr]
    assert food(guess_food("Whole milk", ["something nobody knows"])).name == "milk"  # type: ignore[union-attr]
    assert guess_food("Xyzzy", ["plugh"]) is None
