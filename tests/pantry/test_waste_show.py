"""pantry:waste.show: a year of what was thrown away, in things, weight and money, and how much of it is known."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.models import MovementKind, StockItem, StockMovement
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.foods import MILK, RICE


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/thrown-away/"


def throw(
    item: StockItem, delta: str | None, reason: str, value: str | None = None, days_ago: int = 0
) -> StockMovement:
    line = {"household": item.household, "item": item, "kind": MovementKind.WASTED, "unit": item.unit}
    with as_owner():
        written = StockMovement.objects.create(
            **line,
            operation=new_id(),
            delta=None if delta is None else Decimal(delta),
            reason=reason,
            value=None if value is None else Decimal(value),
        )
        at = timezone.now() - timedelta(days=days_ago)
        StockMovement.objects.filter(pk=written.pk).update(created_at=at)
    return written


def text_of(household: Household, person: User, client_of: ClientOf) -> str:
    answer = client_of(person).get(url(household))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_sums_say_how_much_of_them_is_known(household: Household, alice: User, client_of: ClientOf) -> None:
    rice = StockItemFactory(household=household, name="Rice", food_id=RICE)
    stew = StockItemFactory(household=household, name="Stew", rough="some")
    throw(rice, "-300", "spoiled", "1.20")
    throw(rice, "-200", "past_date", "0.80", days_ago=40)
    throw(stew, None, "left_over")
    text = text_of(household, alice, client_of)
    assert "<strong>3</strong> things" in text
    assert "<strong>500 g</strong>" in text
    assert "<strong>€ 2.00</strong>" in text
    assert "The weight is known of 2 of 3, the price of 2" in text
    assert "<strong>100 %</strong>" in text


def test_the_largest_has_the_longest_bar(household: Household, alice: User, client_of: ClientOf) -> None:
    throw(StockItemFactory(household=household, name="Rice", food_id=RICE), "-100", "spoiled")
    throw(StockItemFactory(household=household, name="Milk", food_id=MILK, unit="ml"), "-1000", "spoiled")
    foods = text_of(household, alice, client_of).split("Most of it")[1]
    assert foods.index("Milk") < foods.index("Rice")
    assert foods.index('width="100"') < foods.index('width="10"')


def test_what_was_taken_back_or_is_long_ago_does_not_count(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    rice = StockItemFactory(household=household, name="Rice", food_id=RICE)
    taken_back = throw(rice, "-100", "spoiled")
    throw(rice, "-100", "spoiled", days_ago=400)
    with as_owner():
        StockMovement.objects.create(
            household=household,
            item=rice,
            kind=MovementKind.WASTED,
            unit="g",
            operation=new_id(),
            delta=Decimal(100),
            undoes=taken_back,
        )
    assert "Nothing has been thrown away" in text_of(household, alice, client_of)


def test_guests_see_no_costs_and_strangers_nothing(
    household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).get(url(household)).status_code == 403
    assert client_of(stranger).get(url(household)).status_code == 404
