"""Which rule holds for which table: our models say it themselves, tables of packages are told here."""

from django.apps import apps
from django.db import models

from kitchen.tenancy.rules import ALL, STAFF, Rule, for_staff, identity, sealed, system

PACKAGES: dict[str, Rule] = {
    "account_emailaddress": identity(),
    "account_emailconfirmation": system(*ALL),
    "mfa_authenticator": identity(),
    "usersessions_usersession": identity(),
    "socialaccount_socialaccount": identity(),
    "socialaccount_socialapp": system("SELECT"),
    "socialaccount_socialapp_sites": system("SELECT"),
    "socialaccount_socialtoken": Rule(
        "person",
        read="account_id IN (SELECT id FROM socialaccount_socialaccount)",
        write="account_id IN (SELECT id FROM socialaccount_socialaccount)",
    ),
    "auth_group": system("SELECT"),
    "auth_group_permissions": system("SELECT"),
    "auth_permission": system("SELECT"),
    "django_admin_log": Rule("system", read=STAFF, write=STAFF, rights=("SELECT", "INSERT")),
    "django_content_type": system("SELECT"),
    "django_migrations": system("SELECT"),
    "django_session": system(*ALL),
    "pghistory_context": sealed(),
    "procrastinate_jobs": for_staff(),
    "procrastinate_events": for_staff(),
    "procrastinate_periodic_defers": for_staff(),
    "procrastinate_workers": for_staff(),
}


class UndeclaredTableError(RuntimeError):
    """A table has no kind: its model lacks `tenancy`, or a package brought a table that is not told here."""


def rule_of(model: type[models.Model]) -> Rule | None:
    return getattr(model, "tenancy", None) or PACKAGES.get(model._meta.db_table)


def rules() -> dict[str, Rule]:
    """The rule of every table that a model or a package declares, by table name."""
    declared = dict(PACKAGES)
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and (rule := getattr(model, "tenancy", None)):
            declared[model._meta.db_table] = rule
    return declared
