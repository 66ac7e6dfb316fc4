"""Commands on a second database, in a process of their own, as that database's plain owner."""

import os
import subprocess
import sys

from psycopg.conninfo import conninfo_to_dict

from tests.operations.processes import ROOT


def manage_at(conninfo: str, *arguments: str, **more: str) -> str:
    """What the command said; fails the test when it does not come out well."""
    done = tried_at(conninfo, "manage.py", *arguments, **more)
    assert done.returncode == 0, done.stdout
    return done.stdout


def python_at(conninfo: str, program: str) -> str:
    done = tried_at(conninfo, "-c", program)
    assert done.returncode == 0, done.stdout
    return done.stdout


def tried_at(conninfo: str, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Stdout and stderr in one text."""
    url = url_of(conninfo)
    env = {**os.environ, "DATABASE_URL": url, "DATABASE_DIRECT_URL": url, "DJANGO_SETTINGS_MODULE": "kitchen.settings"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**env, **more}, text=True, timeout=300, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def url_of(conninfo: str) -> str:
    parts = conninfo_to_dict(conninfo)
    host = parts.get("host", "localhost")
    at = f"?host={host}" if str(host).startswith("/") else ""
    address = "" if at else f"{host}:{parts.get('port', 5432)}"
    secret = f":{parts['password']}" if parts.get("password") else ""
    return f"postgresql://{parts['user']}{secret}@{address}/{parts['dbname']}{at}"
