"""What a process needs to be sent requests, a check each; a word for everybody, figures for staff."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from uuid import uuid4

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import DatabaseError, connection

from kitchen import tenancy
from kitchen.doctor import disk as doctor_disk
from kitchen.seen.parts import here
from kitchen.server.migrations import NewerDatabaseError, pending

log = structlog.get_logger("kitchen.seen")

ROUND_TRIP = 1.0  # seconds
# procrastinate tells of a worker every ten seconds, and gives one up after thirty.
WORKER_LATE = 30.0
HEARTBEAT = "SELECT extract(epoch FROM now() - max(last_heartbeat))::float FROM procrastinate_workers"


@dataclass(frozen=True)
class Part:
    state: str
    ready: bool = True
    details: dict[str, Any] = field(default_factory=dict)


def _or_down(check: Callable[[], Part]) -> Callable[[], Part]:
    """Whatever a check stumbles over, it is an answer."""

    @wraps(check)
    def checked() -> Part:
        try:
            return check()
        except DatabaseError:
            return Part("down", ready=False)
        except Exception as error:  # noqa: BLE001
            log.warning("a check failed", check=check.__name__, error=type(error).__name__)
            return Part("failed", ready=False)

    return checked


@_or_down
def database() -> Part:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    pool = connection.pool  # type: ignore[attr-defined]
    return Part("ok", details=dict(pool.get_stats()) if pool else {})


@_or_down
def migrations() -> Part:
    try:
        missing = len(pending("default"))
    except NewerDatabaseError:
        return Part("newer", ready=False)
    return Part("older", ready=False, details={"missing": missing}) if missing else Part("ok")


@_or_down
def worker() -> Part:
    """Where the worker is another process, pages are served without it: its state is told and decides nothing."""
    age = heartbeat_age()
    if age is None:
        return Part("none", ready="worker" not in here)
    state = "late" if age > WORKER_LATE else "ok"
    return Part(state, ready=state == "ok" or "worker" not in here, details={"heartbeat_seconds": round(age, 1)})


def heartbeat_age() -> float | None:
    """Seconds since any worker was heard of last; None when there is none."""
    with tenancy.scope(door="staff", reads_only=True), connection.cursor() as cursor:
        cursor.execute(HEARTBEAT)
        (age,) = cursor.fetchone()
        return age if age is None else float(age)


@_or_down
def channels() -> Part:
    return Part("ok") if async_to_sync(_round_trip)() else Part("silent", ready=False)


async def _round_trip() -> bool:
    layer, channel, word = get_channel_layer(), f"health.{uuid4().hex}", uuid4().hex
    try:
        async with asyncio.timeout(ROUND_TRIP):
            await layer.send(channel, {"type": "health", "word": word})
            heard: dict[str, str] = await layer.receive(channel)
    except (TimeoutError, OSError):
        return False
    return heard["word"] == word


@_or_down
def disk() -> Part:
    free = doctor_disk.free_bytes()
    details = {"free_bytes": free}
    if free < doctor_disk.GONE:
        return Part("full", ready=False, details=details)
    return Part("scarce" if free < doctor_disk.SCARCE else "ok", details=details)


ON_DATABASE = ("migrations", "worker")
# What cannot hang comes first.
CHECKS: dict[str, Callable[[], Part]] = {
    "disk": disk,
    "channels": channels,
    "database": database,
    "migrations": migrations,
    "worker": worker,
}
