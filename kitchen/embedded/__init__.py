"""PostgreSQL that comes with Kitchen: one data directory, one server, shared by every process that needs it.

The last process to leave stops the server; one that was killed leaves it running for the next. Importing this package
starts nothing and costs nothing: settings only ask it for a URL.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.embedded.places import SUPERUSER, url

if TYPE_CHECKING:
    from kitchen.embedded.server import Server

__all__ = ["SUPERUSER", "ensure_running", "start", "throw_away", "url"]


def start(data_dir: Path) -> Server:
    """The server of `data_dir`, made and started when needed, for as long as this process uses it.

    Raises kitchen.embedded.faults.EmbeddedError with one sentence when it cannot be had.
    """
    from kitchen.embedded import server

    return server.start(data_dir)


def ensure_running(data_dir: Path | None = None) -> None:
    """Start the embedded server (of the settings, by default) if this process has not; it is left at exit."""
    from kitchen.embedded import server

    if data_dir is None:
        from django.conf import settings

        data_dir = settings.POSTGRES_DIR
    server.ensure_running(data_dir)


def throw_away() -> Server:
    """A fast server in a temporary directory, for tests: it may lose data, and is deleted when it is stopped."""
    from kitchen.embedded import scratch

    return scratch.throw_away()
