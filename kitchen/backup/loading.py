"""A dump into a database, in one transaction that proves itself before it commits: all is there, or nothing changed.

pg_restore writes SQL and psql runs it, with ours before and after; so a newer pg_restore can fill an older server, too.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import psycopg

from kitchen.backup import programs
from kitchen.backup.errors import BackupError
from kitchen.backup.making import Connection, first_fault
from kitchen.postgres.counting import SETTINGS, Told, question

# What a newer pg_restore sets, and servers before its time do not know.
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
SETTING_LINES = 60  # the settings stand at the beginning
SERVER_17 = 170000


def load(
    dump: Path, connection: Connection, dump_major: int, *, before: Iterable[str] = (), after: Iterable[str] = ()
) -> None:
    """Run `before`, the dump, and `after` as the role of `connection`, on its database; raises BackupError."""
    tools = programs.not_older_than(dump_major)
    environment = programs.environment(connection)
    with tempfile.TemporaryDirectory() as room, (Path(room) / "said").open("w+b") as said:
        wanted = _contents(tools, dump, Path(room), environment)
        restore = [
            tools["pg_restore"], "--no-owner", "--no-privileges", f"--use-list={wanted}", "--file=-", str(dump)
        ]  # fmt: skip
        run = [
            tools["psql"], "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1",
            f"--dbname={programs.conninfo(connection)}", "--file=-",
        ]  # fmt: skip
        with (
            subprocess.Popen(restore, stdout=subprocess.PIPE, stderr=said, env=environment) as source,  # noqa: S603
            subprocess.Popen(  # noqa: S603
                run, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, env=environment
            ) as sink,
        ):
            try:
                _pass_on(source, sink, before, after, old=connection.info.server_version < SERVER_17)
            finally:
                source.kill()
        if sink.returncode:
            said.seek(0)
            raise BackupError(f"The backup does not go into this database: {_reason(said.read())}.")


def _reason(said: bytes) -> str:
    if b"max_locks_per_transaction" in said:
        return "its server holds too few locks for all tables at once: set max_locks_per_transaction = 256 there"
    if b"lock timeout" in said:
        return "somebody is using it, so stop Kitchen, then try again; nothing was changed"
    return first_fault(said)


def _contents(tools: programs.Programs, dump: Path, room: Path, environment: dict[str, str]) -> Path:
    """A list for pg_restore, of all but the schema itself, which every database has."""
    done = subprocess.run(  # noqa: S603
        [tools["pg_restore"], "--list", str(dump)], capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        raise BackupError(f"The dump cannot be read: {first_fault(done.stderr.encode())}.")
    wanted = room / "contents"
    wanted.write_text("\n".join(line for line in done.stdout.splitlines() if " SCHEMA - public " not in line) + "\n")
    return wanted


def _pass_on(
    source: "subprocess.Popen[bytes]",
    sink: "subprocess.Popen[bytes]",
    before: Iterable[str],
    after: Iterable[str],
    *,
    old: bool,
) -> None:
    """COMMIT is only said when pg_restore has come to its end; without it psql's transaction is as if it never was."""
    assert source.stdout
    assert sink.stdin
    try:
        _write(sink.stdin, ["BEGIN", *before])
        for _ in range(SETTING_LINES):
            line = source.stdout.readline()
            sink.stdin.write(b"" if old and line == UNKNOWN_BEFORE_17 else line)
        shutil.copyfileobj(source.stdout, sink.stdin, 1 << 20)
        if source.wait():
            sink.stdin.write(b"DO $$ BEGIN RAISE EXCEPTION 'the dump broke off'; END $$;\n")
        else:
            _write(sink.stdin, [*after, "COMMIT"])
        sink.stdin.close()
    except BrokenPipeError:
        pass  # psql has refused something, and said what
    sink.wait()


def _write(stream: IO[bytes], statements: Iterable[str]) -> None:
    for statement in statements:
        stream.write(statement.encode() + b";\n")


def checks(tables: dict[str, Told], connection: Connection) -> list[str]:
    """SQL that fails when a table does not hold what the backup says of it."""
    found = [SETTINGS]
    for table, told in tables.items():
        asked = question(table).as_string(connection)
        message = psycopg.sql.Literal(f"the table {table} is not as it was").as_string(connection)
        wanted = psycopg.sql.Literal(str(told)).as_string(connection)
        found.append(
            f"DO $kitchen$ BEGIN IF ({asked}) <> {wanted} THEN RAISE EXCEPTION USING MESSAGE = {message}; "
            "END IF; END $kitchen$"
        )
    return found
