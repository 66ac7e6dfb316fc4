"""`manage.py run` as a process: what it says, what it serves, and that it stops with everything it started."""

import os
import shutil
import signal
import socket
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from kitchen import embedded
from tests.operations.conftest import MakeDirectory
from tests.operations.processes import ROOT, Running, free_port, kill_server, manage, server_process

STOP_SECONDS = 8.0
HUNG_SECONDS = 15.0


@pytest.fixture(scope="module")
def var(new_directory: MakeDirectory) -> Path:
    """A place that was set up once: database, demo data, static files."""
    directory = new_directory() / "var"
    with Running(directory) as kitchen:
        kitchen.first_page()
        kitchen.stop()
    return directory


def owner_url(var: Path) -> str:
    return embedded.url(var / "postgres")


def test_a_first_start_says_what_there_is(var: Path) -> None:
    said = next(var.parent.glob("said-*.txt")).read_text()
    assert "Upgrading the database" in said
    assert "Filling the empty database" in said
    assert "Kitchen is ready: http://localhost:" in said
    assert "alice@demo.com" in said
    assert "Assistant: the built-in one" in said
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said


def test_the_second_start_does_only_what_is_needed(var: Path) -> None:
    with Running(var) as kitchen:
        kitchen.first_page()
        kitchen.stop()
        assert not [word for word in ("Upgrading", "Filling", "Collected") if word in kitchen.text]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_everything(var: Path, number: int) -> None:
    with Running(var) as kitchen:
        kitchen.first_page()
        assert server_process(var)
        family = psutil.Process(kitchen.process.pid).children(recursive=True)
        assert kitchen.stop(number) < STOP_SECONDS
        assert not psutil.wait_procs(family, timeout=1)[1]
        assert server_process(var) is None
        assert "Traceback" not in kitchen.text


def test_a_signal_before_it_serves(tmp_path: Path) -> None:
    with Running(tmp_path / "var") as kitchen:
        while not server_process(kitchen.var):
            assert kitchen.process.poll() is None
            time.sleep(0.01)
        time.sleep(0.3)
        kitchen.stop()
        assert server_process(kitchen.var) is None


