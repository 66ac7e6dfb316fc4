"""How many days ahead a household is told of a category."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from kitchen.errors import DomainError
from pantry.catalogue import CATEGORIES
from pantry.models import CategorySetting
from pantry.models.own_food import MOST_LEAD_DAYS
from pantry.queries.lead import category_days

Days = Mapping[str, int | None]


@transaction.atomic
def set_category_days(household: Household, days: Days, *, by: User) -> None:
    """`days` by slug; None for the usual. What is not named stays, what is as it was is not told."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    if any(told is not None and not 0 <= told <= MOST_LEAD_DAYS for told in days.values()):
        raise DomainError(_("Give at most 60 days."))
    now = category_days(locked)
    changed = {slug: told for slug, told in days.items() if slug in CATEGORIES and now.get(slug) != told}
    if changed:
        _write(locked, changed)
        before = {slug: now.get(slug) for slug in changed}
        record(locked, "lead.changed", by=by, facts={"before": before, "after": changed})


@transaction.atomic
def undo_lead_change(activity: Activity, by: User) -> None:
    locked = lock_household(activity.household)
    require_role(locked, by, TABLE)
    now = category_days(locked)
    if any(now.get(slug) != told for slug, told in activity.facts["after"].items()):
        raise DomainError(_("This has been changed again since."))
    _write(locked, activity.facts["before"])


def _write(household: Household, days: Days) -> None:
    for slug, told in days.items():
        rows: dict[str, Any] = {"household": household, "category_id": CATEGORIES[slug].id}
        if told is None:
            CategorySetting.objects.filter(**rows).delete()
        else:
            CategorySetting.objects.update_or_create(**rows, defaults={"lead_days": told})
