"""One data directory: made, started, stopped. Callers hold the lock of `users.one_at_a_time`."""

import os
import pwd
import shlex
import shutil
import signal
import socket
import stat
import time
from pathlib import Path

from kitchen.embedded.account import open_the_way
from kitchen.embedded.faults import EmbeddedError, foreign_version, from_output, log_path, not_a_database, require_room
from kitchen.embedded.places import PORT, SUPERUSER, socket_dir, socket_path
from kitchen.embedded.programs import MAJOR, ProgramError, run

START_SECONDS = 60
STOP_SECONDS = 20
LONGEST_IDLE = "60s"  # what hangs in a transaction must not hold its locks
LONGEST_LOG = 5 << 20  # bytes; an older log is kept once
Account = pwd.struct_passwd | None
QUICK_AND_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def make(data_dir: Path, account: Account, *, durable: bool) -> None:
    """An empty data directory. It gets its name when it is whole, so that a broken-off set-up leaves no half of one."""
    require_room(data_dir.parent)
    fresh = data_dir.with_name(data_dir.name + ".new")
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(mode=0o700)
    open_the_way(fresh, account)
    if account:
        os.chown(fresh, account.pw_uid, account.pw_gid)
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if not durable:
        options.append("--no-sync")
    try:
        run("initdb", "-D", str(fresh), "-U", SUPERUSER, *options, account=account)
    except ProgramError as error:
        shutil.rmtree(fresh)
        raise from_output(data_dir, str(error)) from error
    if data_dir.exists():
        data_dir.rmdir()
    fresh.rename(data_dir)


def is_made(data_dir: Path) -> bool:
    """Whether there is a data directory that this PostgreSQL can run; raises EmbeddedError when it is another's."""
    if not data_dir.exists() or not any(data_dir.iterdir()):
        return False
    try:
        version = (data_dir / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        version = ""
    if not version:
        raise not_a_database(data_dir)
    if version != MAJOR:
        raise foreign_version(data_dir, version, MAJOR)
    return True


def is_ready(data_dir: Path) -> bool:
    """Whether the server runs and takes connections."""
    return _pid_file(data_dir)[7:8] == ["ready"] and _answers(socket_path(data_dir))


def is_running(data_dir: Path) -> bool:
    return bool(_pid_file(data_dir)) and _process_is_ours(data_dir)


def start(data_dir: Path, account: Account, *, durable: bool, major: str = MAJOR) -> None:
    """Start the server and wait until it takes connections; after a crash that includes its recovery."""
    open_the_way(data_dir, account)
    if _wait_for_other_start(data_dir):
        return
    _prepare_socket_dir(data_dir, account)
    log = log_path(data_dir)
    if log.exists() and log.stat().st_size > LONGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    seen = log.stat().st_size if log.exists() else 0
    settings = ["listen_addresses=", f"unix_socket_directories={socket_dir(data_dir)}", "unix_socket_permissions=0700",
                f"idle_in_transaction_session_timeout={LONGEST_IDLE}",
                "max_locks_per_transaction=256", "timezone=UTC", "log_timezone=UTC", "lc_messages=C",
                *(() if durable else QUICK_AND_FORGETFUL)]  # fmt: skip
    options = " ".join(["-p", str(PORT), *(f"-c {shlex.quote(setting)}" for setting in settings)])
    try:
        run("pg_ctl", "start", "-D", str(data_dir), "-w", "-t", str(START_SECONDS), "-l", str(log), "-o", options,
            account=account, timeout=START_SECONDS + 10, major=major)  # fmt: skip
    except ProgramError as error:
        raise from_output(data_dir, _read_from(log, seen) or str(error)) from error


def stop(data_dir: Path) -> None:
    """Stop the server, politely first; one that does not run is fine.

    By its signals and not by pg_ctl, which must be able to read the directory as the account that PostgreSQL runs as.
    """
    if not _pid_file(data_dir):
        return
    for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, STOP_SECONDS), (signal.SIGKILL, 1)):
        if _ended(data_dir, number, seconds):
            break
    if socket_dir(data_dir) != data_dir:
        shutil.rmtree(socket_dir(data_dir), ignore_errors=True)


def _ended(data_dir: Path, number: int, seconds: float) -> bool:
    """Send the signal; whether the server was gone within so many seconds."""
    if not (lines := _pid_file(data_dir)) or not _process_is_ours(data_dir):
        return True
    os.kill(int(lines[0]), number)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        # Its last act is to remove the file; one that was killed leaves it.
        if not _pid_file(data_dir) or not _process_is_ours(data_dir):
            return True
        time.sleep(0.02)
    return False


def _pid_file(data_dir: Path) -> list[str]:
    """postmaster.pid: process number, directory, start time, port, socket directory, address, memory key, state."""
    try:
        return [line.strip() for line in (data_dir / "postmaster.pid").read_text().splitlines()]
    except FileNotFoundError:
        return []


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
        except OSError:
            return False
        return True


def _wait_for_other_start(data_dir: Path) -> bool:
    """True when a server that was already on its way became ready; clears what a killed one left."""
    deadline = time.monotonic() + START_SECONDS
    while _pid_file(data_dir):
        if not _process_is_ours(data_dir):
            (data_dir / "postmaster.pid").unlink(missing_ok=True)
            return False
        if is_ready(data_dir):
            return True
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"The PostgreSQL of {data_dir} has been starting for {START_SECONDS} seconds: "
                f"wait for its recovery to end ({log_path(data_dir)} tells), then start again."
            )
        time.sleep(0.1)
    return False


def _process_is_ours(data_dir: Path) -> bool:
    """Whether the process that the pid file names is this directory's server; its number may be another's by now."""
    import psutil  # type: ignore[import-untyped]

    try:
        process = psutil.Process(int(_pid_file(data_dir)[0]))
        return "postgres" in process.name() and str(data_dir) in process.cmdline()
    except psutil.AccessDenied:
        return True
    except (psutil.Error, IndexError, ValueError):
        return False


def _prepare_socket_dir(data_dir: Path, account: Account) -> None:
    """A socket outside of the data directory gets a private one, which nobody else may have laid there before."""
    directory = socket_dir(data_dir)
    if directory == data_dir:
        return
    uid = account.pw_uid if account else os.geteuid()
    try:
        directory.mkdir(mode=0o700)
        if account:
            os.chown(directory, account.pw_uid, account.pw_gid)
    except FileExistsError:
        found = directory.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != uid or found.st_mode & 0o077:
            raise EmbeddedError(
                f"{directory}, where the database's socket belongs, is somebody else's: remove it, or set KITCHEN_VAR "
                "to a shorter path."
            ) from None


def _read_from(path: Path, offset: int) -> str:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read().decode(errors="replace")
    except FileNotFoundError:
        return ""
