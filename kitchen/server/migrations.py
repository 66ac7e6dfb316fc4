"""Whether the database is as the code expects, found without loading a single migration."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from kitchen.errors import DomainError

Name = tuple[str, str]


class NewerDatabaseError(DomainError):
    """The database was upgraded by a later version of the code."""


def applied(using: str) -> set[Name]:
    """(app, migration) of the database; empty when it has none yet."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


@cache
def written() -> frozenset[Name]:
    """(app, migration) of the code."""
    return frozenset(_written())


def _written() -> Iterator[Name]:
    for app in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(app.label)
        if module is None or not _has(app.path, module):
            continue
        for found in pkgutil.iter_modules(import_module(module).__path__):
            if found.name[0] not in "_~":
                yield app.label, found.name


def _has(path: str, module: str) -> bool:
    return module in settings.MIGRATION_MODULES.values() or (Path(path) / "migrations").is_dir()


def pending(using: str) -> set[Name]:
    """What `migrate` would still apply; raises NewerDatabaseError when the database knows more than the code."""
    there, here = applied(using), written()
    ours = {app.label for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR)}
    if newer := sorted(f"{app}.{name}" for app, name in there - here if app in ours):
        raise NewerDatabaseError(
            f"The database is newer than this code: it has {', '.join(newer[:3])}. Upgrade Kitchen, or restore the "
            "backup that was made before the upgrade."
        )
    return set(here - there)
