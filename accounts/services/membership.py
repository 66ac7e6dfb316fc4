"""Who belongs to a household, and as what. Every change locks the household first, so two at once stay right."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, Eater, Household, Membership, Role, User
from accounts.roles import COMMANDS, OWNER, RUNNERS, TABLE
from accounts.services.activity import record
from accounts.services.notice import announce
from kitchen.errors import DomainError


def lock_household(household: Household) -> Household:
    """The household's row, held to the end of the transaction: what is decided about its people is decided in turn."""
    locked = Household.objects.select_for_update(no_key=True).filter(pk=household.pk).first()
    if locked is None:
        raise DomainError(_("This household is not there any more."))
    return locked


def require_role(household: Household, by: User, roles: Collection[str]) -> Membership:
    """The membership of `by` as it is now, if its role is one of `roles`."""
    membership = Membership.objects.filter(household=household, user=by).first()
    if membership is None:
        raise DomainError(_("You are not in this household any more."))
    if membership.role not in roles:
        raise DomainError(_("Your role in this household does not allow this."))
    return membership


def membership_now(membership: Membership) -> Membership:
    """The row as it is under the lock; it may have gone since the page was drawn."""
    found = Membership.objects.select_related("user").filter(pk=membership.pk).first()
    if found is None:
        raise DomainError(_("This person is not in the household any more."))
    return found


def admit(household: Household, user: User, role: str) -> Membership:
    """Make `user` a member of a locked household, with a place at the table unless they are a guest."""
    membership = Membership.objects.create(household=household, user=user, role=role)
    seat(membership)
    announce(household, "people")
    return membership


def seat(membership: Membership) -> None:
    """Everybody but guests eats here."""
    if membership.role in TABLE:
        Eater.objects.get_or_create(
            household_id=membership.household_id, user=membership.user, defaults={"name": membership.user.called}
        )


@transaction.atomic
def change_role(membership: Membership, role: str, *, by: User) -> Membership:
    household = lock_household(membership.household)
    found = membership_now(membership)
    former = found.role
    _set_role(found, role, by)
    if former != role:
        facts = {"name": found.user.called, "from": former, "role": role}
        record(household, "member.role_changed", by=by, subject=found.pk, facts=facts)
    return found


def _set_role(membership: Membership, role: str, by: User) -> None:
    mine = require_role(membership.household, by, RUNNERS)
    if mine.pk == membership.pk:
        raise DomainError(_("Nobody changes their own role: ask another who runs the household."))
    if membership.role not in COMMANDS[mine.role]:
        raise DomainError(_("Only the owner can change this person's role."))
    if role not in COMMANDS[mine.role]:
        raise DomainError(_("You cannot give this role."), field="role")
    if membership.role != role:
        membership.role = role
        membership.save(update_fields=["role"])
        seat(membership)
        announce(membership.household, "people")


@transaction.atomic
def undo_role_change(activity: Activity, by: User) -> None:
    lock_household(activity.household)
    membership = membership_now(Membership(pk=activity.subject))
    if membership.role != activity.facts["role"]:
        raise DomainError(_("The role has been changed again since."))
    _set_role(membership, activity.facts["from"], by)


@transaction.atomic
def remove_member(membership: Membership, *, by: User) -> None:
    """Take a person out of the household. Removing twice is the same as once."""
    household = lock_household(membership.household)
    mine = require_role(household, by, RUNNERS)
    found = Membership.objects.select_related("user").filter(pk=membership.pk).first()
    if found is None:
        return
    if found.pk == mine.pk:
        raise DomainError(_("To go yourself, leave the household."))
    if found.role not in COMMANDS[mine.role]:
        raise DomainError(_("Only the owner can remove this person."))
    _let_go(household, found, "member.removed", by)


@transaction.atomic
def leave_household(household: Household, *, by: User) -> None:
    """Go. An owner hands over first; who is alone deletes the household instead."""
    locked = lock_household(household)
    mine = require_role(locked, by, list(Role))
    if mine.role == Role.OWNER:
        alone = locked.memberships.count() == 1
        raise DomainError(
            _("You are alone here: delete the household instead.")
            if alone
            else _("Hand the household over to somebody first; then you can leave.")
        )
    _let_go(locked, mine, "member.left", by)


def _let_go(household: Household, membership: Membership, verb: str, by: User) -> None:
    """The name is kept in the feed's line: the wall hides people who are gone. What they cannot eat goes with them."""
    name, user_id = membership.user.called, membership.user_id
    Eater.objects.filter(household=household, user_id=user_id).delete()
    membership.delete()
    record(household, verb, by=by, facts={"name": name})
    announce(household, "people")


@transaction.atomic
def hand_over(membership: Membership, *, by: User) -> None:
    """Make another the owner; the former owner stays as an admin."""
    household = lock_household(membership.household)
    mine = require_role(household, by, OWNER)
    found = membership_now(membership)
    if found.pk == mine.pk:
        raise DomainError(_("The household is yours already."), field="membership")
    if found.role == Role.GUEST:
        raise DomainError(_("A guest cannot own the household: make them a member first."), field="membership")
    # "One owner" holds after each statement, so the former steps down before the next steps up.
    for one, role in ((mine, Role.ADMIN), (found, Role.OWNER)):
        one.role = role
        one.save(update_fields=["role"])
    record(household, "household.handed_over", by=by, subject=found.pk, facts={"name": found.user.called})
    announce(household, "people")
