"""A table in words: its kind, its columns, what must hold, and who may see and write which rows."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.translation import override

from kitchen.partitions import partitioned
from kitchen.tenancy.keys import HouseholdKey, household_keys
from kitchen.tenancy.rules import HOUSEHOLD, PERSON, Rule
from kitchen.tenancy.tables import PACKAGES, rule_of

Model = type[models.Model]
# The settings of a scope, as the paper names them.
SHORT = ((HOUSEHOLD, "here"), (PERSON, "me"), ("current_setting('app.door', true)", "door"))


def our_models() -> list[Model]:
    """Those of our apps in the order of apps, then of names; histories are told apart."""
    return [model for model in _declared() if not hasattr(model, "pgh_tracked_model")]


def histories() -> list[Model]:
    """The audit tables that django-pghistory fills."""
    return [model for model in _declared() if hasattr(model, "pgh_tracked_model")]


def _declared() -> list[Model]:
    found = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table not in PACKAGES]
    return sorted((model for model in found if rule_of(model)), key=lambda model: model._meta.db_table)


def section(model: Model) -> str:
    """The entry of one table."""
    rule = rule_of(model)
    assert rule is not None
    keys = [key for key in household_keys() if key.table == model._meta.db_table]
    parts = [
        f"### {model._meta.db_table}",
        _said(model),
        wall(rule) + _cut(model),
        table(
            ("Column", "Type", "Empty", "Points at"), (_column(field) for field in model._meta.local_concrete_fields)
        ),
        _list("Must hold", [*map(_key, keys), *(_constraint(model, one) for one in model._meta.constraints)]),
        _list("Indexes", [f"`{index.name}`" for index in model._meta.indexes]),
    ]
    return "\n\n".join(part for part in parts if part)


def wall(rule: Rule) -> str:
    lines = [f"- **Kind:** {rule.kind}. **Rights of the doors' role:** {rights(rule)}."]
    if rule.read:
        lines.append(f"- **Rows seen:** {condition(rule.read)}.")
        lines.append("- **Rows written:** " + ("the same." if rule.write == rule.read else f"{condition(rule.write)}."))
    return "\n".join(lines)


def _cut(model: Model) -> str:
    if model not in partitioned():
        return ""
    monthly = partitioned()[model]
    once = f" In each month `({', '.join(monthly.once)})` stands once." if monthly.once else ""
    return f"\n- **Cut by month** of its key.{once} `{monthly.keep}` says how many months are kept."


def condition(sql: str) -> str:
    """A row condition with the short names; without the brackets that one alone does not need."""
    for long, short in SHORT:
        sql = sql.replace(long, short)
    alone = sql.startswith("(") and sql.endswith(")") and sql.count("(") == 1
    return f"`{sql[1:-1] if alone else sql}`"


def rights(rule: Rule) -> str:
    return ", ".join(rule.rights) or "none"


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _said(model: Model) -> str:
    """The first paragraph of the model's docstring; Django writes one of its own where there is none."""
    words = (model.__doc__ or "").strip()
    return "" if words.startswith(f"{model.__name__}(") else " ".join(words.partition("\n\n")[0].split())


def _column(field: "models.Field[Any, Any]") -> tuple[str, ...]:
    target = ""
    if isinstance(field, models.ForeignKey) and not isinstance(field.related_model, str):
        target = f"`{field.related_model._meta.db_table}`"
    return f"`{field.column}`", field.db_type(connection) or "", "yes" if field.null else "", target


def _constraint(model: Model, constraint: models.BaseConstraint) -> str:
    """Its name, its SQL, and the sentence that people read."""
    editor = connection.schema_editor(collect_sql=True)
    editor.deferred_sql = []
    sql = str(constraint.create_sql(model, editor))
    for begin in (f'ADD CONSTRAINT "{constraint.name}" ', f'"{model._meta.db_table}" '):
        before, found, after = sql.partition(begin)
        if found:
            sql = after if "CONSTRAINT" in begin else f"UNIQUE {after}"
            break
        sql = before
    with override("en"):
        return f"`{constraint.name}`: `{' '.join(sql.split())}`. “{constraint.violation_error_message}”"


def _key(key: HouseholdKey) -> str:
    return f"`{key.name}`: `({key.household}, {key.column})` is one row of `{key.target}`, so of the same household."


def _list(title: str, entries: list[str]) -> str:
    return "\n".join([f"{title}:", "", *(f"- {entry}" for entry in entries)]) if entries else ""
