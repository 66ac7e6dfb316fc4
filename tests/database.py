"""The tests' own PostgreSQL: a throw-away embedded server, or the one that DATABASE_URL names.

tests/settings.py calls it before Kitchen's settings, which read the environment that this sets.
"""

import atexit
import contextlib
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator

import psycopg
from psycopg.conninfo import conninfo_to_dict

CATALOGUE = ("pantry_category", "pantry_food", "pantry_foodalias", "pantry_shelflife")
TRIES, PAUSE = 20, 0.2  # seconds
# A partition is emptied with its table.
TABLES = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
            AND NOT relispartition"""
TRUNCATE = "TRUNCATE %s RESTART IDENTITY CASCADE"
# Truncating makes hundreds of files anew. On our own server the superuser deletes the few rows there are, past triggers
# and foreign keys; the lock waits for whoever still writes, as truncating does.
DELETE = """DO $$ DECLARE emptied regclass; counter regclass; gone bigint; BEGIN
    SET LOCAL session_replication_role = replica;
    LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE;
    FOREACH emptied IN ARRAY '{%s}'::regclass[] LOOP
        EXECUTE format('DELETE FROM %%s', emptied);
        GET DIAGNOSTICS gone = ROW_COUNT;
        CONTINUE WHEN gone = 0;
        FOR counter IN SELECT depend.objid FROM pg_depend depend JOIN pg_class ON pg_class.oid = depend.objid
                       WHERE depend.refobjid = emptied AND pg_class.relkind = 'S' LOOP
            PERFORM setval(counter, 1, false);
        END LOOP;
    END LOOP;
END $$"""
KEPT = ("django_migrations", "django_content_type", "auth_permission", *CATALOGUE)


def _throw_away_server() -> str:
    """Start a server that goes with this process; its superuser's URL. xdist's workers share the first one's."""
    if url := os.environ.get("KITCHEN_TEST_SERVER"):
        return url
    from kitchen import embedded

    url = os.environ["KITCHEN_TEST_SERVER"] = embedded.throw_away().url("postgres", embedded.SUPERUSER)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE ROLE kitchen_owner LOGIN")
        connection.execute("CREATE ROLE kitchen_door NOLOGIN")
        connection.execute("GRANT kitchen_door TO kitchen_owner")
    return url


def _own_database(server: str) -> str:
    """An empty database of the plain owner's, one a worker; its URL."""
    name = f"kitchen_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name} OWNER kitchen_owner")
    return server.replace("postgres@/postgres", f"kitchen_owner@/{name}")


def prepare_environment() -> None:
    var = tempfile.mkdtemp(prefix="kitchen-var-")
    atexit.register(shutil.rmtree, var, ignore_errors=True)
    os.environ.update(MODE="local", KITCHEN_VAR=var, EMAIL_URL="memorymail://", DATABASE_POOL_SIZE="0", DEBUG="0")
    os.environ["FIGURES_SAMPLE"] = "0"  # nothing is written behind a test's back
    # The same for the server that browser tests start, so that it knows the sessions made here.
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(64)
    for name in ("REDIS_URL", "CHAT_MODEL", "OFF_URL", "OIDC_SERVER_URL", "PUBLIC_URL"):
        os.environ.setdefault(name, "")
    if not os.environ.get("DATABASE_URL") or os.environ.get("KITCHEN_TEST_SERVER"):
        os.environ["DATABASE_URL"] = _own_database(_throw_away_server())


@contextlib.contextmanager
def as_owner() -> Iterator[None]:
    """See and write every row on the doors' connection, as whoever logged in: how tests lay out and look after."""
    from django.conf import settings
    from django.db import connection, transaction

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', %s, true)", [conninfo_to_dict(direct_url())["user"]])
        yield
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', %s, true)", [settings.DOOR_ROLE])


def direct_url() -> str:
    return os.environ.get("DATABASE_DIRECT_URL") or os.environ["DATABASE_URL"]


def empty_every_table() -> None:
    """What a test with real transactions leaves is cleared by the owner; the doors' role may not truncate.

    A page that a browser still asks for locks in another order than tables are cleared in: then once more.
    """
    superuser = direct_url().replace("kitchen_owner@", "postgres@") if os.environ.get("KITCHEN_TEST_SERVER") else ""
    with psycopg.connect(superuser or direct_url(), autocommit=True) as connection:
        found = connection.execute(TABLES)
        tables = ", ".join(f'"{table}"' for (table,) in found if table not in KEPT)
        for left in reversed(range(TRIES)):
            try:
                connection.execute(DELETE % (tables, tables) if superuser else TRUNCATE % tables)
            except psycopg.OperationalError:
                if not left or connection.closed:
                    raise
                time.sleep(PAUSE)
            else:
                return
