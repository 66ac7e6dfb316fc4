"""Brings the second wall up to date after every migration, and says where it is not.

Everything here is idempotent. A table's comment holds the fingerprint of its rule, so an unchanged table is left alone.
"""

import hashlib

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from kitchen.tenancy import functions
from kitchen.tenancy.keys import household_keys
from kitchen.tenancy.rules import Rule
from kitchen.tenancy.tables import UndeclaredTableError, rules

# How policies and rights are written below; counted up when this module writes them differently.
FORM = "1"
TABLES = """
    SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''), c.relrowsecurity, c.relforcerowsecurity
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname
"""
# A table's wall binds whoever asks the table; one of its partitions would be asked past it.
OPEN_PARTITIONS = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relispartition AND c.relkind = 'r'
    AND (NOT c.relrowsecurity OR has_table_privilege(%s, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE'))
"""


def install_walls(using: str = "owner") -> None:
    """Policies, rights, composite keys and owner's functions, in one transaction of the owner."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.DOOR_ROLE])
        if cursor.fetchone() is None:
            raise UndeclaredTableError(f"The role {settings.DOOR_ROLE} is missing: run `make db-init` first.")
        _install_tables(cursor)
        _install_functions(cursor)


def fingerprint(rule: Rule) -> str:
    """A short text that changes when the rule of a table, or the way it is written, changes."""
    return "wall " + hashlib.sha256(f"{FORM} {settings.DOOR_ROLE} {rule}".encode()).hexdigest()[:16]


def _install_tables(cursor: CursorWrapper) -> None:
    declared = rules()
    cursor.execute(TABLES)
    found = cursor.fetchall()
    if unknown := [name for name, *_ in found if name not in declared]:
        raise UndeclaredTableError(f"These tables have no kind: {', '.join(unknown)}")
    for name, comment, *_ in found:
        if comment != fingerprint(declared[name]):
            cursor.execute(";".join(table_statements(name, declared[name])))
    present = {name for name, *_ in found}
    for key in household_keys():
        if {key.table, key.target} <= present:
            for statement in key.statements():
                cursor.execute(statement)


def table_statements(table: str, rule: Rule) -> list[str]:
    """SQL that sets one table's rights and policies, whatever they were."""
    door = settings.DOOR_ROLE
    statements = [
        f'REVOKE ALL ON "{table}" FROM PUBLIC, {door}',
        *(f'GRANT {right} ON "{table}" TO {door}' for right in rule.rights),
        *(f'DROP POLICY IF EXISTS kitchen_{verb} ON "{table}"' for verb in ("select", "insert", "update", "delete")),
    ]
    if rule.read:
        statements += [
            f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
            f'CREATE POLICY kitchen_select ON "{table}" FOR SELECT USING ({rule.read})',
            f'CREATE POLICY kitchen_insert ON "{table}" FOR INSERT WITH CHECK ({rule.write})',
            f'CREATE POLICY kitchen_update ON "{table}" FOR UPDATE USING ({rule.write}) WITH CHECK ({rule.write})',
            f'CREATE POLICY kitchen_delete ON "{table}" FOR DELETE USING ({rule.write})',
        ]
    else:
        statements.append(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
    statements.append(f"COMMENT ON TABLE \"{table}\" IS '{fingerprint(rule)}'")
    return statements


def _install_functions(cursor: CursorWrapper) -> None:
    door = settings.DOOR_ROLE
    cursor.execute(f"GRANT USAGE ON SCHEMA public TO {door}")
    cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {door}")
    for statement in functions.owner_functions():
        cursor.execute(statement)
    cursor.execute(
        "SELECT p.oid::regprocedure::text, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'public' AND p.prokind = 'f' AND (p.proname LIKE ANY(%s) OR p.proname LIKE 'kitchen%%') "
        "AND pg_get_userbyid(p.proowner) = current_user",
        [list(functions.TRIGGER_FUNCTIONS)],
    )
    allowed = (*functions.function_names(), functions.QUEUE_FUNCTION)
    for signature, name in cursor.fetchall():
        cursor.execute(f"ALTER FUNCTION {signature} {functions.FIXED}; REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
        if name in allowed:
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO {door}")


def problems(connection: BaseDatabaseWrapper) -> list[str]:
    """What is wrong with the wall of this database, a sentence each; an empty list when it stands."""
    declared = rules()
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        found = cursor.fetchall()
        cursor.execute("SELECT conname FROM pg_constraint")
        constraints = {row[0] for row in cursor.fetchall()}
        cursor.execute(OPEN_PARTITIONS, [settings.DOOR_ROLE])
        faults = [f"The partition {row[0]} is open past its table: revoke all rights on it." for row in cursor]
    for name, comment, secured, forced in found:
        if name not in declared:
            faults.append(f"The table {name} has no kind.")
        elif comment != fingerprint(declared[name]) or secured != bool(declared[name].read):
            faults.append(f"The policies of {name} are not those of the program: run `make db-upgrade`.")
        elif forced:
            faults.append(f"Row security of {name} is forced, which makes its backups empty: set NO FORCE.")
    faults += [
        f"The key {k.name} is missing: run `make db-upgrade`." for k in household_keys() if k.name not in constraints
    ]
    return faults
