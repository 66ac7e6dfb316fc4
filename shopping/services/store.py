"""Shops of the household: which there are, and in which order each is walked."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import EVERYBODY, TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.aisles import put, walk
from shopping.models import ShoppingList, Store
from shopping.queries.aisle_order import CATALOGUE, aisle_order
from shopping.queries.store import STORES_KEY

MOST_STORES, MOST_CHOICES = 60, 200
WALK = ("aisles", "placed", "pairs")


@transaction.atomic
def create_store(household: Household, name: str, *, by: User, emoji: str = "🏪", id: UUID | None = None) -> Store:
    """`id` is the form's own: sent twice, it makes one."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    there = Store.objects.filter(household=locked, removed_at=None)
    if id and (same := there.filter(pk=id).first()):
        return same
    if there.count() >= MOST_STORES:
        raise DomainError(_("These are as many stores as there can be: remove one first."))
    _free(locked, name)
    made = Store(id=id or new_id(), household=locked, name=name, emoji=emoji, added_by=by)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    _tell(made, "store.added", by)
    return made


@transaction.atomic
def rename_store(store: Store, *, by: User, name: str, emoji: str) -> Store:
    locked = lock_store(store, by=by)
    before, after = {"name": locked.name, "emoji": locked.emoji}, {"name": name, "emoji": emoji}
    if before != after:
        _free(locked.household, name, besides=locked)
        _name(locked, after)
        _tell(locked, "store.renamed", by, before=before, after=after, **{"from": before["name"]})
    return locked


@transaction.atomic
def remove_store(store: Store, *, by: User) -> None:
    """What was bought there still says so. Twice is the same as once."""
    locked = lock_store(store, by=by, removed=True)
    if locked.removed_at is None:
        _remove(locked)
        _tell(locked, "store.removed", by)


@transaction.atomic
def move_aisle(store: Store, aisle: int, to: int, *, by: User) -> None:
    """Put by hand to the place `to`, counted from 0: there it stays, whatever trips teach."""
    locked = lock_store(store, by=by)
    order = aisle_order(locked)
    if aisle not in order:
        raise DomainError(_("There is no such aisle."))
    locked.aisles = put(order, aisle, max(0, min(to, len(order) - 1)))
    locked.placed = sorted({*locked.placed, aisle})
    _keep_walk(locked)


@transaction.atomic
def release_aisle(store: Store, aisle: int, *, by: User) -> None:
    """From now on trips may move it again, beginning with what they have taught already."""
    locked = lock_store(store, by=by)
    locked.placed = [one for one in locked.placed if one != aisle]
    locked.aisles = walk(aisle_order(locked), locked.placed, locked.pairs)
    _keep_walk(locked)


@transaction.atomic
def forget_walk(store: Store, *, by: User, placed: bool) -> None:
    """What trips have taught, and with `placed` what was put by hand as well: as the catalogue has it."""
    locked = lock_store(store, by=by)
    if not locked.pairs and not (placed and locked.placed):
        return
    before = _walk_of(locked)
    kept = [] if placed else [(locked.aisles.index(one), one) for one in locked.placed if one in locked.aisles]
    order = [one for one in CATALOGUE if one not in {aisle for _at, aisle in kept}]
    for at, aisle in sorted(kept):
        order.insert(at, aisle)
    locked.aisles, locked.placed, locked.pairs = order, [one for _at, one in kept], {}
    _keep_walk(locked)
    _tell(locked, "store.forgotten", by, before=before)


@transaction.atomic
def choose_store(shopping_list: ShoppingList, store: Store | None, *, by: User) -> None:
    """For this person alone: in the order of this store they see the list from now on."""
    require_role(shopping_list.household, by, EVERYBODY)
    locked = User.objects.select_for_update(no_key=True).get(pk=by.pk)
    chosen = {**locked.preferences.get(STORES_KEY, {})}
    chosen[str(shopping_list.pk)] = str(store.pk) if store else ""
    # Ids follow time: the choices for lists of long ago make room.
    locked.preferences[STORES_KEY] = dict(sorted(chosen.items())[-MOST_CHOICES:])
    locked.save(update_fields=["preferences"])
    by.preferences = locked.preferences


def lock_store(store: Store, *, by: User | None, removed: bool = False) -> Store:
    """The store's row, held to the end of the transaction; `by` is None for what a trip has taught."""
    household = lock_household(store.household)
    if by is not None:
        require_role(household, by, TABLE)
    found = Store.objects.select_for_update(no_key=True, of=("self",)).filter(household=household, pk=store.pk).first()
    if found is None or (found.removed_at and not removed):
        raise DomainError(_("This store is not there any more."))
    found.household = household
    return found


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    if locked.removed_at is None:
        _remove(locked)


@transaction.atomic
def undo_renaming(activity: Activity, by: User) -> None:
    locked, facts = _of(activity, by), activity.facts
    if {"name": locked.name, "emoji": locked.emoji} != facts["after"]:
        raise DomainError(_("This has been changed again since."))
    _free(locked.household, facts["before"]["name"], besides=locked)
    _name(locked, facts["before"])


@transaction.atomic
def undo_removal(activity: Activity, by: User) -> None:
    locked = _of(activity, by)
    _free(locked.household, locked.name, besides=locked)
    locked.removed_at = None
    locked.save(update_fields=["removed_at"])
    announce(locked.household, "store", locked.pk)


@transaction.atomic
def undo_forgetting(activity: Activity, by: User) -> None:
    """Only while nothing new was learned or placed: that would be forgotten instead."""
    locked, before = _of(activity, by), activity.facts["before"]
    if locked.pairs or set(locked.placed) - set(before["placed"]):
        raise DomainError(_("Something new has been learned or placed since."))
    for field in WALK:
        setattr(locked, field, before[field])
    _keep_walk(locked)


def _of(activity: Activity, by: User) -> Store:
    store = Store.objects.select_related("household").filter(pk=activity.subject or new_id()).first()
    if store is None:
        raise DomainError(_("This store is not there any more."))
    return lock_store(store, by=by, removed=True)


def _free(household: Household, name: str, *, besides: Store | None = None) -> None:
    same = Store.objects.filter(household=household, removed_at=None, name__iexact=name)
    if (same.exclude(pk=besides.pk) if besides else same).exists():
        raise DomainError(_("There is a store with this name already."), field="name")


def _walk_of(store: Store) -> dict[str, Any]:
    return {field: getattr(store, field) for field in WALK}


def _keep_walk(locked: Store) -> None:
    locked.save(update_fields=WALK)
    announce(locked.household, "store", locked.pk)


def _name(locked: Store, values: dict[str, str]) -> None:
    locked.name, locked.emoji = values["name"], values["emoji"]
    locked.save(update_fields=["name", "emoji"])
    announce(locked.household, "store", locked.pk)


def _remove(locked: Store) -> None:
    locked.removed_at = timezone.now()
    locked.save(update_fields=["removed_at"])
    announce(locked.household, "store", locked.pk)


def _tell(store: Store, verb: str, by: User, **facts: Any) -> None:
    announce(store.household, "store", store.pk)
    record(store.household, verb, by=by, subject=store.pk, facts={"name": store.name, **facts})
