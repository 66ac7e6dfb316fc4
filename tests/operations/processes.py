"""Kitchen as an operator starts it: real processes with an environment of their own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psutil

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 90  # seconds; a first start on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(var: Path, **more: str) -> dict[str, str]:
    """What a login shell gives, without anything that the tests set for themselves."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR", "USER") if name in os.environ}
    return {**kept, "KITCHEN_VAR": str(var), "PYTHONUNBUFFERED": "1", **more}


def manage(
    var: Path, *arguments: str, python: Sequence[str] = (sys.executable,), **more: str
) -> "subprocess.CompletedProcess[str]":
    """One command to its end; stdout and stderr in one text."""
    return subprocess.run(
        [*python, "manage.py", *arguments], cwd=ROOT, env=environment(var, **more), text=True, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE,
    )  # fmt: skip


@dataclass
class Running:
    """A command that goes on, with what it says."""

    var: Path
    arguments: list[str] = field(default_factory=lambda: [sys.executable, "manage.py", "run"])
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)

    def __enter__(self) -> Self:
        self.said = self.var.parent / f"said-{self.port}.txt"
        environ = environment(self.var, PORT=str(self.port), **self.more)
        with self.said.open("w") as output:
            self.began = time.monotonic()
            self.process = subprocess.Popen(
                self.arguments, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(20)
        self.process.kill()
        self.process.wait()

    @property
    def text(self) -> str:
        return self.said.read_text()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def first_page(self, path: str = "/accounts/login/", patience: float = PATIENCE) -> float:
        """Seconds from the start until the page (the one to sign in) was there."""
        while time.monotonic() - self.began < patience:
            assert self.process.poll() is None, self.text
            status = self.status(path)
            if status:
                assert status == 200, self.text
                return time.monotonic() - self.began
            time.sleep(0.02)
        raise AssertionError(self.text)

    def status(self, path: str) -> int:
        """The HTTP status of a page; 0 when nobody answers."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return int(error.code)
        except OSError:
            return 0

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Seconds from the signal to the end; the exit status must be 0."""
        asked = time.monotonic()
        self.process.send_signal(number)
        assert self.process.wait(30) == 0, self.text
        return time.monotonic() - asked


def server_process(var: Path) -> psutil.Process | None:
    """The embedded server of `var`, if it runs."""
    try:
        process = psutil.Process(int((var / "postgres" / "postmaster.pid").read_text().splitlines()[0]))
        runs = process.status() != psutil.STATUS_ZOMBIE
    except (FileNotFoundError, psutil.NoSuchProcess, IndexError):
        # The last: the file is made before its lines are written.
        return None
    # A test may have written another's number there, even its own.
    return process if runs and "postgres" in process.name() else None


def kill_server(var: Path) -> None:
    """As the machine's power fails: the server and its children at once."""
    process = server_process(var)
    assert process
    family = [*process.children(recursive=True), process]
    for one in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs(family, timeout=5)
