"""What a start does before it serves: each step looks first, and is quick when there is nothing to do."""

import subprocess
import sys
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.db import connections

from kitchen.errors import DomainError
from kitchen.postgres import roles
from kitchen.reference import renew
from kitchen.server import migrations, static
from kitchen.tenancy.install import problems


def prepare() -> Iterator[str]:
    """Make the place ready to serve, telling each thing that is done, before or after it.

    Migrating and seeding take more memory than all pages, so that they are done by a process that ends with them.
    """
    yield from roles.prepare()
    if _is_set_up():
        renew()
    else:
        connections.close_all()
        yield from _apart()
    yield from prepare_web()


def _is_set_up() -> bool:
    return not (migrations.pending("owner") or problems(connections["owner"]) or _wants_demo())


def _apart() -> Iterator[str]:
    """What `manage.py set_up` says, as it does; why it failed it has written by itself."""
    command = [sys.executable, "-u", str(settings.BASE_DIR / "manage.py"), "set_up"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603
        assert child.stdout
        try:
            yield from map(str.rstrip, child.stdout)
        except BaseException:
            child.kill()
            raise
    if child.returncode:
        raise DomainError("Kitchen could not be set up: see above.")


def set_up() -> Iterator[str]:
    """The steps that are seldom needed and heavy."""
    if missing := migrations.pending("owner"):
        yield f"Upgrading the database ({len(missing)} migrations)."
        call_command("migrate", verbosity=0)
    elif problems(connections["owner"]):
        yield "Renewing the walls of the database."
        call_command("migrate", verbosity=0)
    if _wants_demo():
        yield "Filling the empty database with the demo household."
        call_command("seed_demo", verbosity=0)
    yield from prepare_web()


def prepare_web() -> Iterator[str]:
    """What every web process needs, also one of several."""
    if static.ensure_collected():
        yield "Collected the static files."


def _wants_demo() -> bool:
    """Only at home, and only while nobody has an account."""
    if settings.PRODUCTION or "seed_demo" not in get_commands():
        return False
    return not get_user_model()._default_manager.using("owner").exists()
