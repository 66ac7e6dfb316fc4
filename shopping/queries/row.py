"""One thing on a list as it is drawn: alone, for every open page, or in its place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Household, User
from kitchen.tones import tone_of
from pantry.catalogue import AISLES, CATEGORIES
from pantry.queries.foods import food
from shopping.models import ItemReason, ItemState, ShoppingListItem
from shopping.wanted import told

NEW_FOR = timedelta(minutes=1)
ELSE = "else"
BY_ID = {one.id: one for one in CATEGORIES.values()}
ON_IT = (ItemState.OPEN, ItemState.TICKED)


@dataclass(frozen=True)
class Row:
    """One thing to buy. `initial` and `tone` are of who added it, or has ticked it; "" and 0 for who is gone.

    `state` is open, ticked, or gone. `aisle` is the slug of where it stands, `ticked` the milliseconds since 1970 at
    which the server heard that it was ticked, 0 while it is to be bought. It is drawn from its values, not from `item`.
    """

    id: UUID
    list_id: UUID
    number: int
    state: str
    name: str
    key: str
    emoji: str
    amount: str
    why: str
    initial: str
    tone: int
    aisle: str
    ticked: int
    fresh: bool
    note: str
    added_by: UUID | None
    picture: UUID | None
    item: ShoppingListItem = field(compare=False)

    @property
    def done(self) -> bool:
        return self.state == ItemState.TICKED


PEOPLE = ("added_by", "ticked_by", "changed_by", "removed_by", "assigned_to")
# Of five people each, what rows say: who they are. All their columns are most of what asking for a row costs.
COLUMNS = (
    *(field.name for field in ShoppingListItem._meta.concrete_fields),
    *(f"{person}__{field}" for person in PEOPLE for field in ("name", "username", "email")),
)


def items_of(household: Household) -> QuerySet[ShoppingListItem]:
    """With the people, and the dishes that rows name as `dishes`: one query."""
    told = JSONObject(id="recipe_id", name="recipe__name", emoji="recipe__emoji", deleted="recipe__deleted_at")
    reasons = ItemReason.objects.filter(household=OuterRef("household"), item=OuterRef("pk"))
    dishes = ArraySubquery(reasons.order_by("recipe__name_key", "pk").values(told=told))
    items = ShoppingListItem.objects.filter(household=household).select_related(*PEOPLE)
    return items.only(*COLUMNS).annotate(dishes=dishes)


def rows_of(household: Household, ids: Iterable[UUID]) -> list[Row]:
    """As they are now; what is not there is left out."""
    since = timezone.now() - NEW_FOR
    return [row_of(item, since) for item in items_of(household).filter(pk__in=set(ids)).order_by("created_at", "id")]


def row_of(item: ShoppingListItem, marked_since: datetime) -> Row:
    done = item.state == ItemState.TICKED
    person = item.ticked_by if done else item.added_by
    known = food(item.food_ref)
    return Row(
        id=item.pk,
        list_id=item.shopping_list_id,
        number=item.number,
        state=item.state if item.state in ON_IT else "gone",
        name=item.name,
        key=item.name_key,
        emoji=known.emoji if known else "",
        amount=told(item.quantity, item.unit),
        why=_why(item, person, done=done),
        initial=person.called[:1].upper() if person else "",
        tone=tone_of(person.pk) if person else 0,
        aisle=aisle_of_category(item.category_id),
        ticked=int(item.ticked_at.timestamp() * 1000) if done and item.ticked_at else 0,
        fresh=not done and item.created_at > marked_since,
        note=item.note,
        added_by=item.added_by_id,
        picture=item.picture_id,
        item=item,
    )


def aisle_of_category(category: int | None) -> str:
    """The slug of the aisle that a category is part of; `ELSE` for what belongs nowhere."""
    known = BY_ID.get(category or 0)
    return (known.aisle if known and known.aisle in AISLES else None) or ELSE


def _why(item: ShoppingListItem, person: User | None, *, done: bool) -> str:
    """For which dish, else who put it there; in the basket who has it."""
    if item.removed_by:
        reason = _brought_back(item, person if done else item.changed_by)
    elif done:
        reason = _("%(name)s has it") % {"name": person.called} if person else ""
    else:
        dishes = list(dict.fromkeys(one["name"] for one in item.dishes))  # type: ignore[attr-defined]
        reason = for_dishes(dishes) if dishes else _("%(name)s added it") % {"name": person.called} if person else ""
    assigned = _("%(name)s gets it") % {"name": item.assigned_to.called} if item.assigned_to and not done else ""
    day = _("for %(day)s") % {"day": date_format(item.needed_on, "D j M")} if item.needed_on and not done else ""
    return " · ".join(part for part in (item.note, day, assigned, reason) if part)


def _brought_back(item: ShoppingListItem, person: User | None) -> str:
    assert item.removed_by
    words = {"name": item.removed_by.called, "other": person.called if person else _("somebody")}
    if item.state == ItemState.TICKED:
        return _("%(name)s took it off, %(other)s has it all the same") % words
    return _("%(name)s took it off, %(other)s changed it: it is back") % words


def for_dishes(names: list[str]) -> str:
    if len(names) == 1:
        return _("for %(dish)s") % {"dish": names[0]}
    if len(names) == 2:  # noqa: PLR2004
        return _("for %(dish)s and %(other)s") % {"dish": names[0], "other": names[1]}
    rest = len(names) - 1
    words = ngettext("for %(dish)s and %(count)d more dish", "for %(dish)s and %(count)d more dishes", rest)
    return words % {"dish": names[0], "count": rest}
