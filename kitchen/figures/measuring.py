"""What a process and the database take at this moment, as rows that are not written yet."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils import timezone

from kitchen.models import PerformanceMetric
from kitchen.seen.metrics import registry

PAGES = Path("/proc/self/statm")
OF_DATABASE = """
    SELECT pg_database_size(current_database()), count(*) FROM pg_stat_activity WHERE datname = current_database()
"""


def metric(name: str, value: float, unit: str = "") -> PerformanceMetric:
    return PerformanceMetric(at=timezone.now(), name=name, value=value, unit=unit)


def of_process(kind: str) -> Iterator[PerformanceMetric]:
    """Memory (on Linux), the pool of connections where there is one, and sockets; `kind` is "web" or "worker"."""
    if PAGES.is_file():
        resident = int(PAGES.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        yield metric(f"{kind}.memory", resident, "bytes")
    if pool := connection.pool:  # type: ignore[attr-defined]
        told = pool.get_stats()
        yield metric(f"{kind}.connections", told["pool_size"] - told["pool_available"])
        yield metric(f"{kind}.waiting", told.get("requests_waiting", 0))
    yield metric(f"{kind}.sockets", registry.get_sample_value("kitchen_sockets_open") or 0)


def of_database() -> Iterator[PerformanceMetric]:
    with connection.cursor() as cursor:
        cursor.execute(OF_DATABASE)
        size, connections = cursor.fetchone()
    yield metric("database.size", size, "bytes")
    yield metric("database.connections", connections)
