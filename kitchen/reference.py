"""Data that comes with the code, such as the food catalogue: apps register how their rows are brought up to date."""

from collections.abc import Callable

from django.conf import settings
from django.db import connections

from kitchen.registry import Registry

# Called with the owner's connection; writes only what differs, as it runs after every migration and at every start.
references: Registry[Callable[[str], object]] = Registry("reference data")


def renew(using: str = "owner") -> None:
    """Bring all reference data up to date. Two processes that start at once do it one after the other."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [settings.DOOR_ROLE])
    try:
        for _name, load in references:
            load(using)
    finally:
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [settings.DOOR_ROLE])
