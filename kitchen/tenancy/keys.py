"""Composite keys: a foreign key between two household rows carries the household, so it cannot point into another.

PostgreSQL checks foreign keys past row-level security; without these a row could name a stranger's row by its id.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from kitchen.tenancy.tables import rule_of


@dataclass(frozen=True)
class HouseholdKey:
    """`table.column` may only point at rows of `target` with the same household."""

    table: str
    household: str
    column: str
    target: str
    target_household: str
    target_key: str

    @property
    def name(self) -> str:
        return f"{self.table}_{self.column}_same_household"[:63]

    @property
    def target_name(self) -> str:
        return f"{self.target}_household_key"[:63]

    def statements(self) -> list[str]:
        """SQL that adds what is missing. Deferred, as Django deletes children and parents in one transaction."""
        return [
            _unless(self.target_name, f'ALTER TABLE "{self.target}" ADD CONSTRAINT "{self.target_name}" '
                    f'UNIQUE ("{self.target_household}", "{self.target_key}")'),
            _unless(self.name, f'ALTER TABLE "{self.table}" ADD CONSTRAINT "{self.name}" '
                    f'FOREIGN KEY ("{self.household}", "{self.column}") '
                    f'REFERENCES "{self.target}" ("{self.target_household}", "{self.target_key}") '
                    "DEFERRABLE INITIALLY DEFERRED"),
        ]  # fmt: skip


def _unless(constraint: str, statement: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{constraint}') "
        f"THEN {statement}; END IF; END $$"
    )


def household_keys() -> Iterator[HouseholdKey]:
    """One for every foreign key from a household table to another."""
    for model in apps.get_models(include_auto_created=True):
        rule = rule_of(model)
        if rule is None or not rule.column or ("SELECT" in rule.rights and len(rule.rights) == 1):
            continue  # history tables keep what was, also of rows that are gone
        for field in model._meta.local_concrete_fields:
            key = _key(model, rule.column, field)
            if key:
                yield key


def _key(model: type[models.Model], household: str, field: "models.Field[object, object]") -> HouseholdKey | None:
    if not isinstance(field, models.ForeignKey) or field.column == household:
        return None
    target = field.related_model
    assert not isinstance(target, str)
    rule = rule_of(target)
    if rule is None or not rule.column:
        return None
    meta = target._meta
    return HouseholdKey(
        model._meta.db_table, household, str(field.column), meta.db_table, rule.column, str(field.target_field.column)
    )
