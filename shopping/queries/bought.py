"""Everything that a household ever bought, by thing: on which days, how much of it as a rule, and on which list it is.

What was ticked is a purchase. What came onto the shelves is one too, unless the same thing was ticked that day or in
the two days before: then it has only been put away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from accounts.models import Household
from kitchen.units import Quantity, tell
from kitchen.zones import zone
from pantry.models import FoodId, food_text
from pantry.queries.day import start_of
from pantry.queries.foods import book
from pantry.queries.stock import picture_of
from recipes.queries.leftovers import leftovers
from shopping.company import Key
from shopping.wanted import amount_of

# How far suggestions look back: over a whole year, so that what comes with a season is there.
LOOK_BACK = 400
PUT_AWAY_WITHIN = 2
PLAIN = "🛍️"
# The day that PostgreSQL counts from, as Python counts days.
FIRST = date(1970, 1, 1).toordinal()
# By hand, as this is asked with every list: one statement, days as numbers, and amounts compared as bytes. What lies
# on the shelves under a name that nobody knows as a food is mostly no purchase. The walls hold as everywhere.
SQL = """
SELECT kind, food_id, own_food_id, name_key, max(name), array_agg(DISTINCT day) FILTER (WHERE day IS NOT NULL),
  mode() WITHIN GROUP (ORDER BY said COLLATE "C"), array_agg(DISTINCT list_id) FILTER (WHERE list_id IS NOT NULL)
FROM (
  SELECT 1 AS kind, food_id, own_food_id, name_key, name, NULL::uuid AS list_id,
    (ticked_at AT TIME ZONE %(zone)s)::date - DATE '1970-01-01' AS day, concat(quantity, ' ', unit) AS said
  FROM shopping_shoppinglistitem
  WHERE household_id = %(household)s AND state IN ('ticked', 'put_away') AND ticked_at >= %(since)s
  UNION ALL
  SELECT 2, lot.food_id, lot.own_food_id, lot.name_key, lot.name, NULL,
    (line.created_at AT TIME ZONE %(zone)s)::date - DATE '1970-01-01', NULL
  FROM pantry_stockmovement AS line JOIN pantry_stockitem AS lot ON lot.id = line.item_id
  WHERE line.household_id = %(household)s AND line.kind = 'added' AND line.undoes_id IS NULL
    AND line.created_at >= %(since)s AND (lot.food_id IS NOT NULL OR lot.own_food_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM pantry_stockmovement AS back WHERE back.undoes_id = line.id)
  UNION ALL
  SELECT 3, item.food_id, item.own_food_id, item.name_key, item.name, item.shopping_list_id, NULL, NULL
  FROM shopping_shoppinglistitem AS item JOIN shopping_shoppinglist AS list ON list.id = item.shopping_list_id
  WHERE item.household_id = %(household)s AND item.state IN ('open', 'ticked') AND list.archived_at IS NULL
) AS known GROUP BY kind, food_id, own_food_id, name_key ORDER BY kind
"""
TICKED, ARRIVED, LISTED = 1, 2, 3


@dataclass
class Bought:
    """One thing: its newest name here, and the numbers of the days on which it was bought, each once, in their order.

    `amount` is what was said most often, None where mostly nothing was. `keys` are its names as lists compare them,
    `lists` the open ones that it is on. What was only put on a list has no days.
    """

    key: Key
    name: str
    amount: Quantity | None = None
    days: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    lists: set[UUID] = field(default_factory=set)

    @property
    def ref(self) -> FoodId | None:
        return None if isinstance(self.key, str) else self.key

    @property
    def emoji(self) -> str:
        return picture_of(self.ref) if self.ref else PLAIN

    @property
    def usual(self) -> str:
        return tell(self.amount) if self.amount else ""

    @property
    def text(self) -> str:
        """As it would be typed on a list."""
        return as_typed(self.name, self.usual)

    @property
    def code(self) -> str:
        """Names it in forms and addresses."""
        return food_text(self.ref) if self.ref else str(self.key)


class Named(NamedTuple):
    """What was bought, came on the shelves or is on a list under one name."""

    kind: int
    ref: FoodId | None
    key: str
    name: str
    days: list[int]
    said: str | None
    lists: list[UUID]


def as_typed(name: str, amount: str) -> str:
    return f"{amount} {plain(name)}" if amount else plain(name)


def plain(name: str) -> str:
    """As one thing: a comma would part it in two."""
    return " ".join(name.replace(",", " ").split())


def bought(household: Household, today: date, *, look_back: int | None = LOOK_BACK) -> dict[Key, Bought]:
    """What was bought, and what is on open lists: one query, and one for what the household says of foods. All of it
    ever without `look_back`.
    """
    found: dict[Key, Bought] = {}
    known, gone = book(), leftovers()
    for named in _named(household, today - timedelta(days=look_back) if look_back else date(1970, 1, 2)):
        meant: Key = named.key if named.ref is None else known.meant(named.ref)
        if named.kind == ARRIVED and meant == gone:
            continue
        there = found.get(meant)
        days = _besides(there.days, named.days) if named.kind == ARRIVED and there else named.days
        if days or named.lists:
            _take(found.setdefault(meant, Bought(meant, named.name)), named, days)
    return found


def _take(one: Bought, named: Named, days: list[int]) -> None:
    """The name that was used last is the one that is shown, with what was said most often under it."""
    if days and (not one.days or days[-1] >= one.days[-1]):
        one.name, one.amount = named.name[:1].upper() + named.name[1:], _amount(named.said) or one.amount
    one.days = sorted({*one.days, *days}) if one.days else days
    one.keys.add(named.key)
    one.lists.update(named.lists)


def _besides(ticked: list[int], arrived: list[int]) -> list[int]:
    """What arrived and was not only put away."""
    known = {day + later for day in ticked for later in range(PUT_AWAY_WITHIN + 1)}
    return [day for day in arrived if day not in known]


def _amount(said: str | None) -> Quantity | None:
    number, _space, unit = (said or "").partition(" ")
    return amount_of(Decimal(number), unit) if number else None


def _named(household: Household, since: date) -> Iterator[Named]:
    given: dict[str, Any] = {
        "household": household.pk,
        "zone": zone(household.time_zone).key,
        "since": start_of(since, household),
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, given)
        for kind, food, own, key, name, days, said, lists in cursor.fetchall():
            yield Named(kind, own or food, key, name, [FIRST + day for day in days or ()], said, lists or [])
