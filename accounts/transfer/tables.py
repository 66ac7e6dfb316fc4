"""Which tables and columns are in the file of a household, parents before what points at them."""

from functools import cache
from graphlib import TopologicalSorter
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models

from accounts.models import Household
from accounts.transfer.registries import left_out
from kitchen.tenancy.tables import rule_of

Table: TypeAlias = type[models.Model]
Column: TypeAlias = "models.Field[Any, Any]"


@cache
def carried() -> tuple[Table, ...]:
    """Household tables that are not left out, in an order that foreign keys allow; the household itself is apart."""
    found = [model for model in apps.get_models() if _goes_along(model)]
    known = set(found)
    parents = {model: [one for one in map(target_of, columns(model)) if one in known - {model}] for model in found}
    return tuple(TopologicalSorter(parents).static_order())


def _goes_along(model: Table) -> bool:
    rule = rule_of(model)
    is_ours = rule is not None and rule.kind == "household" and not rule.history and model is not Household
    return is_ours and left_out.get(model._meta.label) is None


@cache
def columns(model: Table) -> tuple[Column, ...]:
    """Those of a row, without its household, what the database works out, and keys of tables that are left out."""
    return tuple(
        field
        for field in model._meta.local_concrete_fields
        if not field.generated and target_of(field) is not Household and not _points_out(field)
    )


def target_of(field: Column) -> Table | None:
    """What a foreign key points at."""
    found: Table | None = field.related_model if isinstance(field, models.ForeignKey) else None
    return found


def _points_out(field: Column) -> bool:
    target = target_of(field)
    return target is not None and left_out.get(target._meta.label) is not None


def owner_column(model: Table) -> str:
    """The column that makes a row one person's own, or nothing."""
    rule = rule_of(model)
    return rule.owner if rule else ""
