"""Bills and payments, from what a proposal keeps of them (JSON)."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Membership, User
from chat.agent.deps import Kitchen
from kitchen.errors import DomainError
from shopping.services.expense import add_expense
from shopping.services.settlement import record_settlement
from shopping.splitting import Item, Share, Split


def split(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    people = people_of(kitchen)
    add_expense(
        kitchen.household,
        title=arguments["title"],
        total=Decimal(arguments["total"]),
        paid_by=_person(people, arguments["paid_by"]),
        split=_split(people, arguments),
        by=kitchen.person,
        id=UUID(arguments["id"]),
        conversation=kitchen.conversation,
    )
    return ""


def settle(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    people = people_of(kitchen)
    record_settlement(
        kitchen.household,
        payer=_person(people, arguments["payer"]),
        payee=_person(people, arguments["payee"]),
        amount=Decimal(arguments["amount"]),
        by=kitchen.person,
        id=UUID(arguments["id"]),
        conversation=kitchen.conversation,
    )
    return ""


def kept_split(told: Split) -> dict[str, Any]:
    """As a proposal keeps it: ids and amounts as text."""
    shares = [
        {
            "person": str(share.user.pk),
            "amount": str(share.amount),
            "weight": None if share.weight is None else str(share.weight),
        }
        for share in told.shares
    ]
    items = [
        {"name": item.name, "amount": str(item.amount), "people": [str(one.pk) for one in item.people]}
        for item in told.items
    ]
    return {"mode": str(told.mode), "shares": shares, "items": items}


def _split(people: dict[str, User], arguments: dict[str, Any]) -> Split:
    shares = tuple(
        Share(_person(people, one["person"]), Decimal(one["amount"]), _weight(one)) for one in arguments["shares"]
    )
    items = tuple(
        Item(one["name"], Decimal(one["amount"]), tuple(_person(people, id) for id in one["people"]))
        for one in arguments.get("items", [])
    )
    return Split(arguments.get("mode", "equal"), shares, items)


def _weight(told: dict[str, Any]) -> Decimal | None:
    return Decimal(told["weight"]) if told.get("weight") else None


def people_of(kitchen: Kitchen) -> dict[str, User]:
    """Everybody with an account in this household, by their ids."""
    memberships = Membership.objects.filter(household=kitchen.household).select_related("user")
    return {str(membership.user_id): membership.user for membership in memberships}


def _person(people: dict[str, User], id: str) -> User:
    if id not in people:
        raise DomainError(_("One of these people is not in the household any more."))
    return people[id]
