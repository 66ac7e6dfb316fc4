"""Migrations from nothing, back to nothing, and forward again, by a plain owner."""

import psycopg
import pytest
from django.apps import apps

from tests.database import direct_url
from tests.operations.elsewhere import manage_at, python_at

pytestmark = pytest.mark.migrations
OURS = ["chat", "shopping", "recipes", "pantry", "accounts", "kitchen"]
OUR_MODELS = [model for model in apps.get_models() if model._meta.app_label in OURS and model._meta.managed]


def back_to_nothing(conninfo: str) -> None:
    """As `manage.py migrate LABEL zero` for each of the labels, in one process."""
    labels = ["socialaccount", "account", "mfa", "usersessions", "admin", *OURS]
    program = f"""
import django; django.setup()
from django.core.management import call_command
for label in {labels}: call_command("migrate", label, "zero", verbosity=0)"""
    python_at(conninfo, program)


def columns(conninfo: str) -> list[tuple[str, ...]]:
    with psycopg.connect(conninfo) as connection:
        return connection.execute(
            "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
            "WHERE table_schema = 'public' ORDER BY 1, 2"
        ).fetchall()


def test_migrations_go_forward_back_and_forward(empty_database: str) -> None:
    manage_at(empty_database, "migrate", "--verbosity", "0")
    forward = columns(empty_database)
    assert ("accounts_household", "code", "character varying", "NO") in forward
    back_to_nothing(empty_database)
    assert not [row for row in columns(empty_database) if row[0].partition("_")[0] in OURS]
    manage_at(empty_database, "migrate", "--verbosity", "0")
    assert columns(empty_database) == forward


def test_the_database_has_what_the_models_say(django_db_setup: None) -> None:
    """Also because migrations draw up no more models than they need: see kitchen/quick_states.py."""
    found = {(table, column, nullable == "YES") for table, column, _type, nullable in columns(direct_url())}
    with psycopg.connect(direct_url()) as connection:
        named = connection.execute("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class").fetchall()
    wanted = {
        (model._meta.db_table, field.column, field.null)
        for model in OUR_MODELS
        for field in model._meta.local_concrete_fields
        if not field.generated
    }
    assert wanted - found == set()
    rules = {rule.name for model in OUR_MODELS for rule in (*model._meta.constraints, *model._meta.indexes)}
    assert rules - {name for (name,) in named} == set()


def test_the_models_are_migrated(django_db_setup: None) -> None:
    assert "No changes detected" in manage_at(direct_url(), "makemigrations", "--check", "--dry-run")
