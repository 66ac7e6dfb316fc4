"""How a household wants its shopping done."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from shopping.models import PuttingAway, ShoppingHabits

CHANGED = "habits.changed"


def putting_away_of(household: Household) -> str:
    kept = ShoppingHabits.objects.filter(household=household).first()
    return str(kept.putting_away if kept else PuttingAway.ASK)


@transaction.atomic
def change_habits(household: Household, *, by: User, putting_away: str) -> None:
    """What is as it was is not told."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    before = putting_away_of(locked)
    if before != putting_away:
        _write(locked, putting_away)
        record(locked, CHANGED, by=by, subject=locked.pk, facts={"before": before, "after": putting_away})


@transaction.atomic
def undo_habits_change(activity: Activity, by: User) -> None:
    locked = lock_household(activity.household)
    require_role(locked, by, TABLE)
    if putting_away_of(locked) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    _write(locked, activity.facts["before"])


def _write(household: Household, putting_away: str) -> None:
    ShoppingHabits.objects.update_or_create(household=household, defaults={"putting_away": putting_away})
