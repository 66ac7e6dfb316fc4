"""A data directory of an older PostgreSQL that the wheel still brings becomes one of ours.

It is dumped and loaded into a fresh directory, both are compared, and only then do names change; the old one is kept.
Callers hold the lock of `users.one_at_a_time`.
"""

import logging
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from kitchen.embedded import cluster
from kitchen.embedded.faults import EmbeddedError, require_room
from kitchen.embedded.places import SUPERUSER, url
from kitchen.embedded.programs import FOLDERS, MAJOR, ProgramError, run
from kitchen.postgres import counting

logger = logging.getLogger("kitchen.embedded")
DATABASES = """
    SELECT datname, pg_get_userbyid(datdba) FROM pg_database
    WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres' ORDER BY 1
"""
# Every cluster has its superuser already.
ALREADY = f"CREATE ROLE {SUPERUSER};"


def bring_forward(data_dir: Path, account: cluster.Account) -> None:
    """Upgrade where it is needed; finish one whose last step, the change of names, was broken off."""
    whole = _beside(data_dir, "upgraded")
    if not data_dir.exists() and whole.exists():
        whole.rename(data_dir)
    version = _version(data_dir)
    if version == MAJOR or version not in FOLDERS:
        return
    if cluster.is_running(data_dir):
        raise EmbeddedError(
            f"The database in {data_dir} is of PostgreSQL {version}, and an older Kitchen uses it just now: stop that "
            f"one, then start again; this one brings it to PostgreSQL {MAJOR}."
        )
    _upgrade(data_dir, version, whole, account)


def _upgrade(data_dir: Path, version: str, whole: Path, account: cluster.Account) -> None:
    logger.warning("Bringing the database in %s from PostgreSQL %s to %s.", data_dir, version, MAJOR)
    fresh, kept = _beside(data_dir, "upgrading"), _beside(data_dir, f"{version}-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    for left in (fresh, whole):
        shutil.rmtree(left, ignore_errors=True)
    # The new one and the dump, of which neither is larger than what is there.
    require_room(data_dir.parent, 2 * sum(path.stat().st_size for path in data_dir.rglob("*") if path.is_file()))
    try:
        cluster.start(data_dir, account, durable=True, major=version)
        cluster.make(fresh, account, durable=True)
        cluster.start(fresh, account, durable=True)
        _carry_over(data_dir, fresh)
    except (ProgramError, psycopg.Error) as error:
        reason = (str(error).strip().splitlines() or ["it gave no reason"])[0]
        raise EmbeddedError(
            f"The database in {data_dir} could not be brought from PostgreSQL {version} to {MAJOR} ({reason}): it is "
            "as it was; use the Kitchen that made it."
        ) from error
    finally:
        cluster.stop(fresh)
        cluster.stop(data_dir)
    fresh.rename(whole)
    data_dir.rename(kept)
    whole.rename(data_dir)
    logger.warning("The database is of PostgreSQL %s now; as it was it is kept in %s.", MAJOR, kept)


def _carry_over(old: Path, new: Path) -> None:
    with tempfile.TemporaryDirectory(dir=new.parent, prefix="upgrade-") as room:
        roles, dump = Path(room) / "roles.sql", Path(room) / "database.dump"
        _run("pg_dumpall", "--roles-only", f"--file={roles}", "-d", url(old, "postgres", SUPERUSER))
        roles.write_text("\n".join(line for line in roles.read_text().splitlines() if line != ALREADY))
        _run("psql", "-X", "-q", "--set=ON_ERROR_STOP=1", f"--file={roles}", "-d", url(new, "postgres", SUPERUSER))
        with psycopg.connect(url(old, "postgres", SUPERUSER), autocommit=True) as connection:
            databases = connection.execute(DATABASES).fetchall()
        for name, owner in databases:
            _run("pg_dump", "--format=custom", f"--file={dump}", "-d", url(old, name, SUPERUSER))
            with psycopg.connect(url(new, "postgres", SUPERUSER), autocommit=True) as connection:
                names = map(psycopg.sql.Identifier, (name, owner))
                connection.execute(psycopg.sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
            _run("pg_restore", "--exit-on-error", "-d", url(new, name, SUPERUSER), str(dump))
            _compare(url(old, name, owner), url(new, name, owner))


def _compare(old: str, new: str) -> None:
    """Table by table, as their owner sees them."""
    with psycopg.connect(old, autocommit=True) as before, psycopg.connect(new, autocommit=True) as after:
        before.execute(counting.SETTINGS)
        after.execute(counting.SETTINGS)
        for table in counting.tables(before):
            if counting.tell(before, table) != counting.tell(after, table):
                raise ProgramError(f"the table {table} did not come over as it was")
        after.execute("ANALYZE")


def _run(program: str, *arguments: str) -> None:
    run(program, *arguments, account=None, timeout=None)


def _version(data_dir: Path) -> str:
    path = data_dir / "PG_VERSION"
    return path.read_text().strip() if path.is_file() else ""


def _beside(data_dir: Path, what: str) -> Path:
    return data_dir.with_name(f"{data_dir.name}.{what}")
