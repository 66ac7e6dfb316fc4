"""Splitting a bill, from what a proposal keeps of it (JSON)."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Membership, User
from chat.agent.deps import Kitchen
from kitchen.errors import DomainError
from shopping.services.expense import Share, add_expense


def split(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    people = people_of(kitchen)
    shares = [Share(_person(people, one["person"]), Decimal(one["amount"])) for one in arguments["shares"]]
    add_expense(
        kitchen.household,
        title=arguments["title"],
        total=Decimal(arguments["total"]),
        paid_by=_person(people, arguments["paid_by"]),
        shares=shares,
        by=kitchen.person,
        id=UUID(arguments["id"]),
    )
    return ""


def people_of(kitchen: Kitchen) -> dict[str, User]:
    """Everybody with an account in this household, by their ids."""
    memberships = Membership.objects.filter(household=kitchen.household).select_related("user")
    return {str(membership.user_id): membership.user for membership in memberships}


def _person(people: dict[str, User], id: str) -> User:
    if id not in people:
        raise DomainError(_("One of these people is not in the household any more."))
    return people[id]
