"""Whether a backup can be restored and holds what it says: it is restored into a server that is thrown away."""

from collections.abc import Iterator

import psycopg

from kitchen import embedded
from kitchen.backup.envelope import Keys
from kitchen.backup.loading import load
from kitchen.backup.making import Connection, Say
from kitchen.backup.manifest import DUMP, Manifest
from kitchen.backup.opening import opened
from kitchen.postgres import counting

OWNER = "kitchen_owner"


def verify_backup(file: str, keys: Keys, *, say: Say) -> list[str]:
    """A sentence for each difference. Raises BackupError for a file that is cut, changed, foreign or does not open."""
    with opened(file, keys) as (backup, room):
        manifest = backup.manifest
        say(f"Made {manifest.made_at} from PostgreSQL {manifest.server} by pg_dump {manifest.pg_dump}.")
        size = sum(member.bytes for member in manifest.members.values())
        say(f"{len(manifest.members)} files are as they were ({size} bytes).")
        backup.unpack(DUMP, room / DUMP)
        server = embedded.throw_away()
        try:
            # As a plain role: what a file brings along shall do nothing that only a superuser may.
            with psycopg.connect(server.url("postgres", embedded.SUPERUSER), autocommit=True) as superuser:
                superuser.execute(f"CREATE ROLE {OWNER} LOGIN")
                superuser.execute(f"CREATE DATABASE kitchen OWNER {OWNER}")
            with psycopg.connect(server.url(), autocommit=True) as connection:
                say(f"Restoring into a throw-away PostgreSQL {connection.info.parameter_status('server_version')}.")
                load(room / DUMP, connection, manifest.dump_major)
                return list(_differences(connection, manifest))
        finally:
            server.stop()


def _differences(connection: Connection, manifest: Manifest) -> Iterator[str]:
    connection.execute(counting.SETTINGS)
    found = counting.tables(connection)
    yield from (f"The table {name} is missing." for name in manifest.tables if name not in found)
    yield from (f"The table {name} is in the dump only." for name in found if name not in manifest.tables)
    for name in found:
        told = manifest.tables.get(name)
        there = counting.tell(connection, name)
        if told and told.rows != there.rows:
            yield f"The table {name} has {there.rows} rows, and had {told.rows}."
        elif told and told != there:
            yield f"The table {name} has as many rows as before, but not the same."
    if not manifest.rows:
        yield "The backup holds no row at all."
