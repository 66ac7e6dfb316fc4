"""People in the file of a household: a stub each, and whom of them the reader knows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Household, Membership, User
from accounts.transfer.values import tidied


def stubs_of(household: Household, named: Iterable[str]) -> list[dict[str, str]]:
    """Members with name, address and role; others that rows name are known by their id alone: the wall hides them."""
    members = Membership.objects.filter(household=household).select_related("user").order_by("joined_at", "pk")
    stubs = [
        {"id": str(one.user_id), "name": one.user.called, "email": one.user.email, "role": one.role} for one in members
    ]
    known = {stub["id"] for stub in stubs}
    return stubs + [{"id": id, "name": "", "email": "", "role": ""} for id in sorted(set(named) - known)]


@dataclass(frozen=True)
class People:
    """Those of a file as who reads it may see them: the one whose address is theirs is them, nobody else is anybody.

    Addresses in a file are claims of whoever wrote it. What others did must not be put down to them, and no account
    is made for them.
    """

    me: User
    names: dict[str, str] = field(default_factory=dict)
    mine: frozenset[str] = frozenset()

    @classmethod
    def read(cls, stubs: Any, me: User) -> "People":
        stubs = tidied(stubs, str)
        names = {str(one["id"]): str(one["name"]) for one in stubs}
        mine = frozenset(str(one["id"]) for one in stubs if str(one["email"]).casefold() == me.email.casefold())
        return cls(me, names, mine)

    def found(self, id: object) -> User | None:
        return self.me if id in self.mine else None
