"""What the tables of accounts and of the sign-in packages hold about a person, for the download of one's data."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db.models import QuerySet

from accounts.exports import Export, File, exports
from accounts.models import (
    Activity,
    DigestDelivery,
    Eater,
    HouseholdFile,
    Invitation,
    Membership,
    PushSubscription,
    SecurityEvent,
    StaffEntry,
    User,
)
from accounts.queries.membership import memberships_of
from kitchen import tenancy

# Of the second factors and sessions what tells them apart, never what opens a door.
FACTOR = ("type", "created_at", "last_used_at")
BROWSER = ("device", "created_at", "used_at")
DELIVERY = ("day", "channel", "state", "ended_at")
SECURITY = ("happened_at", "kind", "device", "network")
HOUSEHOLD_FILE = ("way", "name", "state", "size", "created_at", "ended_at")
SESSION = ("created_at", "last_seen_at", "ip", "user_agent")


def in_each_household(user: User) -> Iterator[Membership]:
    """The person's memberships, each inside the scope of its household."""
    for membership in memberships_of(user):
        with tenancy.scope(household=membership.household_id, reads_only=True):
            yield membership


def rows_of_person(path: str, rows: Callable[[User], QuerySet[Any, Any]]) -> Export:
    """An export of rows that the person sees without a household."""

    def export(user: User) -> Iterable[File]:
        yield path, list(rows(user))

    return export


def rows_in_households(name: str, rows: Callable[[User], QuerySet[Any, Any]]) -> Export:
    """An export of rows in each of the person's households, in that household's folder."""

    def export(user: User) -> Iterable[File]:
        for membership in in_each_household(user):
            yield f"households/{membership.household.code}/{name}.json", list(rows(user))

    return export


def _account(user: User) -> Iterable[File]:
    kept = User.objects.filter(pk=user.pk).values().get()
    yield "account.json", {name: value for name, value in kept.items() if name != "password"}


def _memberships(user: User) -> Iterable[File]:
    for membership in in_each_household(user):
        household = membership.household
        told = {"household": household.name, "role": membership.role, "joined_at": membership.joined_at}
        yield f"households/{household.code}/membership.json", told


def _none(user: User) -> Iterable[File]:
    """For tables that hold nothing but secrets, or what is told already."""
    del user
    return ()


def _history(label: str) -> QuerySet[Any, Any]:
    """Rows of an audit table: what changed when, without who else was at work."""
    rows: QuerySet[Any, Any] = apps.get_model(label)._default_manager.order_by("pgh_id")
    return rows


EXPORTS: dict[str, Export] = {
    "accounts.User": _account,
    "account.EmailAddress": rows_of_person(
        "emails.json", lambda user: EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
    ),
    "mfa.Authenticator": rows_of_person(
        "second-factors.json", lambda user: Authenticator.objects.filter(user=user).values(*FACTOR)
    ),
    "usersessions.UserSession": rows_of_person(
        "sessions.json", lambda user: UserSession.objects.filter(user=user).values(*SESSION)
    ),
    "socialaccount.SocialAccount": rows_of_person(
        "connected-accounts.json",
        lambda user: SocialAccount.objects.filter(user=user).values("provider", "uid", "date_joined", "extra_data"),
    ),
    "socialaccount.SocialToken": _none,
    "accounts.PushSubscription": rows_of_person(
        "browsers-that-are-told.json", lambda user: PushSubscription.objects.filter(user=user).values(*BROWSER)
    ),
    "accounts.SecurityEvent": rows_of_person(
        "security-events.json", lambda user: SecurityEvent.objects.filter(user=user).values(*SECURITY)
    ),
    "accounts.HouseholdFile": rows_of_person(
        "household-files.json", lambda user: HouseholdFile.objects.filter(user=user).values(*HOUSEHOLD_FILE)
    ),
    "accounts.HouseholdFilePart": _none,
    "accounts.DigestDelivery": rows_in_households(
        "digests", lambda user: DigestDelivery.objects.filter(user=user).values(*DELIVERY)
    ),
    "accounts.Membership": _memberships,
    "accounts.Eater": rows_in_households("eater", lambda user: Eater.objects.filter(user=user).values()),
    "accounts.Activity": rows_in_households(
        "what-i-did", lambda user: Activity.objects.filter(actor=user).order_by("number").values()
    ),
    "accounts.Invitation": rows_in_households(
        "invitations", lambda user: Invitation.objects.filter(created_by=user).values()
    ),
    "accounts.StaffEntry": rows_in_households(
        "staff-entries", lambda user: StaffEntry.objects.filter(staff=user).values()
    ),
    "accounts.UserEvent": rows_of_person(
        "history/account.json", lambda user: _history("accounts.UserEvent").filter(pgh_obj_id=user.pk).values()
    ),
    "accounts.MembershipEvent": rows_in_households(
        "history-of-membership",
        lambda user: _history("accounts.MembershipEvent").filter(user_id=user.pk).values("pgh_created_at", "role"),
    ),
    "accounts.EaterEvent": rows_in_households(
        "history-of-eater",
        lambda user: (
            _history("accounts.EaterEvent")
            .filter(user_id=user.pk)
            .values("pgh_created_at", "name", "diets", "allergens", "dislikes")
        ),
    ),
}


def register_exports() -> None:
    """Called once by `AppConfig.ready()`."""
    for label, export in EXPORTS.items():
        exports.register(label, export)
