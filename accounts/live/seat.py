"""Who sits at a socket: the person and household found on connecting, and whether they still may."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from accounts.models import Membership, User
from accounts.queries.notice import last_number
from kitchen import tenancy


@dataclass(frozen=True)
class Seat:
    """What a socket was opened with; `proof` is the session's hash of the password it was made under."""

    household: UUID
    person: UUID
    session: str
    proof: str

    @property
    def place(self) -> UUID:
        return self.household


@dataclass(frozen=True)
class Reader:
    """For whom a fragment is drawn: nothing in it may depend on more than this."""

    role: str
    language: str


@dataclass(frozen=True)
class Sight:
    """The newest number of a household, and the reader at each seat that is still rightly taken."""

    last: int
    readers: dict[Any, Any]

    @cached_property
    def together(self) -> frozenset[Any]:
        """The readers that there are: what they are sent is drawn in one go."""
        return frozenset(self.readers.values())


def take_seat(session: SessionBase, code: str) -> Seat | None:
    """The seat of the session's person in the household of that code; None for anybody without one."""
    person, proof, key = session.get(SESSION_KEY), session.get(HASH_SESSION_KEY), session.session_key
    if not person or not proof or not key:
        return None
    with tenancy.scope(person=UUID(person), reads_only=True):
        mine = Membership.objects.filter(user_id=person, household__code=code)
        household = mine.values_list("household_id", flat=True).first()
    if household is None:
        return None
    seat = Seat(household, UUID(person), key, proof)
    return seat if seat in look(household, [seat]).readers else None


def look(household: UUID, seats: Iterable[Seat]) -> Sight:
    """Judges all `seats` of a household at once: still a member, still active, session neither ended nor outdated."""
    seats = list(seats)
    with tenancy.scope(household=household, reads_only=True):
        last = last_number(household)
        open_sessions = Session.objects.filter(pk__in={seat.session for seat in seats}, expire_date__gt=timezone.now())
        alive = set(open_sessions.values_list("pk", flat=True))
        members = Membership.objects.filter(household=household, user__in={seat.person for seat in seats})
        found = {one.user_id: one for one in members.select_related("user") if one.user.is_active}
    proofs = {person: _proofs(one.user) for person, one in found.items()}
    readers = {
        seat: Reader(found[seat.person].role, found[seat.person].user.language)
        for seat in seats
        if seat.session in alive and any(constant_time_compare(seat.proof, one) for one in proofs.get(seat.person, ()))
    }
    return Sight(last, readers)


def _proofs(user: User) -> list[str]:
    """As `django.contrib.auth.get_user` judges a session: also under a key that is being replaced."""
    return [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
