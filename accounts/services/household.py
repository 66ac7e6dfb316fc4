from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Membership, Role, User
from accounts.roles import OWNER, RUNNERS
from accounts.services.activity import record
from accounts.services.membership import admit, lock_household, require_role
from accounts.services.notice import announce
from kitchen import tenancy
from kitchen.errors import DomainError

SETTINGS = ("name", "emoji", "currency", "country", "time_zone", "digest_hour")
# A second one of the same name within this time is the same form sent twice.
SAME_FORM = timedelta(minutes=1)


@transaction.atomic
def create_household(name: str, *, by: User, **settings: Any) -> Household:
    """A household that `by` owns; `settings` are others of SETTINGS. Only outside the scope of any household."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    if twin := _just_created(name, by):
        return twin
    household = Household(name=name, **settings)
    tenancy.narrow(household.pk)
    household.save(force_insert=True)
    admit(household, by, Role.OWNER)
    record(household, "household.created", by=by, facts={"name": name})
    return household


def _just_created(name: str, by: User) -> Household | None:
    owned = Membership.objects.filter(user=by, role=Role.OWNER, household__name=name)
    since = timezone.now() - SAME_FORM
    found = owned.filter(household__created_at__gt=since).select_related("household").first()
    return found.household if found else None


@transaction.atomic
def update_household(household: Household, *, by: User, **settings: Any) -> Household:
    """Change some of SETTINGS. A new name is told as such, other changes together."""
    locked = lock_household(household)
    require_role(locked, by, RUNNERS)
    before = _change(locked, settings)
    if "name" in before:
        facts = {"from": before.pop("name"), "to": locked.name}
        record(locked, "household.renamed", by=by, facts=facts)
    if before:
        facts = {"from": before, "to": {key: getattr(locked, key) for key in before}}
        record(locked, "household.changed", by=by, facts=facts)
    return locked


def _change(household: Household, settings: dict[str, Any]) -> dict[str, Any]:
    """Set what differs and return what was."""
    before = {key: getattr(household, key) for key in SETTINGS if key in settings}
    before = {key: was for key, was in before.items() if was != settings[key]}
    for key in before:
        setattr(household, key, settings[key])
    if before:
        household.save(update_fields=list(before))
        announce(household, "household")
    return before


@transaction.atomic
def undo_rename(activity: Activity, by: User) -> None:
    _take_back(activity, {"name": activity.facts["to"]}, {"name": activity.facts["from"]}, by)


@transaction.atomic
def undo_change(activity: Activity, by: User) -> None:
    _take_back(activity, activity.facts["to"], activity.facts["from"], by)


def _take_back(activity: Activity, now: dict[str, str], before: dict[str, str], by: User) -> None:
    household = lock_household(activity.household)
    require_role(household, by, RUNNERS)
    if any(getattr(household, key) != value for key, value in now.items()):
        raise DomainError(_("This has been changed again since."))
    _change(household, before)


@transaction.atomic
def delete_household(household: Household, *, by: User) -> None:
    """The household with everything in it, its history too. Its pages close by themselves."""
    locked = lock_household(household)
    require_role(locked, by, OWNER)
    announce(locked, "household")
    locked.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT kitchen_erase_household()")
