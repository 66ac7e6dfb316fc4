from django.db.models import QuerySet

from accounts.models import Household, StaffEntry


def entries_of(household: Household) -> QuerySet[StaffEntry]:
    """When staff looked into the household, newest first."""
    return StaffEntry.objects.filter(household=household)
