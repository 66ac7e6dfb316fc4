"""Households as an operator names them: found as the owner, because no door could without a person in it."""

from uuid import UUID

from django.db import connections

from accounts.models import Household, Membership, Role, User
from kitchen import tenancy
from kitchen.errors import DomainError

Settled = tuple[Household, User]


def households(named: str | None = None) -> list[Settled]:
    """The one of a code, as in the address, or of an id; without a name all. Each with its owner, who is acted for."""
    try:
        owners = Membership.objects.using("owner").filter(role=Role.OWNER).order_by("household", "pk")
        if named:
            owners = owners.filter(household=key) if (key := _id(named)) else owners.filter(household__code=named)
        found = dict(owners.values_list("household", "user"))
    finally:
        connections["owner"].close()
    if named and not found:
        raise DomainError(f"There is no household {named}.")
    return [_read(household, person) for household, person in found.items()]


def _id(named: str) -> UUID | None:
    try:
        return UUID(named)
    except ValueError:
        return None


def _read(household: UUID, person: UUID) -> Settled:
    """As rows of the door, which goes on with them."""
    with tenancy.scope(household=household, person=person, reads_only=True):
        return Household.objects.get(pk=household), User.objects.get(pk=person)
