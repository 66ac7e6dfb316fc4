from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Eater, Household, User
from accounts.queries.eater import may_change_eater
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from kitchen.ids import new_id

# What undo needs stays in the audit trail; the feed's lines hold no health data, guests read them.
EaterEvent = Eater.pgh_event_model  # type: ignore[attr-defined]
KEPT = ("name", "diets", "allergens", "dislikes")


@dataclass(frozen=True)
class Needs:
    """What somebody does not eat: values of Diet and Allergen, and dislikes in their own words."""

    diets: list[str] = field(default_factory=list)
    allergens: list[str] = field(default_factory=list)
    dislikes: str = ""


@transaction.atomic
def add_eater(
    household: Household, name: str, *, by: User, needs: Needs | None = None, id: UUID | None = None
) -> Eater:
    """Somebody without an account. `id` is the form's own: sent twice, it adds one."""
    require_role(lock_household(household), by, TABLE)
    needs = needs or Needs()
    eater = Eater(id=id or new_id(), household=household, name=name, **vars(needs))
    try:
        with transaction.atomic():
            eater.save(force_insert=True)
    except IntegrityError as error:
        return _added_before(household, eater.pk, error)
    record(household, "eater.added", by=by, subject=eater.pk, facts={"name": name})
    return eater


def _added_before(household: Household, id: UUID, error: IntegrityError) -> Eater:
    found = Eater.objects.filter(household=household, pk=id).first()
    if found is None:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    return found


@transaction.atomic
def change_eater(eater: Eater, *, by: User, name: str, needs: Needs) -> Eater:
    locked = _locked(eater.household, eater.pk, by)
    before = _newest(locked.pk)
    if _set(locked, {"name": name, **vars(needs)}):
        facts = {"name": locked.name, "before": before, "after": _newest(locked.pk)}
        record(locked.household, "eater.changed", by=by, subject=locked.pk, facts=facts)
    return locked


def own_place(household: Household, user: User) -> Eater | None:
    return Eater.objects.select_related("household").filter(household=household, user=user).first()


@transaction.atomic
def remove_eater(eater: Eater, *, by: User) -> None:
    """Somebody does not eat here any more. Who has an account stays as long as they are a member."""
    locked = Eater.objects.filter(household=lock_household(eater.household), pk=eater.pk).first()
    if locked is None:
        return
    _check(locked, by)
    if locked.user_id is not None:
        raise DomainError(_("Members of the household always have a place at the table."))
    id, name = locked.pk, locked.name
    locked.delete()
    record(eater.household, "eater.removed", by=by, subject=id, facts={"name": name, "after": _newest(id)})


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    locked = _locked(activity.household, activity.subject, by)
    if EaterEvent.objects.filter(pgh_obj_id=locked.pk).count() > 1:
        raise DomainError(_("This has been changed again since."))
    locked.delete()


@transaction.atomic
def undo_change(activity: Activity, by: User) -> None:
    locked = _locked(activity.household, activity.subject, by)
    if _newest(locked.pk) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    _set(locked, _kept(activity.facts["before"]))


@transaction.atomic
def undo_removal(activity: Activity, by: User) -> None:
    require_role(lock_household(activity.household), by, TABLE)
    Eater.objects.create(id=activity.subject, household=activity.household, **_kept(activity.facts["after"]))


def _locked(household: Household, id: UUID | None, by: User) -> Eater:
    eaters = Eater.objects.filter(household=lock_household(household))
    found = eaters.filter(pk=id).first() if id else None
    if found is None:
        raise DomainError(_("This person does not eat here any more."))
    _check(found, by)
    return found


def _check(eater: Eater, by: User) -> None:
    mine = require_role(eater.household, by, TABLE)
    if not may_change_eater(eater, mine):
        raise DomainError(_("This is theirs to say: you can change your own and those of people without an account."))


def _set(eater: Eater, values: dict[str, object]) -> bool:
    changed = [key for key, value in values.items() if getattr(eater, key) != value]
    for key in changed:
        setattr(eater, key, values[key])
    if changed:
        eater.save(update_fields=changed)
    return bool(changed)


def _newest(id: UUID) -> int:
    """The number of the last thing that the audit trail kept of an eater."""
    return int(EaterEvent.objects.filter(pgh_obj_id=id).order_by("-pgh_id").values_list("pgh_id", flat=True)[0])


def _kept(event: int) -> dict[str, object]:
    found: dict[str, object] | None = EaterEvent.objects.filter(pgh_id=event).values(*KEPT).first()
    if found is None:
        raise DomainError(_("This is too long ago to be undone."))
    return found
