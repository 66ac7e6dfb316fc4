"""What a change would do, found out by doing it and taking it back: the services' own word, rights and all."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

T = TypeVar("T")


def rehearsed(work: Callable[[], T]) -> T:
    """What `work` returns or refuses. Nothing of it stays: no row, no line in the feed, no notice."""
    with transaction.atomic():
        outcome = work()
        transaction.set_rollback(True)
    return outcome
