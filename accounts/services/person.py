"""What people do with their own account."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Func, JSONField, Value
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Membership, Role, User
from accounts.queries.membership import memberships_of
from accounts.services.household import delete_household
from accounts.services.membership import leave_household, lock_household
from accounts.services.notice import announce
from accounts.services.session import end_sessions
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.tenancy.tables import rule_of


def change_profile(user: User, *, name: str, username: str | None, time_zone: str, language: str) -> User:
    """The uniqueness of a username is judged by the database: a form cannot see the rows of strangers."""
    user.name, user.username, user.time_zone, user.language = name, username, time_zone, language
    try:
        with transaction.atomic():
            user.save(update_fields=["name", "username", "time_zone", "language"])
    except IntegrityError as clash:
        user.refresh_from_db()
        raise DomainError(_("This username is taken. Choose another."), field="username") from clash
    for membership in memberships_of(user):
        with tenancy.scope(household=membership.household_id):
            announce(membership.household, "people")
    return user


def keep_preferences(user: User, **values: Any) -> None:
    """Put `values` among the person's preferences; what other pages keep there stays."""
    with transaction.atomic():
        locked = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        locked.preferences |= values
        locked.save(update_fields=["preferences"])
    user.preferences = locked.preferences


def remember_household(user: User, household: Household) -> None:
    """Where `/` leads next time; in one statement, as it is part of looking at a page."""
    if user.preferences.get("household") != household.code:
        where = Value({"household": household.code}, JSONField())
        kept = Func(F("preferences"), where, arg_joiner=" || ", template="(%(expressions)s)")
        User.objects.filter(pk=user.pk).update(preferences=kept)
        user.preferences["household"] = household.code


@transaction.atomic
def delete_person(user: User) -> None:
    """Everything of a person, for good: account, sessions, memberships, and households where nobody else lives.

    What they did in households of others stays there, done by nobody. Called in the person's own scope; refuses
    while others depend on them.
    """
    if user.is_staff:
        raise DomainError(_("Staff cannot delete their own account: ask an administrator."))
    # Without the key, so that who lets this person into a household just now need not wait: no ring of waiting.
    locked = User.objects.select_for_update(no_key=True).filter(pk=user.pk).first()
    if locked is None:
        return
    for membership in sorted(memberships_of(locked), key=lambda one: one.household_id):
        with tenancy.scope(household=membership.household_id):
            _leave(membership, locked)
    end_sessions(locked)
    get_adapter().send_mail("account/email/account_deleted", locked.email, {"name": locked.called})
    _erase(locked)


def _erase(user: User) -> None:
    """Their own rows by us; what the rows of households say of them by the owner's function, which reaches them all."""
    for model in apps.get_models():
        rule = rule_of(model)
        for field in model._meta.local_fields:
            if rule and rule.kind == "person" and "DELETE" in rule.rights and field.related_model is User:
                model._default_manager.filter(**{field.name: user}).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_user WHERE id = %s", [user.pk])
        cursor.execute("SELECT kitchen_erase_person()")


def _leave(membership: Membership, user: User) -> None:
    household = lock_household(membership.household)
    if not Membership.objects.filter(household=household).exclude(user=user).exists():
        delete_household(household, by=user)
        return
    if membership.role == Role.OWNER:
        sentence = _("Others live in %(household)s: hand it over first, in its settings.")
        raise DomainError(sentence % {"household": household.name})
    leave_household(household, by=user)
    # The feed's lines keep the names of those who are gone; one who is erased has none.
    for activity in Activity.objects.filter(household=household, facts__name=user.called):
        activity.facts["name"] = _("Somebody")
        activity.save(update_fields=["facts"])
