"""What must hold for every row is a constraint with a name for operators and a sentence for people."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import BaseConstraint
from django.utils.functional import Promise

from tests.conventions.project import APPS, obey

LONGEST = 63  # what PostgreSQL keeps of a name


def constraints() -> Iterator[tuple[str, BaseConstraint]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in APPS:
            yield from ((model._meta.db_table, constraint) for constraint in model._meta.constraints)


def test_names_begin_with_the_table() -> None:
    obey(
        f"The constraint {constraint.name} of {table} must be named {table}_… in at most {LONGEST} letters."
        for table, constraint in constraints()
        if not constraint.name.startswith(f"{table}_") or len(constraint.name) > LONGEST
    )


def test_each_has_a_sentence_for_people() -> None:
    default = BaseConstraint.default_violation_error_message
    obey(
        f"The constraint {constraint.name} needs a violation_error_message: a translated sentence for people."
        for _table, constraint in constraints()
        if constraint.violation_error_message == default or not isinstance(constraint.violation_error_message, Promise)
    )


def test_no_field_is_unique_without_a_name() -> None:
    """`unique=True` and `unique_together` make constraints that nobody named and that have no sentence."""
    obey(
        f"{model._meta.label}.{field.name}: unique=True makes a constraint without a name. Use a UniqueConstraint."
        for model in apps.get_models()
        if model._meta.app_label in APPS
        for field in model._meta.local_concrete_fields
        if field.unique and not field.primary_key
    )
