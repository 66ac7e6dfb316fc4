"""What every change of a food begins and ends with: the lock, the household's own row of it, what the feed keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.catalogue import FoodFacts, name_key
from pantry.catalogue import food as plain_food
from pantry.models import FoodId, OwnFood
from pantry.queries.foods import book, forget_foods

LONGEST_NAME = 80
NOT_COMPARED = ("id", "household_id", "created_at")
COLUMNS = [one.attname for one in OwnFood._meta.concrete_fields if one.attname not in NOT_COMPARED]


@dataclass
class Change:
    """One change under the household's lock: what the rows that it touches were, and which rows of others it moved."""

    household: Household
    by: User
    before: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    moved: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def row(self, ref: FoodId) -> OwnFood:
        """What this household says of a food; of one of the catalogue it begins to say something."""
        found = OwnFood.objects.filter(household=self.household)
        if isinstance(ref, UUID):
            row = found.filter(pk=ref).first()
        else:
            row = found.filter(base_id=ref).first() or self._begin(ref)
        if row is None:
            raise DomainError(_("This food is not there any more."))
        self.before[row.pk] = snapshot(row)
        return row

    def _begin(self, number: int) -> OwnFood | None:
        base = plain_food(number)
        if base is None:
            return None
        key = name_key(base.name)[:LONGEST_NAME]
        row = OwnFood(id=new_id(), household=self.household, base_id=number, name=base.name, name_key=key)
        save(row, force_insert=True)
        return row

    def tell(self, verb: str, *rows: OwnFood, **facts: Any) -> Activity | None:
        """A line of the feed if something is other than before; for that these rows are kept."""
        changes = {}
        for row in rows:
            before, after = self.before.get(row.pk), snapshot(row)
            if before != after:
                save(row)
                changes[str(row.pk)] = [before, after] if before is None else only_changed(before, after)
        if not changes and not self.moved:
            return None
        announce(self.household, "stock")
        facts |= {"rows": changes, "moved": self.moved}
        return record(self.household, verb, by=self.by, subject=rows[0].pk, facts=facts)


@contextmanager
def changing(household: Household, by: User) -> Iterator[Change]:
    """What is known of foods is read anew under the lock, and again after the change."""
    with transaction.atomic():
        locked = lock_household(household)
        require_role(locked, by, TABLE)
        forget_foods()
        try:
            yield Change(locked, by)
        finally:
            forget_foods()


def known(ref: FoodId) -> FoodFacts:
    found = book().food(ref)
    if found is None:
        raise DomainError(_("This food is not there any more."))
    return found


def snapshot(row: OwnFood) -> dict[str, Any]:
    """All that can change of a row, as JSON keeps it."""
    return {name: _plain(getattr(row, name)) for name in COLUMNS}


def only_changed(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    names = [name for name in before if before[name] != after[name]]
    return [{name: before[name] for name in names}, {name: after[name] for name in names}]


def restore(row: OwnFood, kept: dict[str, Any]) -> None:
    for name, value in kept.items():
        field: Any = OwnFood._meta.get_field(name.removesuffix("_id"))
        setattr(row, name, field.to_python(value))


def save(row: OwnFood, **options: Any) -> None:
    row.name_key = (name_key(row.name) or row.name.casefold())[:LONGEST_NAME]
    try:
        with transaction.atomic():
            row.save(**options)
    except IntegrityError as error:
        raise DomainError(_("You have a food with this name already."), field="name") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
