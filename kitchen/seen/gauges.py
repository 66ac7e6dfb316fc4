"""What is looked up when Prometheus asks: the pool, the queue of tasks, the backups."""

from collections.abc import Callable, Iterator

from django.db import DatabaseError, connection
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from kitchen import tenancy
from kitchen.registry import Registry
from kitchen.seen import queries
from kitchen.seen.checks import heartbeat_age
from kitchen.tasks import borrowed_connections

# Of psycopg's figures those that say whether there are enough connections.
POOL = {
    "pool_size": "Connections that are open",
    "pool_available": "Connections that nobody uses",
    "requests_waiting": "Requests that wait for a connection",
    "requests_wait_ms": "Milliseconds waited for connections so far",
    "requests_errors": "Requests that got no connection so far",
}
JOBS = "SELECT status, count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed') GROUP BY status"
# (what it says, the figure or None where there is none yet) by name; apps add theirs.
figures: Registry[tuple[str, Callable[[], float | None]]] = Registry("figure")
figures.register("worker_heartbeat_seconds", ("Since a worker was heard of last", heartbeat_age))


class Looked(Collector):
    """Without the database, what needs it is missing, and the rest is told."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        yield CounterMetricFamily("kitchen_queries", "Statements of this process", value=queries.total.queries)
        yield CounterMetricFamily("kitchen_query_seconds", "Seconds of these", value=queries.total.seconds)
        if pool := connection.pool:  # type: ignore[attr-defined]
            told = pool.get_stats()
            for key, says in POOL.items():
                name = f"kitchen_pool_{key.removeprefix('pool_')}"
                yield GaugeMetricFamily(name, says, value=told.get(key, 0))
        try:
            with borrowed_connections():
                yield from _of_database()
        except DatabaseError:
            return


def _of_database() -> Iterator[Metric]:
    with tenancy.scope(door="staff", reads_only=True), connection.cursor() as cursor:
        cursor.execute(JOBS)
        counted = {"todo": 0, "doing": 0, "failed": 0, **dict(cursor.fetchall())}
    tasks = GaugeMetricFamily("kitchen_tasks", "Tasks in the queue", labels=["status"])
    for status, many in counted.items():
        tasks.add_metric([status], many)
    yield tasks
    for name, (says, figure) in figures:
        if (value := figure()) is not None:
            yield GaugeMetricFamily(f"kitchen_{name}", says, value=value)
