"""A list as whoever has its link sees it: what to buy and what is in the basket; no money, no people, no dishes."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from kitchen import tenancy
from pantry.catalogue import AISLES
from pantry.queries.foods import food
from shopping.models import ItemState, ListLink, ShoppingList, ShoppingListItem
from shopping.queries.row import ELSE, ON_IT, aisle_of_category
from shopping.wanted import told

DOOR = "list"
DOOR_SQL = """
    SELECT link.household_id, link.id
    FROM shopping_listlink AS link
    JOIN shopping_shoppinglist AS list ON list.household_id = link.household_id AND list.id = link.shopping_list_id
    WHERE link.token = $1 AND link.revoked_at IS NULL AND list.archived_at IS NULL
"""
TOKEN = re.compile(r"[\w-]{20,48}", re.ASCII)


@dataclass(frozen=True)
class VisitorRow:
    """One thing; `state` is "open", "ticked" or "gone"."""

    id: UUID
    list_id: UUID
    name: str
    key: str
    emoji: str
    amount: str
    note: str
    state: str
    aisle: str
    number: int
    ticked: int

    @property
    def done(self) -> bool:
        return self.state == ItemState.TICKED


def address_of(link: ListLink) -> str:
    """Whole, as it is sent to others."""
    return settings.PUBLIC_URL + reverse("shopping:public.show", kwargs={"token": link.token})


def queue_of(token: str) -> str:
    """Whose changes a device keeps for this link: no person's, and not the token itself."""
    return "link:" + hashlib.sha256(token.encode()).hexdigest()[:32]


def resolved(token: str) -> tuple[UUID, UUID] | None:
    """Household and link of an open address, through the owner's function."""
    if not TOKEN.fullmatch(token):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT household, object FROM kitchen_resolve(%s, %s)", [DOOR, token])
        row: tuple[UUID, UUID] | None = cursor.fetchone()
    return row


def opened(token: str) -> ListLink | None:
    """The open link of that address with its list, its household in scope; None for revoked and for never made."""
    found = resolved(token)
    if found is None:
        return None
    tenancy.narrow(found[0])
    links = ListLink.objects.select_related("shopping_list__household", "shopping_list__store", "household")
    return links.filter(household_id=found[0], pk=found[1], revoked_at=None).first()


def visitor_rows(shopping_list: ShoppingList, *, since: int | None = None, most: int | None = None) -> list[VisitorRow]:
    """What is on it, or (so many of) whatever has changed there since a number of the list, also what has gone."""
    items = shopping_list.items.order_by("name_key", "id")
    found = items.filter(state__in=ON_IT) if since is None else items.filter(number__gt=since)
    return [_row(item) for item in found[:most]]


def rows_called(shopping_list: ShoppingList, ids: Iterable[UUID]) -> list[VisitorRow]:
    return [_row(item) for item in shopping_list.items.filter(pk__in=list(ids))]


def found_item(link: ListLink, id: UUID) -> ShoppingListItem | None:
    """An item of this very list."""
    return link.shopping_list.items.filter(pk=id).first()


def _row(item: ShoppingListItem) -> VisitorRow:
    known = food(item.food_ref)
    return VisitorRow(
        id=item.pk,
        list_id=item.shopping_list_id,
        name=item.name,
        key=item.name_key,
        emoji=known.emoji if known else "",
        amount=told(item.quantity, item.unit),
        note=item.note,
        state=item.state if item.state in ON_IT else "gone",
        aisle=aisle_of_category(item.category_id),
        number=item.number,
        ticked=int(item.ticked_at.timestamp() * 1000) if item.ticked_at else 0,
    )


@dataclass(frozen=True)
class VisitorAisle:
    slug: str
    name: str
    emoji: str
    rows: list[VisitorRow]


@dataclass(frozen=True)
class VisitorPage:
    """`number` is the list's own: an open page is brought up to date from there."""

    token: str
    shopping_list: ShoppingList
    aisles: list[VisitorAisle]
    basket: list[VisitorRow]

    @property
    def ticked(self) -> int:
        return len(self.basket)

    @property
    def open(self) -> int:
        return sum(len(aisle.rows) for aisle in self.aisles)

    @property
    def total(self) -> int:
        return self.open + self.ticked


def visitor_page(link: ListLink) -> VisitorPage:
    """One query. The aisles stand as they do in the store of the list, if it has one."""
    rows, store = visitor_rows(link.shopping_list), link.shopping_list.store
    place = {id: at for at, id in enumerate(store.aisles)} if store else {}
    known = sorted(AISLES.values(), key=lambda one: (place.get(one.id, len(place)), one.position))
    named = [*((one.slug, _(one.name), one.emoji) for one in known), (ELSE, _("Everything else"), "🛍️")]
    aisles = [
        VisitorAisle(slug, name, emoji, [row for row in rows if row.aisle == slug and not row.done])
        for slug, name, emoji in named
    ]
    basket = sorted((row for row in rows if row.done), key=lambda row: (-row.ticked, row.id))
    return VisitorPage(link.token, link.shopping_list, aisles, basket)
