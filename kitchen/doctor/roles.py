"""The doors' role exists, can be taken, owns nothing and bypasses nothing; and the doors really are it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from kitchen.doctor.finding import Finding
from kitchen.postgres.roles import becoming

ROLE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s"
OWNS = """
    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND pg_get_userbyid(c.relowner) = %s
"""


@dataclass(frozen=True)
class Door:
    """How a door's connection looks outside of every scope."""

    login: str
    role: str
    owns: int  # tables of the login
    mighty: bool  # the login is a superuser or bypasses row security
    may_become: bool
    pooled: bool


def check() -> Finding:
    door, owner = settings.DOOR_ROLE, settings.DATABASES["owner"]["USER"]
    with connection.cursor() as cursor:
        cursor.execute(ROLE, [door])
        found = cursor.fetchone()
        if found is None:
            return Finding.fail(f"The role {door} is missing: run `manage.py db_init`.")
        if found[0]:
            return Finding.fail(f"The role {door} passes every wall: run `ALTER ROLE {door} NOSUPERUSER NOBYPASSRLS`.")
        cursor.execute(OWNS, [door])
        if owned := cursor.fetchone()[0]:
            return Finding.fail(f"The role {door} owns {owned} tables: give them to {owner} with `REASSIGN OWNED BY`.")
    return _judge(look(), door)


def _judge(door: Door, role: str) -> Finding:
    if not door.may_become:
        return Finding.fail(f"The login {door.login} may not become {role}: run `manage.py db_init`.")
    if door.pooled and (door.owns or door.mighty):
        return Finding.fail(
            f"DATABASE_URL goes through a pooler as {door.login}, which owns the tables, and a pooler forgets the role "
            f"between transactions: make a login that owns nothing (`CREATE ROLE kitchen_web LOGIN PASSWORD '...'; "
            f"GRANT {role} TO kitchen_web`) and name it in DATABASE_URL."
        )
    if door.role != role and (door.owns or door.mighty):
        return Finding.fail(f"The doors work as {door.role} and not as {role}: restart Kitchen, or mend DATABASE_URL.")
    if door.mighty:
        return Finding.warn(f"The login {door.login} is a superuser: name a plain login in DATABASE_URL.")
    return Finding.ok(f"The doors are {role}, which owns nothing.")


def look() -> Door:
    """Ask the doors' connection itself, outside of every scope."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT session_user, current_user, pg_backend_pid(), current_setting('server_version_num')::int"
        )
        login, role, process, version = cursor.fetchone()
        cursor.execute(OWNS, [login])
        owns = cursor.fetchone()[0]
        cursor.execute(ROLE, [login])
        mighty = cursor.fetchone()[0]
        cursor.execute(becoming(version), {"login": login, "role": settings.DOOR_ROLE})
        may_become = cursor.fetchone()[0]
        # Who answers at the door is not who works behind it: somebody stands between.
        pooled = cursor.connection.info.backend_pid != process
    return Door(login, role, owns, mighty, may_become, pooled)
