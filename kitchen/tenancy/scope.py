"""The one scope: a transaction of the doors' role that knows its household, its person and its door."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

T = TypeVar("T")

# The last argument makes each value local to the transaction, so it holds behind a transaction pooler as well.
APPLY = (
    "SELECT set_config('role', %s, true), set_config('app.household', %s, true), "
    "set_config('app.person', %s, true), set_config('app.door', %s, true)"
)


class ScopeError(RuntimeError):
    """A program asked for another household or person inside a scope."""


@dataclass(frozen=True)
class Scope:
    """What the policies read. `door` is "sign-in" or "staff" where identity rows of others must be found, else "".

    `memory` is for what was read and would be read again: scopes of one household inside each other share it, and it
    goes with the outermost. Whoever changes what is kept there forgets it; a scope that fails forgets all.
    """

    household: UUID | None = None
    person: UUID | None = None
    door: str = ""
    role: str = ""
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def current() -> Scope | None:
    """The scope of this thread's connection, if it is in one."""
    return getattr(connection, "kitchen_scope", None)


def _remember(scope_: Scope | None) -> None:
    connection.kitchen_scope = scope_  # type: ignore[attr-defined]


def _apply(wanted: Scope) -> None:
    values = [wanted.role or settings.DOOR_ROLE, wanted.household, wanted.person, wanted.door]
    with connection.cursor() as cursor:
        cursor.execute(APPLY, [str(value or "") for value in values])
    _remember(wanted)


def _merged(former: Scope | None, household: UUID | None, person: UUID | None, door: str) -> Scope:
    if former is None:
        return Scope(household, person, door)
    for name, was, wanted in (("household", former.household, household), ("person", former.person, person)):
        if was and wanted and was != wanted:
            raise ScopeError(f"already inside the scope of another {name}")
    memory = {} if household and not former.household else former.memory
    return Scope(household or former.household, person or former.person, door or former.door, former.role, memory)


@contextmanager
def scope(
    *, household: UUID | None = None, person: UUID | None = None, door: str = "", reads_only: bool = False
) -> Iterator[Scope]:
    """A transaction (a savepoint, when inside one) that sees `household` and `person`; puts back what was on leaving.

    Inside a scope of another household or person it raises ScopeError: rows of two households never meet in
    one transaction. Deferred constraints are judged before leaving (unless `reads_only`), so they raise here and
    not at the commit, outside of whoever could answer for them.
    """
    former = current()
    wanted = _merged(former, household, person, door)
    nested = connection.in_atomic_block
    try:
        with transaction.atomic():
            _apply(wanted)
            yield wanted
            if not reads_only and not connection.needs_rollback:
                _judge_constraints()
    except BaseException:
        wanted.memory.clear()
        raise
    finally:
        _remember(former)
        # A released savepoint keeps what was set inside it: put back by hand. A broken transaction ends anyway.
        if nested and connection.in_atomic_block and not connection.needs_rollback:
            _apply(former or Scope())
            _remember(former)


def _judge_constraints() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def narrow(household: UUID) -> None:
    """From here to the end of the present scope, also see `household`: for doors that first ask who may enter."""
    former = current()
    if former is None:
        raise ScopeError("there is no scope to narrow")
    if former.household and former.household != household:
        raise ScopeError("already inside the scope of another household")
    memory = former.memory if former.household else {}
    _apply(replace(former, household=household, memory=memory))


@contextmanager
def entered(scope_: Scope | None) -> Iterator[None]:
    """The given scope again, for work that runs after its transaction."""
    if scope_ is None:
        yield
        return
    with scope(household=scope_.household, person=scope_.person, door=scope_.door):
        yield


def on_commit(work: Callable[[], object]) -> None:
    """Run `work` after the commit, in the scope that was current when it was asked for."""
    captured = current()

    def run() -> None:
        with entered(captured):
            work()

    transaction.on_commit(run)


def streamed(parts: Iterable[T]) -> Iterator[T]:
    """The parts of a body that is sent after the view has returned, each made in the scope of the view."""
    captured = current()
    iterator = iter(parts)

    def body() -> Iterator[T]:
        while True:
            with entered(captured):
                try:
                    part = next(iterator)
                except StopIteration:
                    return
            yield part

    return body()
