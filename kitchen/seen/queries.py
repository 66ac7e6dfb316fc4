"""Counting what is asked of the database."""

from threading import Lock
from time import perf_counter
from typing import Any


class Counted:
    """Statements and seconds of one connection, from its first on; whoever wants a part of them takes a difference.

    A wrapper of Django's `execute_wrappers`, which sees every statement and adds none.
    """

    __slots__ = ("queries", "seconds")

    def __init__(self) -> None:
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute: Any, *statement: Any) -> Any:
        began = perf_counter()
        try:
            return execute(*statement)
        finally:
            seconds = perf_counter() - began
            self.queries += 1
            self.seconds += seconds
            with _adding:
                total.queries += 1
                total.seconds += seconds


# Of the whole process: each thread has connections of its own, and they come and go.
_adding, total = Lock(), Counted()
