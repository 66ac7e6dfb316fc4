"""What the ground floor registers with itself."""

from kitchen.seen import metrics
from kitchen.seen.gauges import Looked
from kitchen.seen.listeners import listeners


def wire() -> None:
    listeners.register("metrics", metrics.count_request)
    metrics.registry.register(Looked())
