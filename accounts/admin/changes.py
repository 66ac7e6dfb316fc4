"""What follows when an administrator changes a household's row: its people read of it, and their pages follow."""

from django.db.models import Model
from django.http import HttpRequest

from accounts.models import Household
from accounts.services.activity import record
from accounts.services.notice import announce

announced = announce


def told(request: HttpRequest, household: Household, row: Model) -> None:
    """A line in the household's feed. What changed, from what to what, stands in the row's history."""
    subject = row.pk
    record(household, "staff.changed", by=request.user, subject=subject, facts={"what": str(row._meta.verbose_name)})  # type: ignore[arg-type]