def test_what_hangs_is_left_behind(var: Path) -> None:
    """A request whose body never comes, a keep-alive connection, a socket: none of them keeps the process."""
    with Running(var) as kitchen:
        kitchen.first_page()
        address = ("127.0.0.1", kitchen.port)
        idle = socket.create_connection(address)
        slow = socket.create_connection(address)
        slow.sendall(b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na=")
        half = socket.create_connection(address)
        half.sendall(b"GET / HT")
        time.sleep(0.3)
        assert kitchen.stop() < STOP_SECONDS
        for open_socket in (idle, slow, half):
            open_socket.close()
        assert server_process(var) is None


def test_a_query_that_hangs_is_left_behind(var: Path) -> None:
    """A thread cannot be cancelled: the process goes without it, and takes the database along."""
    with Running(var) as kitchen:
        kitchen.first_page()
        holding = psycopg.connect(owner_url(var))
        holding.execute("LOCK TABLE django_session IN ACCESS EXCLUSIVE MODE")
        stuck = socket.create_connection(("127.0.0.1", kitchen.port))
        stuck.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: kitchen_session=abcdefgh\r\n\r\n")
        time.sleep(0.5)
        assert kitchen.stop() < HUNG_SECONDS
        for one in (stuck, holding):
            one.close()
        assert server_process(var) is None


def test_starting_again_after_everything_was_killed(var: Path) -> None:
    with Running(var) as kitchen:
        kitchen.first_page()
        kitchen.process.kill()
        kitchen.process.wait()
        kill_server(var)
    with Running(var) as kitchen:
        kitchen.first_page()
        kitchen.stop()


def test_starting_again_beside_a_server_that_was_left(var: Path) -> None:
    with Running(var) as kitchen:
        kitchen.first_page()
        kitchen.process.kill()
        kitchen.process.wait()
        left = server_process(var)
    with Running(var) as kitchen:
        kitchen.first_page()
        assert server_process(var) == left
        kitchen.stop()
    assert server_process(var) is None


def test_another_command_meanwhile_stops_nothing(var: Path) -> None:
    with Running(var) as kitchen:
        kitchen.first_page()
        counted = manage(
            var, "shell", "-v0", "-c", "from accounts.models import User; print(User.objects.using('owner').count())"
        )
        assert counted.stdout.strip() == "3"
        assert kitchen.status("/health/ready") == 200
        kitchen.stop()


def test_a_port_in_use(var: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = manage(var, "run", PORT=str(port))
    assert refused.returncode == 1
    assert refused.stdout == (
        f"Port {port} is in use by another program: stop it, or choose another port, for example "
        f"`PORT={port + 1} make run`.\n"
    )


@pytest.mark.parametrize(
    ("host", "told"),
    [("no.such.host.invalid", "is no address of this machine"), ("192.0.2.1", "cannot listen on 192.0.2.1")],
)
def test_a_host_that_is_not_ours(var: Path, host: str, told: str) -> None:
    refused = manage(var, "run", HOST=host, PORT=str(free_port()))
    assert refused.returncode == 1
    assert told in refused.stdout
    assert refused.stdout.count("\n") == 1


def test_a_newer_database(var: Path, tmp_path: Path) -> None:
    server = embedded.start(var / "postgres")
    with psycopg.connect(owner_url(var), autocommit=True) as connection:
        future = "('accounts', '9999_future', now())"
        connection.execute(f"INSERT INTO django_migrations (app, name, applied) VALUES {future}")
        refused = manage(var, "run", PORT=str(free_port()))
        connection.execute("DELETE FROM django_migrations WHERE name = '9999_future'")
    server.stop()
    assert refused.returncode == 1
    assert refused.stdout.startswith("The database is newer than this code: it has accounts.9999_future.")
    assert refused.stdout.count("\n") == 1


def test_a_database_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "var" / "postgres").mkdir(parents=True)
    (tmp_path / "var" / "postgres" / "PG_VERSION").write_text("19\n")
    for command in ("run", "migrate"):
        refused = manage(tmp_path / "var", command, PORT=str(free_port()))
        assert refused.returncode == 1
        assert "was made by PostgreSQL 19, which is newer" in refused.stdout
        assert refused.stdout.count("\n") == 1


def test_an_unsafe_production(tmp_path: Path) -> None:
    refused = manage(tmp_path / "var", "run", MODE="production")
    assert refused.returncode == 1
    assert "SECRET_KEY must be" in refused.stdout
    assert "Traceback" not in refused.stdout


@pytest.mark.skipif(not (ROOT / ".venv" / ".requirements").is_file(), reason="the environment was not made by `make`")
def test_make_passes_the_signal_on(var: Path) -> None:
    with Running(var, [shutil.which("make") or "make", "run"]) as kitchen:
        kitchen.first_page()
        asked = time.monotonic()
        kitchen.process.terminate()
        kitchen.process.wait(20)
        while server_process(var) and time.monotonic() - asked < STOP_SECONDS:
            time.sleep(0.05)
        assert server_process(var) is None
        assert "Stopped." in kitchen.text


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_as_a_plain_user() -> None:
    """By the system's own Python, as root's may lie where nobody else can go."""
    python = next((p for p in ("/usr/bin/python3", sys.executable) if _reads(p)), None)
    if python is None or not shutil.which("setpriv"):
        pytest.skip("no Python of this version that a plain user may run, or no setpriv")
    var = Path("/tmp") / f"kitchen-plain-{os.getpid()}"
    var.mkdir()
    os.chown(var, 65534, 65534)
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    try:
        with Running(
            var / "var", [*become, python, "manage.py", "run"], {"PYTHONPATH": packages, "HOME": str(var)}
        ) as kitchen:
            kitchen.first_page()
            assert (var / "var" / "postgres").stat().st_uid == 65534
            kitchen.stop()
        assert manage(var / "var", "migrate").returncode == 0  # root works on it as its owner
        os.chown(var / "var", 0, 0)
        (var / "var").chmod(0o700)
        refused = manage(var / "var", "migrate", python=[*become, python], PYTHONPATH=packages)
        assert refused.returncode == 1
        assert "run it as the user who owns" in refused.stdout
        assert refused.stdout.count("\n") == 1
    finally:
        shutil.rmtree(var)


def _reads(python: str) -> bool:
    import subprocess

    question = "import sys; print(*sys.version_info[:2])"
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", python, "-c", question]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]
