"""Which requests are kept, and for how many each stands."""

from random import random

from django.conf import settings

from kitchen.models import ApiRequest
from kitchen.seen.listeners import RequestFigures

SERVER_ERROR = 500


def row_of(figures: RequestFigures) -> ApiRequest | None:
    """None where the request is not kept: files of the program, and what another one stands for."""
    stands_for = _stands_for(figures)
    if not stands_for:
        return None
    return ApiRequest(
        at=figures.at,
        route=figures.route[:100],
        method=figures.method,
        status=figures.status,
        seconds=figures.seconds,
        queries=figures.queries,
        query_seconds=figures.query_seconds,
        bytes=figures.bytes,
        stands_for=stands_for,
    )


def _stands_for(figures: RequestFigures) -> int:
    every = int(settings.FIGURES_SAMPLE)
    if not every or figures.route == "static":
        return 0
    if figures.status >= SERVER_ERROR or figures.seconds >= settings.FIGURES_SLOW:
        return 1
    return every if random() * every < 1 else 0  # noqa: S311
