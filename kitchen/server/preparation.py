"""What a start does before it serves: each step looks first, and is quick when there is nothing to do."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.db import connections

from kitchen.postgres import roles
from kitchen.reference import renew
from kitchen.server import migrations, static
from kitchen.tenancy.install import problems


def prepare() -> Iterator[str]:
    """Make the place ready to serve, telling each thing that is done, before or after it."""
    yield from roles.prepare()
    if missing := migrations.pending("owner"):
        yield f"Upgrading the database ({len(missing)} migrations)."
        call_command("migrate", verbosity=0)
    elif problems(connections["owner"]):
        yield "Renewing the walls of the database."
        call_command("migrate", verbosity=0)
    else:
        renew()
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
