"""What people type, put on the shelves, and what the feed then says last."""

from decimal import Decimal

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from kitchen.units import Quantity
from pantry.models import StockItem
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots


def add(household: Household, text: str, by: User) -> list[StockItem]:
    entries, wrong = new_lots(text, household, today=today_in(household))
    assert not wrong
    return add_stock(household, entries, by=by, operation=new_id())


def newest() -> Activity:
    return Activity.objects.order_by("-number")[0]


def grams(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "g")
