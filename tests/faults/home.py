"""A Kitchen of its own with its embedded PostgreSQL: where faults may do what they like."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import psycopg

from kitchen import embedded
from tests.faults.person import Person
from tests.operations.processes import Running, free_port, server_process

WEB = [sys.executable, "manage.py", "run", "--web-only"]
WORKER = [sys.executable, "manage.py", "worker"]
LONGEST = 60.0


def begun(fault: str, value: str, *command: str) -> list[str]:
    """See tests/faults/begin.py."""
    return [sys.executable, "tests/faults/begin.py", fault, value, *command]


class Home:
    """`var` was set up before and holds the demo people."""

    def __init__(self, var: Path) -> None:
        self.var = var

    def run(self, **more: str) -> Running:
        """All in one process, as `make run`."""
        return Running(self.var, more=more)

    def web(self, port: int = 0, **more: str) -> Running:
        """One of several, without a worker."""
        return Running(self.var, WEB, more, port or free_port())

    def worker(self, **more: str) -> Running:
        return Running(self.var, WORKER, more)

    def server(self) -> psutil.Process:
        found = server_process(self.var)
        assert found
        return found

    def connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        url = embedded.url(self.var / "postgres", user=embedded.SUPERUSER)
        return psycopg.connect(url, autocommit=True)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self.connect() as connection:
            cursor = connection.execute(sql, values)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    def alice(self, kitchen: Running) -> Person:
        """Signed in there."""
        kitchen.first_page()
        id = self.ask("SELECT id FROM accounts_user WHERE email = 'alice@demo.com'")[0][0]
        return Person(kitchen.port, str(id)).sign_in()

    def list_of(self, code: str) -> str:
        """A shopping list of the household, alike for all tests."""
        sql = """SELECT kept.id FROM shopping_shoppinglist kept JOIN accounts_household home ON home.id = household_id
                 WHERE code = %s AND kept.archived_at IS NULL ORDER BY kept.id LIMIT 1"""
        return str(self.ask(sql, code)[0][0])


def until(true: Callable[[], object], said: Callable[[], object] = lambda: "") -> None:
    """Waits for it; the bound is generous, as machines are slow."""
    end = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < end, said()
        time.sleep(0.1)


def kill(process: psutil.Process | Running) -> None:
    """As the kernel does when memory runs out: at once, without a word."""
    os.kill(process.pid if isinstance(process, psutil.Process) else process.process.pid, 9)
    if isinstance(process, Running):
        process.process.wait()
