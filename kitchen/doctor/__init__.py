"""Looks at everything Kitchen stands on, and says of each what it found and what to do.

One module a check, each with a function `check`.
"""

from collections.abc import Callable, Iterator

from kitchen.doctor import backup, clock, database, disk, keys, mail, media, migrations, redis, roles, walls
from kitchen.doctor.finding import Finding, State
from kitchen.registry import Registry

__all__ = ["Finding", "State", "checks", "examine"]

# These ask the database, so they are left out when it does not answer.
ON_DATABASE: dict[str, Callable[[], Finding]] = {
    "roles": roles.check,
    "migrations": migrations.check,
    "walls": walls.check,
    "clock": clock.check,
    "keys": keys.check,
    "backup": backup.check,
}
ELSEWHERE: dict[str, Callable[[], Finding]] = {
    "redis": redis.check,
    "mail": mail.check,
    "media": media.check,
    "disk": disk.check,
}
# What apps look at in their own tables, after the database itself.
checks: Registry[Callable[[], Finding]] = Registry("check")


def examine() -> Iterator[tuple[str, Finding]]:
    """(name, finding) of every check, in the order in which a person would mend things."""
    found = _safely(database.check)
    yield "database", found
    wanted = ELSEWHERE if found.state == State.FAIL else {**ON_DATABASE, **dict(checks), **ELSEWHERE}
    for name, check in wanted.items():
        yield name, _safely(check)


def _safely(check: Callable[[], Finding]) -> Finding:
    """A check that breaks is a finding too: the doctor always comes to the end."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001
        return Finding.fail(f"{type(error).__name__}: {(str(error).strip().splitlines() or ['no reason'])[-1]}")
