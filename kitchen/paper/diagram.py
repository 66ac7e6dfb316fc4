"""The tables and what points at what, as a mermaid diagram."""

from collections.abc import Iterator

from django.db import connection, models

from kitchen.paper.tables import Model, our_models


def diagram() -> str:
    lines = ["```mermaid", "erDiagram"]
    for model in our_models():
        lines += _entity(model)
    for model in our_models():
        lines += _relations(model)
    return "\n".join([*lines, "```"])


def _entity(model: Model) -> Iterator[str]:
    """Names and keys only: the columns stand in the sections below."""
    yield f"  {model._meta.db_table} {{"
    for field in model._meta.local_concrete_fields:
        marks = [mark for mark, has in (("PK", field.primary_key), ("FK", field.is_relation)) if has]
        if marks:
            yield f"    {(field.db_type(connection) or '').replace(' ', '_')} {field.column} {', '.join(marks)}"
    yield "  }"


def _relations(model: Model) -> Iterator[str]:
    for field in model._meta.local_concrete_fields:
        if isinstance(field, models.ForeignKey) and not isinstance(field.related_model, str):
            many = "o|" if field.unique else "o{"
            one = "|o" if field.null else "||"
            yield f"  {field.related_model._meta.db_table} {one}--{many} {model._meta.db_table} : {field.name}"
