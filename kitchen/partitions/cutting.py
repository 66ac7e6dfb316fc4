"""The step of a migration that cuts a table by month, with its rows, and back."""

from datetime import date
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper
from django.db.migrations.operations.base import Operation
from django.utils import timezone

from kitchen.partitions.making import make_month, make_other, months_ahead, months_of_rows
from kitchen.partitions.months import month_of

OLDEST = date(2000, 1, 1)
# Keys and indexes as they are written now, to be made again when the rows have moved.
WRITTEN = """
    SELECT format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', %(table)s, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = %(table)s::regclass AND contype IN ('p', 'u', 'f')
    UNION ALL
    SELECT replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') FROM pg_index
    WHERE indrelid = %(table)s::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    ORDER BY 1
"""


class CutByMonth(Operation):
    """Copies every row, so it takes as long as there are many. For tables without triggers that nothing points to."""

    reversible = True

    def __init__(self, table: str, once: tuple[str, ...] = ()) -> None:
        self.table = table
        self.once = once

    def state_forwards(self, app_label: str, state: Any) -> None:
        """A model is the same, however its rows lie."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        del app_label, from_state, to_state
        with schema_editor.connection.cursor() as cursor:
            _made_anew(cursor, self.table, self.once, cut=True)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        del app_label, from_state, to_state
        with schema_editor.connection.cursor() as cursor:
            _made_anew(cursor, self.table, self.once, cut=False)

    def describe(self) -> str:
        return f"Cut {self.table} by month"


def _made_anew(cursor: CursorWrapper, table: str, once: tuple[str, ...], *, cut: bool) -> None:
    """The policies and rights come back when the walls are installed after migrating; until then no door reads it."""
    cursor.execute(WRITTEN, {"table": table})
    written = [statement for (statement,) in cursor.fetchall()]
    former = f"{table}_former"
    cursor.execute(f'ALTER TABLE "{table}" RENAME TO "{former}"')
    how = " PARTITION BY RANGE (id)" if cut else ""
    cursor.execute(f'CREATE TABLE "{table}" (LIKE "{former}" INCLUDING DEFAULTS INCLUDING CONSTRAINTS){how}')
    if cut:
        make_other(cursor, table, once)
        present = month_of(timezone.now())
        for month in sorted({*months_ahead(present), *months_of_rows(cursor, former, OLDEST, present)}):
            make_month(cursor, table, month, once)
    cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "{former}"')
    cursor.execute(f'DROP TABLE "{former}"')
    for statement in written:
        cursor.execute(statement)
