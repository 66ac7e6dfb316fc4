"""Every table is of one kind, and the wall of a migrated database is the one that the program declares."""

import pytest
from django.apps import apps
from django.db import connection, models

from kitchen.tenancy.install import problems
from kitchen.tenancy.tables import rule_of
from tests.conventions.project import obey

KINDS = {"household", "person", "catalogue", "system"}


def every_model() -> list[type[models.Model]]:
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def test_every_table_has_a_kind() -> None:
    obey(
        f"{model._meta.label} has no kind. Give it `tenancy = tenancy.household()` (or person, catalogue, system)."
        for model in every_model()
        if (rule := rule_of(model)) is None or rule.kind not in KINDS
    )


def test_a_household_row_carries_its_household() -> None:
    obey(
        f"{model._meta.label}: its kind is household, but it has no column {rule.column!r} that says which."
        for model in every_model()
        if (rule := rule_of(model)) and rule.kind == "household"
        if rule.column not in {field.column for field in model._meta.local_concrete_fields}
    )


@pytest.mark.django_db
def test_the_migrated_wall_stands() -> None:
    assert problems(connection) == []
