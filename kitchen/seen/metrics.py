"""What Prometheus is told: counted as it happens, in this process; labels are names that the program has."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics

from kitchen.seen.listeners import RequestFigures

# Not the package's own, nor the moments at which it began to count: nobody asks for them.
disable_created_metrics()  # type: ignore[no-untyped-call]
registry = CollectorRegistry()
ProcessCollector(registry=registry)

STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
LONG_STEPS = (0.1, 1.0, 10.0, 60.0, 600.0)

_requests = Counter("kitchen_requests", "Requests answered", ["method", "route", "status"], registry=registry)
_seconds = Histogram(
    "kitchen_request_seconds", "Until the head of the answer", ["route"], buckets=STEPS, registry=registry
)
_request_queries = Counter("kitchen_request_queries", "Statements of requests", ["route"], registry=registry)
sockets = Gauge("kitchen_sockets_open", "Sockets of pages", registry=registry)
runs = Counter("kitchen_runs", "Answers of the assistant that ended", ["state"], registry=registry)
tokens = Counter("kitchen_tokens", "Taken by models", ["direction"], registry=registry)
task_seconds = Histogram(
    "kitchen_task_seconds", "Tasks of this process", ["task", "outcome"], buckets=LONG_STEPS, registry=registry
)


def count_request(figures: RequestFigures) -> None:
    _requests.labels(figures.method, figures.route, figures.status).inc()
    _seconds.labels(figures.route).observe(figures.seconds)
    if figures.queries:
        _request_queries.labels(figures.route).inc(figures.queries)
