"""Functions of the owner: the few things a door must do that its own rights do not reach.

Each has a fixed search_path, checks for itself what it may touch, and is listed in docs/database.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings

from kitchen.tenancy import looking
from kitchen.tenancy.rules import HOUSEHOLD, PERSON
from kitchen.tenancy.tables import rule_of, rules

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


@dataclass(frozen=True)
class PersonFunction:
    """What a person may do to rows that they cannot see: one statement, with `me` and the text that is `given`.

    `says` stands in docs/database.md.
    """

    name: str
    says: str
    sql: str

    @property
    def definition(self) -> str:
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}(given text) RETURNS void LANGUAGE plpgsql "
            f"{FIXED} AS $kitchen$ DECLARE me uuid := {PERSON}; BEGIN\n"
            f"IF me IS NULL THEN RAISE EXCEPTION 'no person in scope'; END IF;\n{self.sql};\nEND $kitchen$"
        )


_person_functions: dict[str, PersonFunction] = {}


def person_function(name: str, says: str, sql: str) -> None:
    """Apps list theirs in `AppConfig.ready()`; a name begins with "kitchen_"."""
    _person_functions[name] = PersonFunction(name, says, sql)


def person_functions() -> list[PersonFunction]:
    return [_person_functions[name] for name in sorted(_person_functions)]


def resolve_function() -> str:
    """`kitchen_resolve(door, token)`: the household and the one object that a token opens, or no row."""
    branches = "\n".join(
        f"IF door = '{door.name}' THEN RETURN QUERY {door.sql.replace('$1', 'kitchen_resolve.token')}; END IF;"
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
        if rule.kind == "household" and rule.history
    )
    return (
        "CREATE OR REPLACE FUNCTION kitchen_erase_household() RETURNS void LANGUAGE plpgsql "
        f"{FIXED} AS $kitchen$ DECLARE here uuid := {HOUSEHOLD}; n bigint; total bigint := 0; BEGIN\n"
        f"IF here IS NULL THEN RAISE EXCEPTION 'no household in scope'; END IF;\n"
        f"{deletes}\n{_stone('household')}\nEND $kitchen$"
    )


def erase_person_function() -> str:
    """`kitchen_erase_person()`: takes the person of the present scope out of every household's rows and history.

    Rows that name them lose the name; history that is about them goes; other history forgets that it was them.
    """
    statements = [*_rows_without_me(), *_history_without_me()]
    body = "\n".join(f"{statement}; {COUNT}" for statement in statements)
    return (
        "CREATE OR REPLACE FUNCTION kitchen_erase_person() RETURNS void LANGUAGE plpgsql "
        f"{FIXED} AS $kitchen$ DECLARE me uuid := {PERSON}; n bigint; total bigint := 0; BEGIN\n"
        f"IF me IS NULL THEN RAISE EXCEPTION 'no person in scope'; END IF;\n{body}\n{_stone('person')}\nEND $kitchen$"
    )


def _columns_naming_people(*, history: bool) -> Iterator[tuple[str, str, bool]]:
    """Of household tables: table, column that holds a person's key, whether it may be emptied."""
    for model in apps.get_models():
        rule = rule_of(model)
        if rule is None or rule.kind != "household" or rule.history != history:
            continue
        for field in model._meta.local_concrete_fields:
            if field.related_model is apps.get_model(settings.AUTH_USER_MODEL):
                yield model._meta.db_table, str(field.column), field.null and field.column != rule.owner


def _rows_without_me() -> Iterator[str]:
    yield 'DELETE FROM "django_admin_log" WHERE user_id = me'
    for table, column, may_be_empty in _columns_naming_people(history=False):
        verb = f'UPDATE "{table}" SET {column} = NULL' if may_be_empty else f'DELETE FROM "{table}"'
        yield f"{verb} WHERE {column} = me"


def _history_without_me() -> Iterator[str]:
    for table, column, _may_be_empty in _columns_naming_people(history=True):
        yield f'DELETE FROM "{table}" WHERE {column} = me'
    for table, rule in sorted(rules().items()):
        if rule.history and rule.kind == "household":
            for key in ("user", "staff"):
                where = f"pgh_context->>'{key}' = me::text"
                yield f"UPDATE \"{table}\" SET pgh_context = pgh_context - '{key}' WHERE {where}"
        elif rule.history:
            yield f'DELETE FROM "{table}" WHERE pgh_obj_id = me'
        elif rule.kind == "person" and "DELETE" not in rule.rights:
            yield f'DELETE FROM "{table}" WHERE user_id = me'


def sessions_function() -> str:
    """`kitchen_sessions()`: for the staff's door: connections to this database and what they do, without literals."""
    return looking.sessions_function(FIXED)


def statements_function() -> str:
    """`kitchen_statements()`: for the staff's door: what took longest, where the server has pg_stat_statements."""
    return looking.statements_function(FIXED)


MAKERS = (resolve_function, erase_household_function, erase_person_function, sessions_function, statements_function)
FUNCTION_NAMES = tuple(f"kitchen_{make.__name__.removesuffix('_function')}" for make in MAKERS)


def owner_functions() -> list[str]:
    return [*(make() for make in MAKERS), *(one.definition for one in person_functions())]


def function_names() -> list[str]:
    """Those that doors may call."""
    return [*FUNCTION_NAMES, *(one.name for one in person_functions())]
