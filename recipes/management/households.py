"""Households and people as an operator names them: found as the owner, because no door could without a person in it."""

from uuid import UUID

from django.db import connections

from accounts.models import Household, Membership, Role, User
from kitchen.errors import DomainError


def find_household(named: str) -> Household:
    """By its code, as in the address, or by its id."""
    every = Household.objects.using("owner")
    try:
        try:
            found = every.filter(pk=UUID(named)).first()
        except ValueError:
            found = every.filter(code=named).first()
    finally:
        connections["owner"].close()
    if found is None:
        raise DomainError(f"There is no household {named}.")
    return found


def all_households() -> list[Household]:
    try:
        return list(Household.objects.using("owner").order_by("created_at"))
    finally:
        connections["owner"].close()


def owner_of(household: Household) -> User:
    """Who an operator acts for."""
    try:
        owners = Membership.objects.using("owner").filter(household=household.pk, role=Role.OWNER)
        found = owners.select_related("user").first()
    finally:
        connections["owner"].close()
    if found is None:
        raise DomainError(f"The household {household.code} has no owner.")
    return found.user
