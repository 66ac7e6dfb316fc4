"""Functions of the owner: the few things a door must do that its own rights do not reach.

Each has a fixed search_path, checks for itself what it may touch, and is listed in docs/database.md.
"""

from dataclasses import dataclass

from kitchen.tenancy.rules import HOUSEHOLD, PERSON
from kitchen.tenancy.tables import rules

FIXED = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
COUNT = "GET DIAGNOSTICS n = ROW_COUNT; total := total + n;"
QUEUE_FUNCTION = "procrastinate_defer_jobs_v1"
# What procrastinate and the audit triggers bring: made to run as the owner, callable by doors only where said here.
TRIGGER_FUNCTIONS = ("pgtrigger_%", "procrastinate_%")


@dataclass(frozen=True)
class PublicDoor:
    """A door without an account: a token opens one object. `sql` selects (household uuid, object uuid) for `$1`."""

    name: str
    sql: str


_doors: dict[str, PublicDoor] = {}


def public_door(name: str, sql: str) -> None:
    """Apps list their token doors in `AppConfig.ready()`; the resolving function is made from the list."""
    _doors[name] = PublicDoor(name, sql)


def public_doors() -> list[PublicDoor]:
    return [_doors[name] for name in sorted(_doors)]


def resolve_function() -> str:
    """`kitchen_resolve(door, token)`: the household and the one object that a token opens, or no row."""
    branches = "\n".join(
        f"IF door = '{door.name}' THEN RETURN QUERY {door.sql.replace('$1', 'token')}; END IF;"
        for door in public_doors()
    )
    return (
        "CREATE OR REPLACE FUNCTION kitchen_resolve(door text, token text) "
        f"RETURNS TABLE(household uuid, object uuid) LANGUAGE plpgsql STABLE {FIXED} "
        f"AS $kitchen$ BEGIN\n{branches}\nRETURN; END $kitchen$"
    )


def _stone(what: str) -> str:
    return f"INSERT INTO kitchen_stone (what, rows, erased_at) VALUES ('{what}', total, now());"


def erase_household_function() -> str:
    """`kitchen_erase_household()`: forgets the history of the household of the present scope, and only that."""
    deletes = "\n".join(
        f'DELETE FROM "{table}" WHERE {rule.column} = here; {COUNT}'
        for table, rule in sorted(rules().items())
        if rule.kind == "household" and rule.write == "false"
    )
    return (
        "CREATE OR REPLACE FUNCTION kitchen_erase_household() RETURNS void LANGUAGE plpgsql "
        f"{FIXED} AS $kitchen$ DECLARE here uuid := {HOUSEHOLD}; n bigint; total bigint := 0; BEGIN\n"
        f"IF here IS NULL THEN RAISE EXCEPTION 'no household in scope'; END IF;\n{deletes}\n{_stone('household')}\nEND $kitchen$"
    )


def erase_person_function() -> str:
    """`kitchen_erase_person()`: takes the person of the present scope out of every history, leaving what happened."""
    updates = "\n".join(
        f"UPDATE \"{table}\" SET pgh_context = pgh_context - 'user' WHERE pgh_context->>'user' = me::text; {COUNT}"
        if rule.kind == "household"
        else f'DELETE FROM "{table}" WHERE {rule.read.partition(" = ")[0].lstrip("(")} = me; {COUNT}'
        for table, rule in sorted(rules().items())
        if rule.write == "false"
    )
    return (
        "CREATE OR REPLACE FUNCTION kitchen_erase_person() RETURNS void LANGUAGE plpgsql "
        f"{FIXED} AS $kitchen$ DECLARE me uuid := {PERSON}; n bigint; total bigint := 0; BEGIN\n"
        f"IF me IS NULL THEN RAISE EXCEPTION 'no person in scope'; END IF;\n{updates}\n{_stone('person')}\nEND $kitchen$"
    )


def owner_functions() -> list[str]:
    return [resolve_function(), erase_household_function(), erase_person_function()]


FUNCTION_NAMES = ("kitchen_resolve", "kitchen_erase_household", "kitchen_erase_person")
