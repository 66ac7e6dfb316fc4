from django.db import connections
from django.db.utils import DatabaseError

from kitchen.doctor.finding import Finding
from kitchen.errors import DomainError
from kitchen.postgres.roles import OLDEST_SERVER, why

VARIABLES = {"owner": "DATABASE_DIRECT_URL (or DATABASE_URL)", "default": "DATABASE_URL"}


def check() -> Finding:
    """Both ways to the database answer, and it is new enough."""
    for alias, variable in VARIABLES.items():
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
                number, version = cursor.fetchone()
        except (DatabaseError, DomainError) as error:
            return Finding.fail(f"The database does not answer ({why(error)}): {_remedy(error, variable)}.")
        if number < OLDEST_SERVER:
            return Finding.fail(f"PostgreSQL {version} is too old: Kitchen needs 15 or newer; upgrade the server.")
    return Finding.ok(f"PostgreSQL {version} answers.")


def _remedy(error: Exception, variable: str) -> str:
    return "run `manage.py db_init`" if "does not exist" in str(error) else f"start it, or mend {variable}"
