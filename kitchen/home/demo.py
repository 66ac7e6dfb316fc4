"""The demo: Alice and Bob share one household, Alice and Charlie another, which Charlie has just begun to set up.

Everything is made by the services that people's clicks call, and only where it is missing.
"""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import Allergen, Diet, Eater, Household, Invitation, Membership, Onboarding, Role, User
from accounts.services.eater import Needs, add_eater, change_eater, own_place
from accounts.services.household import create_household
from accounts.services.invitation import Terms, accept_invitation, create_invitation
from kitchen import tenancy
from kitchen.home.demo_dishes import fill_dishes
from kitchen.home.demo_pantry import fill_pantry
from kitchen.home.demo_rooms import fill_rooms
from kitchen.home.demo_talk import fill_chats

PASSWORD = "password123"  # noqa: S105  (for a local database only: the command refuses elsewhere)
ZONE = "Europe/Berlin"
ALICE, BOB, CHARLIE = "alice@demo.com", "bob@test.com", "charlie@sample.com"
LINDEN, ATTIC = "Linden 12", "The attic flat"


def fill() -> Iterator[str]:
    """Makes what is missing; yields a line for each person and household."""
    people = {
        email: _person(email, name, onboarding)
        for email, name, onboarding in (
            (ALICE, "Alice", Onboarding.COMPLETE),
            (BOB, "Bob", Onboarding.COMPLETE),
            (CHARLIE, "Charlie", Onboarding.INCOMPLETE),
        )
    }
    yield f"People: {', '.join(people)}; password {PASSWORD}"
    linden = _linden(people[ALICE], people[BOB])
    _attic(people[CHARLIE], people[ALICE])
    yield f"Households: {LINDEN}, {ATTIC}"
    with tenancy.scope(household=linden.pk, person=people[ALICE].pk):
        yield from fill_rooms(linden, people[ALICE], people[BOB])
        yield from fill_pantry(linden, people[ALICE], people[BOB])
        fill_dishes(linden, people[ALICE], people[BOB])
    fill_chats(linden, people[ALICE], people[BOB])
    yield "Chats: one of Alice's own, one of both with a bill that is split"


def _person(email: str, name: str, onboarding: Onboarding) -> User:
    with tenancy.scope(door="sign-in"):
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User.objects.create_user(email, PASSWORD, name=name, time_zone=ZONE, onboarding=onboarding)
        EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user


def _linden(alice: User, bob: User) -> Household:
    home = _household(LINDEN, alice, emoji="🌳")
    _let_in(home, bob, invited_by=alice)
    with tenancy.scope(household=home.pk, person=bob.pk):
        _needs(home, bob, Needs(diets=[Diet.VEGETARIAN]))
    with tenancy.scope(household=home.pk, person=alice.pk):
        _needs(home, alice, Needs(allergens=[Allergen.NUTS]))
        if not Eater.objects.filter(household=home, name="Mia").exists():
            needs = Needs(allergens=[Allergen.MILK], dislikes="mushrooms")
            add_eater(home, "Mia", by=alice, needs=needs)
        if not Invitation.objects.filter(household=home).open().exists():
            month = timezone.now() + timedelta(days=30)
            create_invitation(home, Terms(role=Role.GUEST, expires_at=month, max_uses=5), by=alice)
    return home


def _attic(charlie: User, alice: User) -> None:
    _let_in(_household(ATTIC, charlie, emoji="🪟"), alice, invited_by=charlie)


def _household(name: str, owner: User, *, emoji: str) -> Household:
    with tenancy.scope(person=owner.pk):
        owned = Membership.objects.filter(user=owner, role=Role.OWNER, household__name=name).select_related("household")
        if membership := owned.first():
            return membership.household
        return create_household(name, by=owner, emoji=emoji, currency="EUR", country="DE", time_zone=ZONE)


def _let_in(household: Household, guest: User, *, invited_by: User) -> None:
    """By an invitation for one, made by the one and accepted by the other."""
    if _is_in(household.pk, guest):
        return
    with tenancy.scope(household=household.pk, person=invited_by.pk):
        week = timezone.now() + timedelta(days=7)
        invitation = create_invitation(household, Terms(role=Role.MEMBER, expires_at=week), by=invited_by).invitation
    with tenancy.scope(household=household.pk, person=guest.pk):
        accept_invitation(invitation, by=guest)


def _is_in(household: UUID, user: User) -> bool:
    with tenancy.scope(household=household, person=user.pk):
        return Membership.objects.filter(household=household, user=user).exists()


def _needs(household: Household, user: User, needs: Needs) -> None:
    """Diets and allergies of a member's own place, as long as nobody has said any."""
    place = own_place(household, user)
    if place and not (place.diets or place.allergens):
        change_eater(place, by=user, name=place.name, needs=needs)
