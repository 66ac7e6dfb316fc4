"""What a start does before it serves: each step looks first, and is quick when there is nothing to do."""

import subprocess
import sys
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import get_commands
from django.db import connections

from kitchen.errors import DomainError
from kitchen.postgres import roles
from kitchen.reference import renew
from kitchen.server import migrations, static
from kitchen.tenancy.install import problems


def prepare() -> Iterator[str]:
    """Make the place ready to serve, telling each thing that is done, before or after it."""
    yield from roles.prepare()
    if missing := migrations.pending("owner"):
        yield f"Upgrading the database ({len(missing)} migrations)."
        _apart("migrate")
    elif problems(connections["owner"]):
        yield "Renewing the walls of the database."
        _apart("migrate")
    else:
        renew()
    if _wants_demo():
        yield "Filling the empty database with the demo household."
        _apart("seed_demo")
    yield from prepare_web()


def _apart(command: str) -> None:
    """In a process of its own: what it takes of memory, more than all pages together, goes with it."""
    manage = [sys.executable, settings.BASE_DIR / "manage.py", command, "--verbosity=0"]
    nothing = subprocess.DEVNULL
    done = subprocess.run(manage, stdin=nothing, stdout=nothing, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise DomainError(done.stderr.strip() or f"`manage.py {command}` did not come to its end.")


def prepare_web() -> Iterator[str]:
    """What every web process needs, also one of several."""
    if not static.is_collected():
        _apart("collect")
        yield "Collected the static files."


def _wants_demo() -> bool:
    """Only at home, and only while nobody has an account."""
    if settings.PRODUCTION or "seed_demo" not in get_commands():
        return False
    return not get_user_model()._default_manager.using("owner").exists()
